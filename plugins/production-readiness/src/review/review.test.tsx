import {
  ReadinessResponseError,
  type ReadinessView,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import {
  checklistOf,
  DAY,
  ENTITY_REF,
  NOW,
  readinessOf,
  view,
  words,
} from '../checklist/__testUtils__/fixtures';
import { ReviewPanel, ReviewsSection } from '.';

const person = { ref: 'user:default/hanako', name: 'Hanako' };
const ID = '7d0f1f5e-5a36-4a2b-9d0b-111111111111';

function reviewOf(changes: Partial<ReviewView> = {}): ReviewView {
  return {
    id: ID,
    entityRef: ENTITY_REF,
    entityTitle: 'checkout',
    phase: 'pre-production',
    state: 'submitted',
    standing: 'submitted',
    version: 2,
    mode: 'reviewers',
    reviewerRef: 'group:default/sre',
    checklistDigest: 'a'.repeat(64),
    note: 'Look at the alerts first',
    openedBy: person,
    openedAt: NOW - 2 * DAY,
    submittedBy: person,
    submittedAt: NOW - DAY,
    claimedBy: null,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    trafficCap: null,
    validUntil: null,
    waited: 0,
    conditions: [],
    acts: [],
    ...changes,
  };
}

const named = (name: string) => ({ en: name, ja: name });

function listOf(current: ReviewView | null, blockers: string[] = []) {
  return {
    phase: 'pre-production',
    mode: 'reviewers',
    phases: [
      {
        phase: 'pre-production',
        title: named('Pre-production'),
        approved: false,
        required: 2,
        satisfied: 1,
        blockers,
        reviewerRef: 'group:default/sre',
        sections: [
          {
            sectionId: 'operations',
            title: named('Operations'),
            reviewerRef: 'group:default/sre',
            required: 2,
            satisfied: 1,
            waiting: 0,
          },
        ],
        current,
        canOpen: current === null,
      },
    ],
    reviews: current ? [current] : [],
    load: [
      {
        groupRef: 'group:default/sre',
        waiting: 3,
        oldestSince: NOW - 4 * DAY,
        medianWait: 1.5 * DAY,
      },
    ],
    asOf: NOW,
  };
}

const readiness: ReadinessView = readinessOf([
  view('OPS-1', { state: 'accepted', satisfied: true, move: 'nobody' }),
  view('OPS-2'),
]);
const aside = {
  getReadiness: () => readiness,
  getChecklist: () => checklistOf(words('OPS-1'), words('OPS-2')),
};

describe('Reviews', () => {
  it('say before anything is opened who decides and how long they take', async () => {
    const opened: string[] = [];
    const user = userEvent.setup();
    const client = renderReadiness(
      <ReviewsSection readiness={readiness} onOpen={id => opened.push(id)} />,
      {
        answers: {
          listReviews: () => listOf(null),
          openReview: () => ({
            body: reviewOf({ state: 'draft', standing: 'draft', version: 1 }),
          }),
        },
      },
    );
    expect(await screen.findByText(/3 things wait for them/)).toHaveTextContent(
      /decides.*The oldest was asked.*within 1\.5 days/,
    );
    await user.click(
      screen.getByRole('button', {
        name: 'Prepare a review: Pre-production',
      }),
    );
    await waitFor(() => expect(opened).toEqual([ID]));
    expect(client.of('openReview')[0].body).toEqual({
      phase: 'pre-production',
    });
  });

  it('offer no plain approval while something can block, and take conditions', async () => {
    const user = userEvent.setup();
    const review = reviewOf({ acts: ['claim', 'decide'] });
    const client = renderReadiness(
      <ReviewPanel reviewId={ID} onOpenItem={() => {}} onClose={() => {}} />,
      {
        answers: {
          ...aside,
          getReview: () => ({ review, asOf: NOW }),
          listReviews: () => listOf(review, ['OPS-2']),
          decideReview: () => ({
            body: reviewOf({ state: 'approved_with_conditions', version: 3 }),
          }),
        },
      },
    );
    const form = await screen.findByRole('form', { name: 'Your decision' });
    expect(within(form).getByRole('radio', { name: 'Approve' })).toBeDisabled();
    await user.click(
      within(form).getByRole('button', { name: 'Approve with conditions' }),
    );
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      'at least 10 characters',
    );
    await user.click(
      within(form).getByRole('textbox', { name: 'Condition 1' }),
    );
    await user.paste('Tell the team on call');
    await user.click(within(form).getByRole('radio', { name: '14 days' }));
    await user.click(
      within(form).getByRole('button', { name: 'Approve with conditions' }),
    );
    await waitFor(() => expect(client.of('decideReview')).toHaveLength(1));
    expect(client.of('decideReview')[0]).toMatchObject({
      ifMatch: 2,
      body: {
        outcome: 'approved_with_conditions',
        conditions: [{ text: 'Tell the team on call', dueAt: NOW + 14 * DAY }],
      },
    });
  });

  it('tell a reviewer who was overtaken, and keep what they wrote', async () => {
    const user = userEvent.setup();
    let review = reviewOf({ acts: ['decide'] });
    renderReadiness(
      <ReviewPanel reviewId={ID} onOpenItem={() => {}} onClose={() => {}} />,
      {
        answers: {
          ...aside,
          getReview: () => ({ review, asOf: NOW }),
          listReviews: () => listOf(review),
          decideReview: () => {
            review = reviewOf({
              state: 'changes_requested',
              standing: 'changes_requested',
              version: 3,
              comment: 'Say who is on call.',
            });
            throw new ReadinessResponseError(
              412,
              'REVIEW_CHANGED',
              'Somebody else changed this review.',
              { field: 'header.If-Match' },
            );
          },
        },
      },
    );
    await user.click(
      await screen.findByText('Limited release, with a cap on traffic'),
    );
    await user.type(
      screen.getByRole('textbox', { name: 'How much traffic' }),
      'Osaka only',
    );
    await user.click(
      screen.getByRole('button', { name: 'Allow a limited release' }),
    );
    expect(await screen.findByText('Say who is on call.')).toBeVisible();
    const notice = screen.getByRole('alert');
    expect(notice).toHaveTextContent('Your decision was not saved');
    expect(notice).not.toHaveTextContent('If-Match');
    expect(screen.getByText('Osaka only')).toBeVisible();
  });

  it('take the evidence for a condition, also after one that says nothing', async () => {
    const user = userEvent.setup();
    const review = reviewOf({
      state: 'approved_with_conditions',
      standing: 'approved_with_conditions',
      conditions: [
        {
          number: 1,
          text: 'Show the failover in the next drill',
          dueAt: NOW + 30 * DAY,
          metAt: null,
          metBy: null,
          evidence: null,
        },
      ],
      acts: ['meet_condition'],
    });
    const client = renderReadiness(
      <ReviewPanel reviewId={ID} onOpenItem={() => {}} onClose={() => {}} />,
      {
        answers: {
          ...aside,
          getReview: () => ({ review, asOf: NOW }),
          listReviews: () => listOf(review),
          meetCondition: () => ({ body: review }),
        },
      },
    );
    const meet = { name: 'It is met' };
    await user.click(await screen.findByRole('button', meet));
    const field = screen.getByRole('textbox', { name: 'Evidence' });
    await user.type(field, 'TBD');
    await user.click(screen.getByRole('button', meet));
    expect(await screen.findByRole('alert')).toHaveTextContent(/stands in/);
    await user.clear(field);
    await user.type(field, 'https://drills.example.com/12');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', meet));
    await waitFor(() => expect(client.of('meetCondition')).toHaveLength(1));
    expect(client.of('meetCondition')[0]).toMatchObject({
      params: { number: 1 },
      body: { evidence: { url: 'https://drills.example.com/12' } },
    });
  });

  it('open an item from the review, to decide on it alone', async () => {
    const user = userEvent.setup();
    const opened: string[] = [];
    const review = reviewOf();
    renderReadiness(
      <ReviewPanel
        reviewId={ID}
        onOpenItem={itemId => opened.push(itemId)}
        onClose={() => {}}
      />,
      {
        answers: {
          ...aside,
          getReview: () => ({ review, asOf: NOW }),
          listReviews: () => listOf(review),
        },
      },
    );
    await user.click(
      await screen.findByRole('button', { name: 'OPS-2 title' }),
    );
    expect(opened).toEqual(['OPS-2']);
  });
});

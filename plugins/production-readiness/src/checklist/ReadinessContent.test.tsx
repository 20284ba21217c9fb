import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderReadiness,
  type RenderReadinessOptions,
} from '../__testUtils__/renderReadiness';
import {
  ASIDE_ANSWERS,
  checklistOf,
  DAY,
  ENTITY_REF,
  NOW,
  readinessOf,
  view,
  waitingAnswer,
  words,
} from './__testUtils__/fixtures';
import { ReadinessContent } from './ReadinessContent';

const answers: RenderReadinessOptions['answers'] = {
  ...ASIDE_ANSWERS,
  getReadiness: () =>
    readinessOf(
      [
        view('OPS-1', { state: 'passed', satisfied: true, move: 'nobody' }),
        view('OPS-2', { state: 'lapsed', validUntil: NOW - 3 * DAY }),
        view('REL-1', {
          state: 'attested',
          move: 'reviewer',
          reviewerRef: 'group:default/sre',
          answer: waitingAnswer('Tried on Monday, took nine minutes'),
        }),
        view('REL-2', { state: 'accepted', satisfied: true, move: 'nobody' }),
        view('REL-3', { required: false }),
      ],
      {
        blockers: [
          { itemId: 'OPS-2', move: 'team', waitsForRef: null, since: null },
          {
            itemId: 'REL-1',
            move: 'reviewer',
            waitsForRef: 'group:default/sre',
            since: NOW - 2 * DAY,
          },
        ],
        nextSteps: [
          { itemId: 'OPS-2', action: 'reconfirm' },
          { itemId: 'REL-1', action: 'wait' },
        ],
      },
    ),
  getChecklist: () =>
    checklistOf(
      words('OPS-1'),
      words('OPS-2'),
      words('REL-1', { section: 'releases' }),
      words('REL-2', { section: 'releases' }),
      words('REL-3', { section: 'releases' }),
    ),
  getTeamToil: () => ({
    access: 'hidden',
    group: { ref: 'group:default/payments', title: 'Payments' },
    reason: 'too_few_people',
  }),
  listItemHistory: () => ({ events: [], asOf: NOW }),
};

describe('ReadinessContent', () => {
  it('leads with what blocks and for whom it waits', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, { answers });
    const headline = await screen.findByRole('heading', {
      name: /2 things block release: 1 yours · 1 waits for sre/,
    });
    expect(headline).toBeInTheDocument();
    expect(screen.getByText('2 of 4')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAccessibleName(
      '2 of 4 required items are in place',
    );
  });

  it('words next steps as risks, with a verb where the reader can act', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, { answers });
    const steps = await screen.findByRole('region', {
      name: 'Your next step, and why',
    });
    expect(
      within(steps).getByRole('button', { name: 'OPS-2 risk' }),
    ).toBeInTheDocument();
    expect(
      within(steps).getByRole('button', { name: 'Reconfirm: OPS-2 title' }),
    ).toBeInTheDocument();
    expect(
      within(steps).queryByRole('button', { name: /: REL-1 title/ }),
    ).not.toBeInTheDocument();
    expect(steps).toHaveTextContent(/Lapsed 3 days ago/);
    expect(steps).toHaveTextContent(/Waiting for sre/);
  });

  it('keeps what counts and what is optional folded, a click away', async () => {
    const user = userEvent.setup();
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, { answers });
    const all = await screen.findByRole('region', { name: 'All items' });
    expect(within(all).getByText('OPS-2 title')).toBeVisible();
    expect(within(all).queryByText('OPS-1 title')).not.toBeInTheDocument();
    await user.click(within(all).getAllByText('Show 1 complete')[0]);
    expect(within(all).getByText('OPS-1 title')).toBeVisible();

    expect(within(all).getByText('REL-3 title')).not.toBeVisible();
    await user.click(within(all).getByText('Not asked of this entity now'));
    expect(within(all).getByText('REL-3 title')).toBeVisible();
  });

  it('opens an item beside the list at its own URL and gives the focus back', async () => {
    const user = userEvent.setup();
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, { answers });
    const verb = await screen.findByRole('button', {
      name: 'Reconfirm: OPS-2 title',
    });
    await user.click(verb);
    const panel = await screen.findByRole('dialog', { name: 'OPS-2 title' });
    for (const text of ['OPS-2 why', 'OPS-2 how', 'OPS-2 evidence']) {
      expect(within(panel).getByText(text)).toBeInTheDocument();
    }
    expect(within(panel).getByRole('textbox')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(verb).toHaveFocus();
  });

  it('opens the item that the URL names, and says when there is none', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers,
      path: '/?item=XYZ-1',
    });
    expect(
      await screen.findByText('There is no item XYZ-1 here'),
    ).toBeInTheDocument();
  });

  it('shows only where to start during adoption, and until when', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers: {
        ...answers,
        getReadiness: () =>
          readinessOf([view('OPS-1'), view('OPS-2'), view('REL-1')], {
            adoptionUntil: NOW + 84 * DAY,
            nextSteps: [{ itemId: 'OPS-1', action: 'answer' }],
          }),
      },
    });
    expect(
      await screen.findByRole('heading', {
        name: /nothing blocks until .*2027/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAccessibleName(
      '0 of 1 items to start with are in place',
    );
    expect(screen.getByRole('button', { name: 'OPS-1 risk' })).toBeVisible();
    expect(screen.getByText('OPS-2 title')).not.toBeVisible();
    expect(screen.getByText(/2 more items, after/)).toBeVisible();
  });

  it('does not call the items of others yours', async () => {
    const reader = {
      canAttest: { allowed: false, reason: 'not_an_owner' as const },
    };
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers: {
        ...answers,
        getReadiness: () =>
          readinessOf([view('OPS-2', reader)], {
            blockers: [
              { itemId: 'OPS-2', move: 'team', waitsForRef: null, since: null },
            ],
            nextSteps: [{ itemId: 'OPS-2', action: 'answer' }],
          }),
      },
    });
    expect(
      await screen.findByRole('heading', {
        name: '1 thing blocks release: 1 for the owning team',
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Answer/ }),
    ).not.toBeInTheDocument();
  });

  it('speaks Japanese', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers,
      language: 'ja',
    });
    expect(
      await screen.findByRole('heading', {
        name: /リリース前に必要な対応2件：あなたのチーム1件、.*の確認待ち1件/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: '採点より、次の一歩' }),
    ).toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    const user = userEvent.setup();
    let tries = 0;
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers: {
        ...answers,
        getReadiness: call => {
          tries += 1;
          if (tries === 1) {
            throw new ReadinessResponseError(
              403,
              'NOT_ALLOWED',
              'You may not read this entity.',
            );
          }
          return answers?.getReadiness(call);
        },
      },
    });
    expect(
      await screen.findByText('You may not read this entity.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 of 4')).toBeInTheDocument();
  });

  it('says that no checklist is for this kind', async () => {
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers: {
        ...answers,
        getReadiness: () => readinessOf([], { checklist: null }),
      },
    });
    expect(
      await screen.findByText('No checklist is for this kind of entity'),
    ).toBeInTheDocument();
  });

  it('says what a step takes and brings, quickest first on request', async () => {
    const user = userEvent.setup();
    const steps = [
      { itemId: 'REL-1', action: 'answer' as const },
      { itemId: 'OPS-1', action: 'answer-again' as const },
      { itemId: 'OPS-2', action: 'reconfirm' as const },
    ];
    renderReadiness(<ReadinessContent entityRef={ENTITY_REF} />, {
      answers: {
        ...answers,
        getReadiness: () =>
          readinessOf(
            [
              view('REL-1'),
              view('OPS-1', { state: 'returned' }),
              view('OPS-2', { state: 'lapsed' }),
              view('REL-2', { satisfied: true, move: 'nobody' }),
            ],
            { nextSteps: steps },
          ),
        getChecklist: () =>
          checklistOf(
            words('REL-1', { section: 'releases' }),
            words('OPS-1', { weight: 'normal' }),
            words('OPS-2', { weight: 'normal' }),
            words('REL-2', { section: 'releases' }),
          ),
      },
    });
    const list = await screen.findByRole('region', { name: /next step/ });
    const order = () =>
      [...list.querySelector('ul')!.querySelectorAll('li')].map(row =>
        row.getAttribute('data-item'),
      );
    expect(order()).toEqual(['REL-1', 'OPS-1', 'OPS-2']);
    // Weights are 3, 1, 1 and 3: REL-1 is three of eight.
    expect(list).toHaveTextContent('an hour or more · +37.5 points');
    expect(list).toHaveTextContent('a few minutes · +12.5 points');
    await user.click(
      within(list).getByRole('button', { name: 'Quickest first' }),
    );
    expect(order()).toEqual(['OPS-1', 'OPS-2', 'REL-1']);
    await user.click(
      within(list).getByRole('button', { name: /Bronze takes 3 more items/ }),
    );
    expect(within(list).getAllByText(/OPS-2/).length).toBeGreaterThan(1);
  });
});

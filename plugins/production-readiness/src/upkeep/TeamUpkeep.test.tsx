import {
  DAY,
  SESSION_EVERY,
  type SessionLine,
  type TeamUpkeepView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAnswer } from '../__testUtils__/fakeReadinessClient';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import { view } from '../checklist/__testUtils__/fixtures';
import { quarterEnd } from './days';
import { TeamUpkeep } from './TeamUpkeep';

const NOW = Date.UTC(2026, 10, 22, 12);

function line(entity: string, changes: Partial<SessionLine> = {}): SessionLine {
  return {
    entityRef: `component:default/${entity}`,
    entityTitle: entity,
    ownerRef: 'group:default/payments',
    forOthers: false,
    itemId: 'OWN-5',
    title: { en: 'At least two people', ja: '2名以上' },
    weight: 'normal',
    state: 'accepted',
    version: 2,
    checklistDigest: 'a'.repeat(64),
    validUntil: NOW + 20 * DAY,
    evidence: { kind: 'text', text: `Two people know ${entity}` },
    attestedBy: { ref: 'user:default/olga', name: 'Olga' },
    acceptedAt: NOW - 70 * DAY,
    canAttest: true,
    ...changes,
  };
}

function show(
  lines: SessionLine[],
  answers: Record<string, FakeAnswer> = {},
  changes: Partial<TeamUpkeepView> = {},
) {
  const at = Date.UTC(2026, 10, 26);
  const upkeep: TeamUpkeepView = {
    group: { ref: 'group:default/payments', title: 'Payments' },
    choices: {
      sessionAt: at,
      sharesAnswers: false,
      focus: [],
      focusUntil: null,
    },
    version: 3,
    canChoose: true,
    session: {
      at,
      opensAt: at - 14 * DAY,
      followingAt: at + SESSION_EVERY,
      heldBy: null,
    },
    sessionsBelow: [],
    lines,
    isCut: false,
    sections: [{ id: 'security', title: { en: 'Security', ja: '保護' } }],
    waiting: [{ reviewerRef: null, count: 2, oldestSince: NOW - 3 * DAY }],
    load: [],
    asOf: NOW,
    ...changes,
  };
  return renderReadiness(
    <TeamUpkeep group={{ namespace: 'default', name: 'payments' }} />,
    { answers: { getTeamUpkeep: () => upkeep, ...answers } },
  );
}

describe('TeamUpkeep', () => {
  it('says the same of several lines, and what of it was not saved', async () => {
    const user = userEvent.setup();
    const client = show([line('checkout'), line('basket', { version: 7 })], {
      attestItems: () => ({
        results: [
          {
            entityRef: 'component:default/checkout',
            itemId: 'OWN-5',
            item: view('OWN-5', { state: 'accepted' }),
            problem: null,
          },
          {
            entityRef: 'component:default/basket',
            itemId: 'OWN-5',
            item: null,
            problem: { code: 'ITEM_CHANGED', message: 'Somebody was quicker.' },
          },
        ],
        asOf: NOW,
      }),
    });
    for (const entity of ['checkout', 'basket']) {
      await user.click(
        await screen.findByRole('checkbox', {
          name: `Choose: At least two people, ${entity}`,
        }),
      );
    }
    const bar = screen.getByRole('region', { name: 'Several answers at once' });
    await user.click(
      within(bar).getByRole('button', { name: 'Same evidence for all' }),
    );
    const field = within(bar).getByRole('textbox');
    expect(field).toHaveFocus();
    await user.paste('TBD');
    await user.click(
      within(bar).getByRole('button', { name: 'Save 2 answers' }),
    );
    expect(within(bar).getByRole('alert')).toBeVisible();
    expect(client.of('attestItems')).toHaveLength(0);
    await user.clear(field);
    await user.paste('Handed over to Ken and Mei in the exercise');
    await user.click(
      within(bar).getByRole('button', { name: 'Save 2 answers' }),
    );

    expect(await screen.findByText('1 was not saved:')).toBeVisible();
    expect(screen.getByText(/Somebody was quicker/)).toBeVisible();
    expect(client.of('attestItems')[0].body).toMatchObject({
      answers: [
        { entityRef: 'component:default/checkout', version: 2 },
        { entityRef: 'component:default/basket', version: 7 },
      ],
    });
  });

  it('confirms as it is only what may be, and puts a line aside', async () => {
    const user = userEvent.setup();
    const client = show(
      [line('checkout'), line('wallet', { itemId: 'REL-3', weight: 'high' })],
      { attestItems: () => ({ results: [], asOf: NOW }) },
    );
    const confirm = await screen.findAllByRole('button', {
      name: /^Still true/,
    });
    expect(confirm).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Later: .*wallet/ }));
    expect(screen.getByText(/Left for later/)).toBeVisible();
    await user.click(confirm[0]);
    await waitFor(() => expect(client.of('attestItems')).toHaveLength(1));
    expect(client.of('attestItems')[0].body).toMatchObject({
      answers: [{ itemId: 'OWN-5', evidence: line('checkout').evidence }],
    });
  });

  it('saves what the team chooses, from the version that was read', async () => {
    const user = userEvent.setup();
    const client = show([], {
      setUpkeepChoices: () => ({ choices: {}, version: 4 }),
    });
    const section = within(
      await screen.findByRole('region', { name: 'How we keep it true' }),
    );
    await user.click(section.getByRole('button', { name: 'Change' }));
    await user.click(section.getByRole('checkbox', { name: 'Security' }));
    await user.click(section.getByRole('switch'));
    await user.click(section.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(client.of('setUpkeepChoices')).toHaveLength(1));
    expect(client.of('setUpkeepChoices')[0]).toMatchObject({
      ifMatch: 3,
      body: {
        sessionAt: Date.UTC(2026, 10, 26),
        sharesAnswers: true,
        focus: ['security'],
        focusUntil: quarterEnd(NOW),
      },
    });
  });

  it('says what is of a team below, what counts for all, and who holds it', async () => {
    const at = Date.UTC(2026, 10, 26);
    show(
      [
        line('checkout', { ownerRef: 'group:default/tills', canAttest: false }),
        line('company', {
          entityRef: 'group:default/company',
          itemId: 'OPS-3',
          ownerRef: null,
          forOthers: true,
        }),
        line('basket'),
      ],
      {},
      {
        session: {
          at,
          opensAt: at - 14 * DAY,
          followingAt: at + SESSION_EVERY,
          heldBy: { ref: 'group:default/shop', title: 'The shop' },
        },
        sessionsBelow: [
          { ref: 'group:default/search', title: 'Search', at: at + 7 * DAY },
        ],
      },
    );
    const row = async (key: string) => {
      await screen.findByText(/The session is on/);
      return document.querySelector<HTMLElement>(`[data-line="${key}"]`)!;
    };
    const below = await row('OWN-5/component:default/checkout');
    expect(within(below).getByTitle('group:default/tills')).toBeVisible();
    expect(within(below).queryByRole('button')).toBeNull();
    expect(screen.getByText(/Where there is no button/)).toBeVisible();
    const above = await row('OPS-3/group:default/company');
    expect(
      within(above).getByText('counts for those below as well'),
    ).toBeVisible();
    const own = await row('OWN-5/component:default/basket');
    expect(within(own).queryByTitle('group:default/payments')).toBeNull();
    expect(screen.getByRole('link', { name: 'The shop' })).toHaveAttribute(
      'href',
      expect.stringContaining('/shop/upkeep'),
    );
    const sessions = screen.getByRole('region', {
      name: 'Sessions of teams below',
    });
    expect(
      within(sessions).getByRole('link', { name: 'Search' }),
    ).toBeVisible();
    expect(sessions).toHaveTextContent(/Dec 3, 2026/);
  });

  it('is Japanese for Japanese readers', async () => {
    renderReadiness(
      <TeamUpkeep group={{ namespace: 'default', name: 'payments' }} />,
      {
        language: 'ja',
        answers: {
          getTeamUpkeep: () => {
            throw new Error('away');
          },
        },
      },
    );
    expect(
      await screen.findByText('このチームの点検を読み込めませんでした'),
    ).toBeVisible();
  });
});

it('ends a quarter that is all but over with the next one', () => {
  expect(quarterEnd(NOW)).toBe(Date.UTC(2027, 0, 1) - 1);
  expect(quarterEnd(Date.UTC(2026, 11, 25))).toBe(Date.UTC(2027, 3, 1) - 1);
});

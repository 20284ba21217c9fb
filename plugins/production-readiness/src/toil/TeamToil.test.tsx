import { type ToilDecisionView } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveChartsSpace } from '../__testUtils__/chartSpace';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import {
  CURRENT_WEEK,
  toilEntry,
  toilReport,
  toilWeek,
} from '../__testUtils__/toilFixture';
import { TeamToil } from './TeamToil';

// Typing into real fields takes its time on a busy machine.
jest.setTimeout(30_000);

const GROUP = { namespace: 'default', name: 'payments' };
const QUARTERS = {
  access: 'shown',
  group: { ref: 'group:default/payments', title: 'Payments' },
  quarters: [],
};
const DECISIONS = { access: 'shown', decisions: [] as ToilDecisionView[] };
const entries = (list = [toilEntry()]) => ({
  getToilTrend: () => QUARTERS,
  listToilDecisions: () => DECISIONS,
  listToilLooks: () => ({ looks: [] }),
  listUnsureToil: () => ({ entries: [], count: 0 }),
  listToilEntries: () => ({
    week: toilWeek(CURRENT_WEEK, { toil: 90 }),
    allocated: false,
    entries: list,
  }),
});

beforeEach(giveChartsSpace);

describe('TeamToil', () => {
  it('answers where the time goes at the first glance', async () => {
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: { getTeamToil: () => toilReport(), ...entries() },
    });
    const quarter = await screen.findByRole('region', {
      name: 'Toil, last 13 weeks',
    });
    expect(quarter).toHaveTextContent('41.0%');
    expect(quarter).toHaveTextContent('Within target');
    expect(quarter).toHaveTextContent('−3.0 points · improving');
    expect(quarter).toHaveTextContent('58 : 42');
    expect(quarter).toHaveTextContent('Over target');
    expect(quarter).toHaveTextContent('11 of 13 weeks');
    expect(quarter).toHaveTextContent('212 of 520 h');
    expect(
      within(quarter).getByRole('img', { name: 'Toil: 41.0%, target 50%' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Not for appraisal or pay/)).toBeInTheDocument();
  });

  it('says the chart in a sentence and has its numbers in a table', async () => {
    const user = userEvent.setup();
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: { getTeamToil: () => toilReport(), ...entries() },
    });
    expect(
      await screen.findByText(
        /Toil was above the line in 11 of 11 recorded weeks, most in the week of Sep 21 \(66.0%\)/,
      ),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Hours by week' });
    expect(within(table).getAllByRole('row')).toHaveLength(14);
    expect(
      within(table).getByRole('row', { name: /Sep 21 11 h 5\.7 h .* 66\.0%/ }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(
      screen.getByRole('button', { name: 'Hide the table' }),
    ).toHaveAttribute('aria-expanded', 'true');
    const categories = screen.getByRole('table', { name: 'Hours by category' });
    expect(categories).toHaveTextContent('Log search for inquiries');
    expect(categories).toHaveTextContent('52 h');
    expect(categories).toHaveTextContent('No category');
  });

  it('gives no verdict on a few weeks', async () => {
    const figure = { ratio: 0.9, percent: 90, target: 50, trend: null };
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: {
        getTeamToil: () =>
          toilReport({
            toil: { ...figure, state: 'insufficient' },
            reactive: { ...figure, state: 'insufficient' },
            coverage: { weeks: 6, of: 13 },
          }),
        ...entries(),
      },
    });
    expect(await screen.findAllByText('Too few records')).toHaveLength(2);
    expect(
      screen.getAllByText(/6 of 13 are recorded, 7 are needed/),
    ).toHaveLength(2);
    expect(screen.queryByText('Over target')).not.toBeInTheDocument();
  });

  it('never shows 0 % when nothing is recorded', async () => {
    const figure = {
      ratio: null,
      percent: null,
      target: 50,
      state: 'no_data' as const,
      trend: null,
    };
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: {
        getTeamToil: () =>
          toilReport({
            toil: figure,
            reactive: figure,
            byDenominator: { service: null, total: null },
            recordedMinutes: 0,
            byCategory: [],
          }),
        ...entries([]),
      },
    });
    expect(
      await screen.findByText('Nothing recorded in the last 13 weeks'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^0(\.0)?%$/)).not.toBeInTheDocument();
    expect(screen.getByText('Log work')).toBeInTheDocument();
  });

  it('says why a small team is hidden, without a number', async () => {
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: {
        getTeamToil: () => ({
          access: 'hidden',
          group: { ref: 'group:default/payments', title: 'Payments' },
          reason: 'too_few_people',
        }),
      },
    });
    expect(
      await screen.findByText('These figures stay in the team'),
    ).toBeInTheDocument();
    expect(screen.getByText(/has too few people/)).not.toHaveTextContent(/\d/);
    expect(screen.queryByText('Log work')).not.toBeInTheDocument();
  });

  it('shows people outside the totals and no log', async () => {
    const client = renderReadiness(<TeamToil group={GROUP} />, {
      answers: {
        getTeamToil: () => toilReport({ members: null }),
        getToilTrend: () => QUARTERS,
        listToilDecisions: () => DECISIONS,
      },
    });
    expect(
      await screen.findByText(/Entries and notes are for its members/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Log work')).not.toBeInTheDocument();
    expect(client.of('listToilEntries')).toEqual([]);
  });

  it('tells the team who sees what, and of a lone carrier', async () => {
    const report = toilReport();
    renderReadiness(<TeamToil group={GROUP} />, {
      answers: {
        getTeamToil: () =>
          toilReport({
            manyUnsure: true,
            unsurePercent: 21.5,
            members: {
              ...report.members!,
              shownToOthers: false,
              loneCarrier: true,
            },
          }),
        ...entries(),
      },
    });
    expect(
      await screen.findByText(/Only members see this page/),
    ).toBeInTheDocument();
    expect(screen.getByText(/One person seems to carry/)).toBeInTheDocument();
    expect(
      screen.getByText(/21.5% of the minutes are not sorted yet/),
    ).toBeInTheDocument();
  });

  it('speaks Japanese, and explains the word at first', async () => {
    renderReadiness(<TeamToil group={GROUP} />, {
      language: 'ja',
      answers: { getTeamToil: () => toilReport(), ...entries() },
    });
    const quarter = await screen.findByRole('region', {
      name: /^運用負荷（トイル）/,
    });
    expect(quarter).toHaveTextContent('−3.0ポイント · 改善');
    expect(quarter).toHaveTextContent('13週中11週');
    expect(await screen.findByText('作業を記録')).toBeInTheDocument();
    expect(screen.getAllByText('問い合わせに伴うログ調査')).not.toEqual([]);
  });
});

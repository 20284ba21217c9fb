import {
  type AllocationView,
  type ToilDecisionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { CURRENT_WEEK, toilReport } from '../../__testUtils__/toilFixture';
import { AutomateNext } from './AutomateNext';
import { Decisions } from './Decisions';
import { FridayCard } from './FridayCard';
import { OnCallFloor } from './OnCallFloor';

jest.setTimeout(30_000);

const GROUP = { namespace: 'default', name: 'payments' };

const DECISION: ToilDecisionView = {
  id: '6d0b4f2e-51d5-4e57-8e2b-0c4a3d6d0a22',
  version: 3,
  kind: 'automate',
  category: 'customer_inquiry',
  label: { en: 'Log search for inquiries', ja: '問い合わせに伴うログ調査' },
  buildHours: 40,
  upkeepHours: 0.5,
  liveFrom: null,
  dropped: false,
  decidedIn: '2026-W40',
  minutesPerWeek: 240,
  paybackWeeks: 12,
  followUp: null,
};

const shown = (decisions: ToilDecisionView[]) => ({
  listToilDecisions: () => ({ access: 'shown', decisions }),
});

describe('automate next', () => {
  it('says when it has paid back, and keeps it as a candidate', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(
      <AutomateNext group={GROUP} report={toilReport()} />,
      {
        answers: { addToilDecision: () => ({ id: DECISION.id, version: 1 }) },
      },
    );
    // 52 hours in 13 weeks are 4 a week: 40 / (4 - 0.5) is 11.4.
    expect(await screen.findByText('Pays back in 12 weeks')).toBeVisible();
    const table = screen.getByRole('table', { name: /Pay-back/ });
    expect(
      within(table).getByRole('row', {
        name: /Log search for inquiries 4(\.0)? h 12/,
      }),
    ).toBeInTheDocument();
    const upkeep = screen.getByLabelText('Upkeep, hours a week');
    await user.clear(upkeep);
    await user.type(upkeep, '4');
    expect(screen.getByText(/Never pays back/)).toBeVisible();
    await user.clear(upkeep);
    expect(screen.getByText(/Write both as hours/)).toBeVisible();
    const keep = screen.getByRole('button', { name: 'Keep as a candidate' });
    expect(keep).toBeDisabled();
    await user.type(upkeep, '1');
    await user.click(keep);
    expect(client.of('addToilDecision')).toMatchObject([
      {
        body: { category: 'customer_inquiry', buildHours: 40, upkeepHours: 1 },
      },
    ]);
  });
});

describe('what a team decided', () => {
  it('lets a member correct the hours of a candidate', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(
      <Decisions group={GROUP} currentWeek={CURRENT_WEEK} />,
      {
        answers: {
          ...shown([DECISION]),
          updateToilDecision: () => ({ id: DECISION.id, version: 4 }),
        },
      },
    );
    await user.click(
      await screen.findByRole('button', { name: 'Correct the hours' }),
    );
    const build = screen.getByLabelText('Hours to build');
    await user.clear(build);
    await user.type(build, 'a lot');
    await user.click(screen.getByRole('button', { name: 'Save the hours' }));
    expect(build).toBeInvalid();
    expect(client.of('updateToilDecision')).toHaveLength(0);
    await user.clear(build);
    await user.type(build, '24');
    await user.click(screen.getByRole('button', { name: 'Save the hours' }));
    expect(client.of('updateToilDecision')).toMatchObject([
      {
        ifMatch: 3,
        body: { kind: 'automate', buildHours: 24, upkeepHours: 0.5 },
      },
    ]);
  });

  it('shows outsiders what came of it, and nothing to press', async () => {
    renderReadiness(<Decisions group={GROUP} />, {
      answers: shown([
        {
          ...DECISION,
          liveFrom: '2026-W30',
          followUp: {
            comparable: true,
            before: { weeks: 13, recordedWeeks: 13, minutesPerWeek: 300 },
            after: { weeks: 13, recordedWeeks: 13, minutesPerWeek: 60 },
            wonPerWeek: 240,
            complete: true,
            won: 3120,
          },
        },
      ]),
    });
    expect(
      await screen.findByText(/52 h won back in 13 weeks/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

describe('the Friday card', () => {
  const view: AllocationView = {
    week: CURRENT_WEEK,
    version: 2,
    capacityMinutes: 12_000,
    entries: 0,
    proposal: null,
    parts: [
      {
        trigger: 'reactive',
        nature: 'toil',
        category: 'oncall_page',
        percent: 40,
        minutes: 4800,
      },
      {
        trigger: 'proactive',
        nature: 'engineering',
        category: 'feature_work',
        percent: 50,
        minutes: 6000,
      },
      { trigger: 'reactive', nature: 'unsure', percent: 10, minutes: 1200 },
    ],
  };

  it('changes a week that is split by category, and keeps the categories', async () => {
    const user = userEvent.setup();
    const report = toilReport();
    const client = renderReadiness(
      <FridayCard group={GROUP} report={report} members={report.members!} />,
      {
        answers: {
          ...shown([]),
          getAllocation: () => view,
          putAllocation: () => ({ ...view, version: 3 }),
        },
      },
    );
    expect(
      await screen.findByText(/10% of this week are put down as unsure/),
    ).toBeInTheDocument();
    fireEvent.change(
      screen.getByRole('slider', { name: 'Toil, in percent of the week' }),
      { target: { value: 30 } },
    );
    await user.click(screen.getByRole('button', { name: 'Save the week' }));
    expect(client.of('putAllocation')).toMatchObject([
      {
        ifMatch: 2,
        body: {
          parts: [
            { nature: 'toil', category: 'oncall_page', percent: 30 },
            { nature: 'engineering', category: 'feature_work', percent: 60 },
            { nature: 'unsure', percent: 10 },
          ],
        },
      },
    ]);
  });
});

describe('the on-call floor', () => {
  it('says the share of a rota, and refuses what is no number of people', async () => {
    const user = userEvent.setup();
    renderReadiness(<OnCallFloor />);
    expect(
      await screen.findByText(/On-call alone takes 33(\.3)?%/),
    ).toBeInTheDocument();
    const people = screen.getByLabelText('People in the rota');
    await user.clear(people);
    await user.type(people, '４');
    expect(screen.getByText(/On-call alone takes 50%/)).toBeInTheDocument();
    await user.clear(people);
    await user.type(people, '0');
    expect(screen.getByText('A whole number, 1 or more.')).toBeInTheDocument();
  });
});

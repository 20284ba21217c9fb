import { type SloTelemetryView } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  entitySlos,
  material,
  NOW,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { SloContent } from '../SloContent';

// A panel of fields is slow to fill in on a busy machine.
jest.setTimeout(20_000);

const REF = 'component:default/checkout';
const MINUTE = 60_000;
const DAY = 86_400_000;

const agreed = slo({
  state: 'in_force',
  inForce: version(1, material(), { state: 'in_force', decisions: [] }),
  proposal: null,
  reviewBy: NOW + 40 * DAY,
});

const measured: SloTelemetryView = {
  sloId: SLO_ID,
  state: 'ok',
  objective: '99.9',
  remaining: '0.62',
  burnRate: '0.4',
  sampledAt: NOW - MINUTE,
  checkedAt: NOW - MINUTE,
  problem: null,
  windowSeconds: 28 * 86_400,
  drift: null,
  binding: {
    provider: 'prometheus',
    externalId: 'sloth:checkout-requests',
    source: 'sloth',
  },
  bindingVersion: 3,
  suggestions: [],
  samples: [],
  alerts: [],
};

function show(
  change: Partial<SloTelemetryView> = {},
  view = entitySlos({ slos: [agreed] }),
) {
  return renderReadiness(<SloContent entityRef={REF} />, {
    answers: {
      getEntitySlos: () => view,
      getEntityTelemetry: () => ({
        slos: [{ ...measured, ...change }],
        configured: true,
        mayBind: true,
        asOf: NOW,
      }),
      bindTelemetry: () => ({ bindingVersion: 4 }),
    },
  });
}

const firing = {
  name: 'CheckoutBurnsFast',
  severity: 'page',
  runbookUrl: null,
  firing: true,
  firingSince: NOW - 30 * MINUTE,
};

describe('the error budget of an SLO', () => {
  it('is what is left, as it was measured last, and by what', async () => {
    show();
    expect(
      await screen.findByRole('img', {
        name: '62% of the error budget is left',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('on track')).toBeInTheDocument();
    expect(screen.getByText('measured 1 minute ago')).toBeInTheDocument();
    expect(
      screen.getByText('Measured by sloth:checkout-requests (sloth)'),
    ).toBeInTheDocument();
  });

  it('says when the rest is used up, while it is spent too fast', async () => {
    show({ state: 'burning', remaining: '0.25', burnRate: '3.5' });
    expect(await screen.findByText('being spent too fast')).toBeInTheDocument();
    // A quarter of 28 days at 3.5 times the pace: two days.
    expect(
      screen.getByText('At this pace the rest is used up in 2 days.'),
    ).toBeInTheDocument();
  });

  it('says how far it is overspent, and what fires', async () => {
    show({ state: 'exhausted', remaining: '-0.125', alerts: [firing] });
    expect(await screen.findByText('used up')).toBeInTheDocument();
    expect(
      screen.getByText('The budget is used up, and 12.5% more than that.'),
    ).toBeInTheDocument();
    expect(screen.getByText('CheckoutBurnsFast is firing')).toBeInTheDocument();
    expect(screen.getByText('since 30 minutes ago')).toBeInTheDocument();
  });

  it.each<[string, Partial<SloTelemetryView>, string]>([
    [
      'can not be reached',
      { state: 'no_data', problem: 'unreachable', alerts: [firing] },
      'The monitoring could not be reached. The last value was measured 3 hours ago.',
    ],
    [
      'has no series',
      { state: 'no_data', problem: 'no_series' },
      'The monitoring has no data for this SLO. The last value was measured 3 hours ago.',
    ],
    [
      'is stale',
      { state: 'no_data', problem: 'stale' },
      'The monitoring sends no new values. The last value was measured 3 hours ago.',
    ],
    [
      'was not asked for a while',
      { state: 'ok' },
      'The last value was measured 3 hours ago.',
    ],
  ])(
    'is never shown as healthy while the monitoring %s',
    async (_, change, text) => {
      show({ sampledAt: NOW - 180 * MINUTE, ...change });
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(screen.getByText('no current data')).toBeInTheDocument();
      expect(screen.queryByText('on track')).not.toBeInTheDocument();
      // The last value stays.
      expect(screen.getByText('62%')).toBeInTheDocument();
      // What nobody can see any more is not said to fire.
      expect(screen.queryByText(/is firing/)).not.toBeInTheDocument();
    },
  );

  it('says so when nothing was ever measured, or series contradict', async () => {
    const nothing = { remaining: null, burnRate: null, sampledAt: null };
    show({ ...nothing, state: 'ambiguous', problem: 'ambiguous' });
    expect(await screen.findByText('several answers')).toBeInTheDocument();
    expect(
      screen.getByText(/Make their labels unique. Nothing has been measured/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('names what runs and what was signed where they differ', async () => {
    show(
      { drift: { running: '99.5', signed: '99.9' } },
      entitySlos({
        slos: [{ ...agreed, state: 'drifted', overlays: ['drifted'] }],
      }),
    );
    expect(
      await screen.findByText('Running 99.5%, signed 99.9%'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Drifted/)).toBeInTheDocument();
  });

  it('says so when it is the budget of another period', async () => {
    show({ windowSeconds: 7 * 86_400 });
    expect(
      await screen.findByText(
        'Measured over 7 d, agreed over 28 d: what is left is that of another period.',
      ),
    ).toBeInTheDocument();
  });

  it('asks which running SLO measures it, and takes the answer', async () => {
    const user = userEvent.setup();
    const client = show({
      state: 'unbound',
      binding: null,
      bindingVersion: 0,
      suggestions: [
        {
          provider: 'prometheus',
          externalId: 'sloth:checkout-requests',
          source: 'sloth',
          service: 'checkout',
          name: 'requests',
          objective: '99.5',
        },
      ],
    });
    await user.click(
      await screen.findByRole('button', {
        name: 'Use requests (99.5%, sloth)',
      }),
    );
    expect(client.calls).toContainEqual(
      expect.objectContaining({
        operationId: 'bindTelemetry',
        body: {
          running: {
            provider: 'prometheus',
            externalId: 'sloth:checkout-requests',
          },
        },
        ifMatch: 0,
      }),
    );
  });

  it('has a past with a sentence, a table, and when alerts should fire', async () => {
    const user = userEvent.setup();
    show({
      samples: [20, 10, 0].map(days => ({
        at: NOW - days * DAY,
        remaining: days === 10 ? '0.4' : '0.62',
        burnRate: '0.4',
      })),
    });
    await user.click(await screen.findByText('Budget over the last 28 days'));
    expect(
      screen.getByText(
        'From 62% to 62% in the last 28 days, 40% at the lowest.',
      ),
    ).toBeInTheDocument();
    const thresholds = screen.getByRole('table', {
      name: 'When alerts should fire',
    });
    expect(
      within(thresholds).getByRole('row', {
        name: 'Page 13.44 1 hr and 5 min 1.34%',
      }),
    ).toBeInTheDocument();
    const past = screen.getByRole('table', {
      name: 'Budget over the last 28 days',
    });
    expect(within(past).getAllByRole('row')).toHaveLength(4);
  });

  it('lets a rule that runs be written down as it is', async () => {
    const user = userEvent.setup();
    show(
      {},
      entitySlos({
        slos: [agreed],
        rules: [
          {
            sloId: SLO_ID,
            name: 'Checkout burns fast',
            response: 'ticket',
            runbookUrl: 'https://wiki.example/burn',
            firing: false,
            alertId: null,
          },
        ],
        holes: [
          {
            hole: 'rule_not_recorded',
            id: SLO_ID,
            rule: 'Checkout burns fast',
          },
        ],
      }),
    );
    const chain = await screen.findByRole('region', {
      name: 'From users to the number',
    });
    expect(chain).toHaveTextContent('Alerts (1)');
    expect(chain).toHaveTextContent('Found in monitoring · ticket');
    expect(chain).toHaveTextContent('1 of 1 alerts lead to one');
    await user.click(
      within(chain).getByRole('button', { name: 'Write it down' }),
    );
    const panel = await screen.findByRole('dialog', { name: 'Add an alert' });
    expect(
      within(panel).getByRole('textbox', { name: /What is the alert called/ }),
    ).toHaveValue('Checkout burns fast');
    expect(
      within(panel).getByRole('textbox', { name: /what to do first/ }),
    ).toHaveValue('https://wiki.example/burn');
  });
});

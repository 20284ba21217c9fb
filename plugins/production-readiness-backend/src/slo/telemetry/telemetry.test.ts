import { mockServices } from '@backstage/backend-test-utils';
import {
  SloMeasurementResult,
  TelemetryProvider,
} from '@prodready/backstage-plugin-production-readiness-node';
import { FixedClock } from '../../database';
import { describeOnDatabases } from '../../testing';
import { readBudgetDays } from './BudgetDayStore';
import { TelemetryCollection } from './TelemetryCollection';
import { readTelemetryRows } from './TelemetryQuery';
import { beginRun, endRun, saveBinding } from './TelemetryStore';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

describeOnDatabases('collecting telemetry', db => {
  const clock = new FixedClock(NOW);
  const running = { provider: 'fake', externalId: 'checkout-requests' };
  const never = new AbortController().signal;
  let answer: () => Promise<SloMeasurementResult>;

  const provider: TelemetryProvider = {
    id: 'fake',
    async snapshot() {
      return {
        slos: [
          {
            externalId: running.externalId,
            source: 'sloth',
            service: 'Checkout',
            name: 'requests',
            objective: '99.5',
            windowSeconds: null,
          },
        ],
        results: new Map([[running.externalId, await answer()]]),
        alerts: [],
      };
    },
    async history() {
      return [10, 1].map(days => ({
        at: NOW - days * DAY,
        objective: '99.5',
        remaining: '-1',
        burnRate: null,
      }));
    },
  };
  const collection = () =>
    new TelemetryCollection({
      database: db.database,
      clock,
      logger: mockServices.logger.mock(),
      providers: [provider],
      deadline: 50,
    });
  const measured = async (at: number): Promise<SloMeasurementResult> => ({
    kind: 'measured',
    measurement: { at, objective: '99.5', remaining: '0.62', burnRate: '0.4' },
  });
  const state = async () =>
    (await readTelemetryRows(db.knex, ['7'], 'checkout', NOW)).states[0];
  const bind = () =>
    db.database.transaction(tx =>
      saveBinding(tx, '7', running, 0, { userRef: 'user:x/y', at: NOW }),
    );

  it('suggests what runs under the name, and measures what was confirmed', async () => {
    answer = () => measured(NOW);
    await collection().run(never);
    const before = await readTelemetryRows(db.knex, ['7'], 'checkout', NOW);
    expect(before.running).toEqual([expect.objectContaining(running)]);
    expect(before.states).toEqual([]);

    expect(await bind()).toBe(1);
    await collection().run(never);
    expect(await state()).toMatchObject({
      state: 'ok',
      objective: '99.5',
      remaining: '0.62',
      sampledAt: NOW,
      problem: null,
    });
    // The past of what was just bound: twice its budget was spent then.
    expect(await readBudgetDays(db.knex, '7', 91, NOW)).toEqual([
      { day: '2026-11-13', errorRatio: '0.01' },
      { day: '2026-11-22', errorRatio: '0.01' },
      { day: '2026-11-23', errorRatio: '0.0019' },
    ]);
  });

  it.each<[string, () => Promise<SloMeasurementResult>, string]>([
    ['is down', () => Promise.reject(new Error('down')), 'no_data'],
    ['never answers', () => new Promise(() => {}), 'no_data'],
    ['has no data', async () => ({ kind: 'no_data' }), 'no_data'],
    ['says two things', async () => ({ kind: 'ambiguous' }), 'ambiguous'],
    ['says what was', () => measured(NOW - DAY), 'no_data'],
    ['says what will be', () => measured(NOW + DAY), 'no_data'],
  ])(
    'keeps the last good value when the provider %s',
    async (_, then, expected) => {
      await bind();
      answer = () => measured(NOW);
      await collection().run(never);
      answer = then;
      await collection().run(never);
      expect(await state()).toMatchObject({
        state: expected,
        remaining: '0.62',
        sampledAt: NOW,
        problem: expect.any(String),
      });
    },
  );

  it('writes nothing in a run that a newer one has overtaken', async () => {
    const first = await db.database.transaction(tx => beginRun(tx, 'fake', 1));
    const second = await db.database.transaction(tx => beginRun(tx, 'fake', 2));
    expect(second).toBeGreaterThan(first);
    const end = (fence: number) =>
      db.database.transaction(tx =>
        endRun(tx, { provider: 'fake', fence, at: 3, problem: null }),
      );
    expect(await end(first)).toBe(false);
    expect(await end(second)).toBe(true);
  });

  it('lets one of two people say what measures an SLO', async () => {
    expect(await bind()).toBe(1);
    expect(await bind()).toBeUndefined();
  });
});

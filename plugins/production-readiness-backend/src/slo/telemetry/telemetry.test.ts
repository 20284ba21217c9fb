import { mockServices } from '@backstage/backend-test-utils';
import {
  RunningAlert,
  SloMeasurementResult,
  TelemetryProvider,
} from '@prodready/backstage-plugin-production-readiness-node';
import { describeOnDatabases } from '../../testing';
import {
  component,
  content,
  createSloTestBed,
  DAY,
  newest,
  NOW,
  person,
  said,
} from '../../testing/slo';
import { readBudgetDays } from './BudgetDayStore';
import { TelemetryCollection } from './TelemetryCollection';
import { readTelemetryRows } from './TelemetryQuery';
import { beginRun, endRun, saveBinding } from './TelemetryStore';

const CHECKOUT = component('checkout');
const dev = person('dev', 'payments');
const sre = person('sre', 'payments');
const owner = person('owner');
const running = { provider: 'fake', externalId: 'checkout-requests' };
const never = new AbortController().signal;

const PAGE: RunningAlert = {
  externalId: running.externalId,
  name: 'CheckoutBurnsFast',
  severity: 'page',
  runbookUrl: null,
  firing: true,
  firingSince: NOW - 60_000,
};
const TICKET: RunningAlert = {
  ...PAGE,
  severity: 'ticket',
  runbookUrl: 'https://wiki.example/burn',
  firing: false,
  firingSince: null,
};

const measured = async (at: number): Promise<SloMeasurementResult> => ({
  kind: 'measured',
  measurement: { at, objective: '99.5', remaining: '0.62', burnRate: '0.4' },
});

describeOnDatabases('collecting telemetry', db => {
  /** A provider of one SLO that says what it is told to say. */
  class Fake implements TelemetryProvider {
    readonly id = 'fake';
    answer: () => Promise<SloMeasurementResult> = () => measured(NOW);
    alerts: RunningAlert[] = [];
    knowsSlo = true;
    pastEndsAt = NOW - DAY;

    async snapshot() {
      const result = await this.answer();
      return {
        slos: this.knowsSlo
          ? [
              {
                externalId: running.externalId,
                source: 'sloth',
                service: 'Checkout',
                name: 'requests',
                objective: '99.5',
                windowSeconds: 7 * 86_400,
              },
            ]
          : [],
        results: new Map([[running.externalId, result]]),
        alerts: this.alerts,
      };
    }

    async history(_id?: string) {
      return [this.pastEndsAt - 9 * DAY, this.pastEndsAt].map(at => ({
        at,
        objective: '99.5',
        remaining: '-1',
        burnRate: null,
      }));
    }
  }

  /** One SLO at 99.9 that waits for its signatures. */
  const start = async () => {
    const { database, knex } = db;
    const bed = await createSloTestBed(
      database,
      {
        checkout: {
          owner: 'payments',
          annotations: {
            'production-readiness.io/product-owner': 'user:default/owner',
          },
        },
        payments: { kind: 'group' },
      },
      ['dev', 'owner', 'sre'],
    );
    const journey = await bed.journeys.add(
      dev,
      CHECKOUT,
      {
        title: 'Check out',
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    const { slo } = await bed.editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    const [{ id }] = await knex('slos');
    const provider = new Fake();
    const judged: string[] = [];
    const collection = new TelemetryCollection({
      database,
      clock: bed.clock,
      evaluation: { reevaluate: async (_tx, ids) => void judged.push(...ids) },
      logger: mockServices.logger.mock(),
      providers: [provider],
      deadline: 50,
    });
    return {
      ...bed,
      provider,
      judged,
      sloId: slo.id,
      id: String(id),
      collect: (signal = never) => collection.run(signal),
      // What was never collected can't be bound.
      bind: async () => {
        await collection.run(never);
        await bed.binding.bind(dev, slo.id, running, 0);
      },
      rows: () => readTelemetryRows(knex, [String(id)], 'checkout', NOW),
      page: async () => bed.reading.entity(dev, CHECKOUT),
      async sign() {
        for (const [who, meaning] of [
          [sre, 'technical-review'],
          [owner, 'approve'],
        ] as const) {
          const page = await bed.reading.slo(who, slo.id);
          const version = newest(page);
          await bed.signing.sign(
            who,
            slo.id,
            version.version,
            said(version, meaning),
            undefined,
          );
        }
      },
      async factsOf() {
        const [entity] = await knex('directory_entities').where({
          ref: 'component:default/checkout',
        });
        const facts = await bed.facts.read(knex, [String(entity.id)]);
        return facts.get(String(entity.id))!;
      },
    };
  };

  it('suggests what runs under the name, and measures what was confirmed', async () => {
    const { bind, collect, id, rows } = await start();
    await collect();
    expect(await rows()).toMatchObject({
      running: [{ ...running, windowSeconds: 7 * 86_400 }],
      states: [],
    });
    await bind();
    await collect();
    expect((await rows()).states[0]).toMatchObject({
      state: 'ok',
      objective: '99.5',
      remaining: '0.62',
      sampledAt: NOW,
      problem: null,
    });
    // The past of what was just bound: twice its budget was spent then.
    expect(await readBudgetDays(db.knex, id, 91, NOW)).toEqual([
      { day: '2026-11-13', errorRatio: '0.01' },
      { day: '2026-11-22', errorRatio: '0.01' },
      { day: '2026-11-23', errorRatio: '0.0019' },
    ]);
  });

  it('blames no provider that it left because the process ends', async () => {
    const { bind, collect, provider, rows } = await start();
    await bind();
    await collect();
    const before = await rows();
    const stop = new AbortController();
    provider.answer = () => {
      stop.abort();
      return new Promise(() => {});
    };
    await collect(stop.signal);
    expect(await rows()).toEqual(before);
  });

  it.each<[string, () => Promise<SloMeasurementResult>, string, string]>([
    [
      'is down',
      () => Promise.reject(new Error('down')),
      'no_data',
      'unreachable',
    ],
    ['never answers', () => new Promise(() => {}), 'no_data', 'unreachable'],
    ['has no data', async () => ({ kind: 'no_data' }), 'no_data', 'no_series'],
    [
      'says two things',
      async () => ({ kind: 'ambiguous' }),
      'ambiguous',
      'ambiguous',
    ],
    ['says what was', () => measured(NOW - DAY), 'no_data', 'stale'],
    ['says what will be', () => measured(NOW + DAY), 'no_data', 'stale'],
  ])(
    'keeps the last good value, and every fact, when the provider %s',
    async (_, then, state, problem) => {
      const { bind, collect, factsOf, judged, provider, rows, sign } =
        await start();
      await sign();
      await bind();
      provider.alerts = [PAGE];
      await collect();
      const before = await factsOf();
      expect(before).toMatchObject({ state: 'drifted', pagingAlerts: 1 });
      judged.length = 0;
      provider.answer = then;
      if (problem !== 'unreachable') provider.knowsSlo = false;
      provider.alerts = [];
      await collect();
      expect((await rows()).states[0]).toMatchObject({
        state,
        remaining: '0.62',
        sampledAt: NOW,
        problem,
      });
      expect(await factsOf()).toEqual(before);
      expect(judged).toEqual([]);
    },
  );

  it('reads the past of a few at a time, until it has that of all', async () => {
    const { binding, collect, editing, journeys, provider } = await start();
    const asked: string[] = [];
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { snapshot } = provider;
    provider.snapshot = async () => {
      const whole = await snapshot.call(provider);
      const [slo] = whole.slos;
      return {
        ...whole,
        slos: names.map(externalId => ({ ...slo, externalId })),
        results: new Map(),
      };
    };
    provider.history = async (id = '') => {
      asked.push(id);
      // One that fails has its turn again.
      if (id === 'c' && asked.filter(one => one === 'c').length === 1) {
        throw new Error('too slow');
      }
      return [];
    };
    await collect();
    const { id: journeyId } = await journeys.add(
      dev,
      CHECKOUT,
      {
        title: 'Pay',
        kind: 'user',
        importance: 'normal',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    for (const externalId of names) {
      const { slo } = await editing.add(
        dev,
        CHECKOUT,
        { content: content(journeyId), requestSignatures: false },
        undefined,
      );
      await binding.bind(dev, slo.id, { provider: 'fake', externalId }, 0);
    }
    for (let run = 0; run < 4; run++) await collect();
    expect([...asked].sort()).toEqual([...names, 'c'].sort());
  });

  it('keeps the last of the past where there is no value now', async () => {
    const { bind, collect, provider, rows } = await start();
    provider.answer = async () => ({ kind: 'no_data' });
    await bind();
    await collect();
    expect((await rows()).states[0]).toMatchObject({
      state: 'no_data',
      remaining: '-1',
      sampledAt: NOW - DAY,
      checkedAt: NOW,
      problem: 'no_series',
    });
  });

  it('says that what runs is not what was signed, everywhere', async () => {
    const { bind, collect, factsOf, judged, page, provider, sign } =
      await start();
    await bind();
    await collect();
    // What nobody has agreed to can't be departed from.
    expect((await page()).slos[0]).toMatchObject({
      state: 'in_review',
      overlays: [],
    });
    await sign();
    expect((await page()).slos[0]).toMatchObject({
      state: 'drifted',
      overlays: ['drifted'],
    });
    expect((await factsOf()).state).toBe('drifted');
    // Only the agreed target, to the last digit that counts, is no drift.
    for (const [objective, state] of [
      ['99.9', 'in_force'],
      ['99.90000000001', 'in_force'],
      ['99.9001', 'drifted'],
      ['99.9', 'in_force'],
    ]) {
      judged.length = 0;
      provider.answer = async () => ({
        kind: 'measured',
        measurement: { at: NOW, objective, remaining: '1', burnRate: null },
      });
      await collect();
      expect((await page()).slos[0].state).toBe(state);
      expect((await factsOf()).state).toBe(state);
      // Lists are brought up to date with it.
      expect(judged).toHaveLength(1);
    }
  });

  it('takes the rules that run into the chain and the facts', async () => {
    const { alerts, bind, collect, factsOf, judged, page, provider, sloId } =
      await start();
    await bind();
    provider.alerts = [PAGE, TICKET];
    await collect();
    expect(judged).toHaveLength(1);
    expect((await page()).rules).toEqual([
      {
        sloId,
        name: PAGE.name,
        response: 'page',
        runbookUrl: null,
        firing: true,
        alertId: null,
      },
    ]);
    expect((await page()).holes).toEqual([
      { hole: 'rule_without_runbook', id: sloId, rule: PAGE.name },
      { hole: 'rule_not_recorded', id: sloId, rule: PAGE.name },
    ]);
    expect(await factsOf()).toMatchObject({
      pagingAlerts: 1,
      pagingAlertsWithoutRunbook: 1,
      alertsNotReviewed: 0,
    });
    const { id: alertId } = await alerts.add(
      dev,
      CHECKOUT,
      {
        name: PAGE.name.toLowerCase(),
        sloId,
        severity: 'SEV1',
        response: 'page',
        runbookUrl: 'https://wiki.example/page',
      },
      undefined,
    );
    expect((await page()).rules[0].alertId).toBe(alertId);
    expect((await page()).holes).toEqual([]);
    expect(await factsOf()).toMatchObject({ pagingAlertsWithoutRunbook: 0 });
    // It begins or ceases to fire: that is news, and no fact.
    judged.length = 0;
    provider.alerts = [{ ...PAGE, firing: false }, TICKET];
    await collect();
    expect(judged).toEqual([]);
    expect((await page()).rules[0].firing).toBe(false);
  });

  it('forgets what was said by a series that another one replaced', async () => {
    const { bind, binding, collect, page, provider, reevaluated, sloId } =
      await start();
    await bind();
    provider.alerts = [PAGE];
    await collect();
    expect((await page()).rules).toHaveLength(1);
    const before = reevaluated.length;
    await binding.bind(dev, sloId, null, 1);
    expect((await page()).rules).toEqual([]);
    expect(reevaluated.length).toBe(before + 1);
  });

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
    const { collect, id } = await start();
    await collect();
    const bind = () =>
      db.database.transaction(tx =>
        saveBinding(tx, id, running, 0, { userRef: 'user:x/y', at: NOW }),
      );
    expect(await bind()).toBe(1);
    expect(await bind()).toBeUndefined();
  });
});

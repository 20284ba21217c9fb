import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DAY,
  StateTiming,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';
import { describeOnDatabases } from '../testing';
import {
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { tinyChecklist } from '../testing/tinyChecklist';
import { addCheckProvider } from './addCheckProvider';

const REF = 'component:default/checkout';
const olga = personOf('olga', 'payments');
const ci = {
  kind: 'service' as const,
  principals: [],
  isAdmin: false,
  onBehalfOf: false,
  serviceName: 'external:ci',
  credentials: {
    $$type: '@backstage/BackstageCredentials' as const,
    principal: { type: 'service' },
  },
};

/** A provider that answers as a test says. */
class FakeProvider implements ReadinessCheckProvider {
  readonly id = 'ci';
  asked: { refs: readonly string[]; checkIds: readonly string[] }[] = [];
  answer: (signal: AbortSignal) => Promise<unknown> = async () => ({
    [REF]: { 'build.green': true },
  });

  async readChecks(
    refs: readonly string[],
    options: { checkIds: readonly string[]; signal: AbortSignal },
  ) {
    this.asked.push({ refs, checkIds: options.checkIds });
    return this.answer(options.signal) as ReturnType<
      ReadinessCheckProvider['readChecks']
    >;
  }
}

describeOnDatabases('checks of other systems', db => {
  async function setUp(
    check = 'checks.ci.build.green: true',
    timing: Partial<StateTiming> = {},
  ) {
    const provider = new FakeProvider();
    const file = join(await mkdtemp(join(tmpdir(), 'checks-')), 'tiny.yaml');
    await writeFile(file, tinyChecklist({ check }));
    const bed = await createChecklistTestBed(db.database, {
      entities: [TEAM, CHECKOUT],
      checkProviders: [provider],
      timing,
      readiness: {
        checklist: { documents: [{ type: 'file', target: file }] },
      },
    });
    await bed.registry.publish(db.database, bed.journal, async () => NOW);
    await bed.sweep.run();
    return {
      ...bed,
      provider,
      item: async () =>
        (await bed.reading.readiness(olga, CHECKOUT_NAME)).items.find(
          ({ itemId }) => itemId === 'OWN-1',
        )!,
      score: async () =>
        (await bed.reading.readiness(olga, CHECKOUT_NAME)).summary.score,
    };
  }

  it('are unknown before they are read, and then what was said', async () => {
    const bed = await setUp();
    expect(await bed.item()).toMatchObject({ state: 'unknown' });
    await bed.checks.runner.run();
    expect(bed.provider.asked).toEqual([
      { refs: [REF], checkIds: ['build.green'] },
    ]);
    expect(await bed.item()).toMatchObject({
      state: 'passed',
    });
  });

  it('are asked for again when they are old or the entity changed', async () => {
    const bed = await setUp();
    const runs = async () => {
      await bed.checks.runner.run();
      return bed.provider.asked.length;
    };
    bed.clock.set(NOW + 1);
    expect(await runs()).toBe(1);
    bed.clock.set(NOW + 1000);
    expect(await runs()).toBe(1);
    bed.catalog.entities = [
      TEAM,
      { ...CHECKOUT, metadata: { ...CHECKOUT.metadata, description: 'New' } },
    ];
    await bed.directorySweep.run();
    expect(await runs()).toBe(2);
    bed.clock.set(NOW + 40 * 60_000);
    expect(await runs()).toBe(3);
  });

  it.each<[string, (signal: AbortSignal) => Promise<unknown>, string]>([
    [
      'throws',
      async () => {
        throw new Error('503 from Jenkins');
      },
      'ci: 503 from Jenkins',
    ],
    ['hangs', () => new Promise(() => {}), 'ci: no answer within 0.05 s'],
    [
      'answers nonsense',
      async () => ({ [REF]: [1, { a: 1 }] }),
      'ci: the answer is not a record of values by entity and check',
    ],
    ['leaves it out', async () => ({}), 'ci: no answer for build.green'],
  ])(
    'keep the last value when one %s, and say why',
    async (_, answer, error) => {
      const bed = await setUp();
      await bed.checks.runner.run();
      const before = await bed.score();
      bed.provider.answer = answer;
      bed.clock.set(NOW + DAY / 24);
      await bed.checks.runner.run();
      expect(await bed.item()).toMatchObject({
        state: 'passed',
        staleSince: NOW + DAY / 24,
        factError: error,
      });
      expect(await bed.score()).toBe(before);

      bed.clock.set(NOW + 8 * DAY);
      await bed.sweep.run();
      expect(await bed.item()).toMatchObject({
        state: 'unknown',
        factError: error,
      });
      bed.provider.answer = async () => ({ [REF]: { 'build.green': true } });
      await bed.checks.runner.run();
      expect(await bed.item()).toMatchObject({
        state: 'passed',
      });
      expect(await bed.item()).not.toHaveProperty('staleSince');
    },
  );

  it('are tried again, and not without end', async () => {
    const bed = await setUp();
    bed.provider.answer = async () => {
      if (bed.provider.asked.length < 2) throw new Error('reset');
      return { [REF]: { 'build.green': false } };
    };
    await bed.checks.runner.run();
    expect(bed.provider.asked).toHaveLength(2);
    expect(await bed.item()).toMatchObject({ state: 'failed' });
  });

  it('wait for nobody when the process ends, and are asked for again', async () => {
    const bed = await setUp();
    const stop = new AbortController();
    bed.provider.answer = async () => {
      stop.abort();
      return new Promise(() => {});
    };
    await bed.checks.runner.run(stop.signal);
    expect(bed.provider.asked).toHaveLength(1);
    // Nothing is said of a provider that was given no time.
    expect(await db.knex('check_results')).toEqual([]);
    bed.provider.answer = async () => ({ [REF]: { 'build.green': true } });
    await bed.checks.runner.run();
    expect(await bed.item()).toMatchObject({ state: 'passed' });
  });

  it('keep what was said last when an older run is still waiting', async () => {
    const bed = await setUp();
    let answerOld = (_: unknown) => {};
    bed.provider.answer = () =>
      new Promise(resolve => {
        answerOld = resolve;
      });
    const old = bed.checks.runner.run();
    while (bed.provider.asked.length === 0) await pause(1);
    bed.clock.set(NOW + 1);
    bed.provider.answer = async () => ({ [REF]: { 'build.green': false } });
    await bed.checks.runner.run();
    expect(await bed.item()).toMatchObject({ state: 'failed' });
    answerOld({ [REF]: { 'build.green': true } });
    await old;
    expect(await bed.item()).toMatchObject({ state: 'failed' });
    expect((await db.knex('check_runs').pluck('asked_at')).map(Number)).toEqual(
      [NOW + 1],
    );
  });

  it('grow stale when nothing asks for them any more', async () => {
    const bed = await setUp();
    await bed.checks.runner.run();
    bed.clock.set(NOW + 2 * DAY);
    await bed.sweep.run();
    expect(await bed.item()).toMatchObject({
      state: 'passed',
      staleSince: NOW + 2 * DAY,
      factError: 'ci: not asked for lately',
    });
  });

  it('are unknown once they were not read for as long as is configured', async () => {
    const bed = await setUp(undefined, { unknownAfter: 3 * DAY });
    await bed.checks.runner.run();
    bed.clock.set(NOW + 2 * DAY);
    await bed.sweep.run();
    // By time alone, before any sweep.
    bed.clock.set(NOW + 5 * DAY - 1);
    expect(await bed.item()).toMatchObject({ state: 'passed' });
    bed.clock.set(NOW + 5 * DAY);
    expect(await bed.item()).toMatchObject({ state: 'unknown' });
  });

  it('say that no module answers them', async () => {
    const bed = await setUp('checks.elsewhere.x: true');
    await bed.checks.runner.run();
    expect(await bed.item()).toMatchObject({
      state: 'unknown',
      factError: 'elsewhere: no module of this backend answers it',
    });
  });

  it('are read at once for one entity on demand', async () => {
    const bed = await setUp();
    const view = await bed.reading.evaluate(olga, CHECKOUT_NAME);
    expect(view.items[0]).toMatchObject({ state: 'passed' });
  });

  it('write nothing when nothing changed', async () => {
    const bed = await setUp();
    await bed.checks.runner.run();
    const stored = () => db.knex('check_results').select();
    const [items, before] = [await db.knex('item_states'), await stored()];
    bed.clock.set(NOW + 60 * 60_000);
    await bed.checks.runner.run();
    expect(bed.provider.asked).toHaveLength(2);
    expect(await stored()).toEqual(before);
    expect(await db.knex('item_states')).toEqual(items);
  });

  describe('that services report', () => {
    const evidence = { kind: 'url' as const, url: 'https://ci.example.com/7' };
    const report = (
      bed: Awaited<ReturnType<typeof setUp>>,
      value: boolean,
      validDays = 7,
    ) =>
      bed.checks.reporting.report(ci, CHECKOUT_NAME, 'build', {
        value,
        evidence,
        validDays,
      });

    it('count with their evidence, and are nobody’s answer', async () => {
      const bed = await setUp('checks.pushed.build: true');
      expect(await report(bed, true)).toEqual({
        checkId: 'build',
        reportedAt: NOW,
        validUntil: NOW + 7 * DAY,
        items: [{ itemId: 'OWN-1', state: 'passed' }],
      });
      expect(await bed.item()).toMatchObject({
        state: 'passed',
        report: { by: 'external:ci', at: NOW, evidence },
        answer: null,
      });
      expect(await bed.item()).not.toHaveProperty('acceptance');
      expect(await report(bed, false)).toMatchObject({
        items: [{ itemId: 'OWN-1', state: 'regressed' }],
      });
      const entries = await db
        .knex('journal')
        .where('action', 'check.reported')
        .select('actor');
      expect(entries).toEqual([
        { actor: 'external:ci' },
        { actor: 'external:ci' },
      ]);
    });

    it('stop counting when they are not reported again', async () => {
      const bed = await setUp('checks.pushed.build: true');
      await report(bed, true, 2);
      bed.clock.set(NOW + 2 * DAY);
      await bed.sweep.run();
      expect(await bed.item()).toMatchObject({
        state: 'passed',
        staleSince: NOW + 2 * DAY,
        factError: 'build: nothing was reported in time',
      });
      bed.clock.set(NOW + 9 * DAY);
      await bed.sweep.run();
      expect(await bed.item()).toMatchObject({ state: 'unknown' });
    });

    it('are refused from people, and where nobody asks for them', async () => {
      const bed = await setUp('checks.pushed.build: true');
      const input = { value: true, validDays: 7 };
      await expect(
        bed.checks.reporting.report(olga, CHECKOUT_NAME, 'build', input),
      ).rejects.toMatchObject({ status: 403, code: 'SERVICE_REQUIRED' });
      await expect(
        bed.checks.reporting.report(ci, CHECKOUT_NAME, 'tests', input),
      ).rejects.toMatchObject({
        status: 404,
        code: 'CHECK_NOT_ASKED',
        message: expect.stringContaining('It asks for build.'),
      });
      bed.policy.denied.add('readiness.checklist.report');
      await expect(report(bed, true)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      });
    });
  });
});

describe('the id of a check provider', () => {
  it.each(['', 'CI', 'a.b', 'pushed', 'taken', 'x'.repeat(61)])(
    'may not be "%s"',
    id => {
      const providers = [{ id: 'taken', readChecks: async () => ({}) }];
      expect(() =>
        addCheckProvider(providers, { id, readChecks: async () => ({}) }),
      ).toThrow();
    },
  );
});

import { describeOnDatabases } from '../testing';
import {
  CHECKOUT,
  catalogEntity,
  createChecklistTestBed,
  NOW,
  TEAM,
} from '../testing/checklist';
import { copyEntity } from '../testing/copies';
import { requestRipple } from './ripples';

const COPIES = 220;
/** As many as go into one transaction. */
const BATCH = 100;

describeOnDatabases('a sweep that is told to stop', db => {
  const SRE = [{ sections: ['rel'], groupRef: 'group:default/sre' }];

  /** A process of its own on the same database. */
  const start = (reviewers: typeof SRE = []) =>
    createChecklistTestBed(db.database, {
      reviewers,
      entities: [catalogEntity('Group', 'acme'), TEAM, CHECKOUT],
    });

  /** All entities that a checklist is for. */
  async function setUp() {
    const bed = await start();
    await copyEntity(db.knex, 'component:default/checkout', COPIES);
    const { entities } = await bed.sweep.run();
    expect(entities).toBeGreaterThan(COPIES);
    return db.knex('readiness_summaries').pluck('entity_id');
  }

  /** Stops it while its first batch is being kept. */
  async function runOneBatch(
    bed: Awaited<ReturnType<typeof start>>,
    table: string,
  ) {
    const stop = new AbortController();
    const listen = ({ sql }: { sql: string }) => {
      if (/^(insert|update)/.test(sql) && sql.includes(table)) stop.abort();
    };
    db.knex.on('query', listen);
    try {
      await expect(bed.sweep.run(stop.signal)).resolves.toEqual({
        entities: BATCH,
      });
    } finally {
      db.knex.removeListener('query', listen);
    }
  }

  const appliedSettings = () =>
    db.knex('journal').where({ action: 'checklist.settings_applied' });

  it('goes on where it was, in another process', async () => {
    const all = await setUp();
    await runOneBatch(await start(SRE), 'checklist_catch_ups');
    expect(await appliedSettings()).toHaveLength(1);

    const next = await start(SRE);
    await expect(next.sweep.run()).resolves.toEqual({
      entities: all.length - BATCH,
    });
    expect(await appliedSettings()).toHaveLength(2);
    expect(await db.knex('checklist_catch_ups')).toEqual([]);
    await expect((await start(SRE)).sweep.run()).resolves.toEqual({
      entities: 0,
    });
  }, 60_000);

  it('leaves nothing judged by settings that were taken back', async () => {
    const all = await setUp();
    await runOneBatch(await start(SRE), 'checklist_catch_ups');
    await expect((await start()).sweep.run()).resolves.toEqual({
      entities: all.length,
    });
    expect(await db.knex('checklist_catch_ups')).toEqual([]);
  }, 60_000);

  it('goes on below a Group, and begins anew when asked again', async () => {
    await setUp();
    const ask = async (ref: string) => {
      const { id } = await db.knex('directory_entities').where({ ref }).first();
      await db.database.transaction(tx => requestRipple(tx, [String(id)], NOW));
    };
    const below = COPIES + 1;
    const bed = await start();
    await bed.sweep.run();
    await ask('group:default/payments');
    await runOneBatch(bed, 'checklist_ripples');
    await expect(bed.sweep.run()).resolves.toEqual({
      entities: below - BATCH,
    });

    await ask('group:default/payments');
    await runOneBatch(bed, 'checklist_ripples');
    await ask('group:default/payments');
    await expect(bed.sweep.run()).resolves.toEqual({ entities: below });
    await expect(bed.sweep.run()).resolves.toEqual({ entities: 0 });
  }, 60_000);
});

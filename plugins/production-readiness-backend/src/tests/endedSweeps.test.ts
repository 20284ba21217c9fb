import knexFactory, { Knex } from 'knex';
import { createPostgresDatabase, describeOnPostgres } from '../testing';
import { copyEntity } from '../testing/copies';
import { startProcessBackend } from '../testing/processBackend';

const COPIES = 3000;
/** As many as a sweep judges in one transaction. */
const BATCH = 100;
/**
 * Within so much the process is gone. One batch takes less than a second, even
 * of entities that nobody has judged before; a busy machine takes longer.
 */
const MILLISECONDS = 5000;
/** When the judgement of the copies ended: a moment ago. */
const ENDED = Date.now();
const options = {
  schedules: true,
  readiness: { sweep: { expiry: { seconds: 1 } } },
};

describeOnPostgres('A process that is ended in the middle of a sweep', () => {
  let knex: Knex;
  afterEach(() => knex.destroy());

  it('is gone soon, and the next one goes on where it stopped', async () => {
    const connection = await createPostgresDatabase();
    knex = knexFactory({ client: 'pg', connection });
    const first = await startProcessBackend(connection, options);
    // The catalog has been read, and everything judged once.
    await until(async () => (await appliedSettings(knex)) > 0);
    await until(async () => (await summaries(knex)) >= 7);
    const copies = await dueCopies(knex);
    await until(async () => (await due(knex)) < COPIES);

    const begin = Date.now();
    const before = await due(knex);
    await first.end('SIGTERM');
    expect(Date.now() - begin).toBeLessThan(MILLISECONDS);
    const left = await due(knex);
    // The batch that was under way, and perhaps one that had just begun.
    expect(before - left).toBeLessThanOrEqual(2 * BATCH);
    expect(left).toBeGreaterThan(0);
    // Whole batches: nothing is half kept.
    expect((COPIES - left) % BATCH).toBe(0);
    const judged = await judgedTimes(knex, copies);
    expect(judged.size).toBe(COPIES - left);

    // The tasks were given back: nobody waits for their time-outs.
    expect(await claimedTasks(knex)).toEqual([]);
    const second = await startProcessBackend(connection, options);
    await until(async () => (await due(knex)) === 0);
    await second.end('SIGTERM');
    const times = await judgedTimes(knex, copies);
    expect(times.size).toBe(COPIES);
    expect(new Set(times.values())).toEqual(new Set([1]));
  }, 180_000);
});

const appliedSettings = async (knex: Knex) =>
  (await knex('journal').where({ action: 'checklist.settings_applied' }))
    .length;
const summaries = async (knex: Knex) =>
  (await knex('readiness_summaries')).length;

/** Copies of an entity whose judgement has ended by time. */
async function dueCopies(knex: Knex): Promise<string[]> {
  const ids = await copyEntity(knex, 'component:default/checkout', COPIES);
  await knex.raw(
    `insert into readiness_summaries
     select s.* from directory_entities c
     join directory_entities o on o.ref = 'component:default/checkout' and o.deleted_at is null
     cross join lateral (
       select (jsonb_populate_record(r, jsonb_build_object('entity_id', c.id, 'valid_until', ?::bigint))).*
       from readiness_summaries r where r.entity_id = o.id
     ) s
     where c.id = any(?)`,
    [ENDED, ids],
  );
  return ids;
}

const claimedTasks = (knex: Knex) =>
  knex('backstage_backend_tasks__tasks')
    .whereNotNull('current_run_ticket')
    .pluck('id');

const due = async (knex: Knex) =>
  Number(
    (await knex('readiness_summaries').where('valid_until', ENDED).count())[0]
      .count,
  );

/** How often each was judged, as the journal says. */
async function judgedTimes(
  knex: Knex,
  ids: string[],
): Promise<Map<string, number>> {
  const rows = await knex('journal')
    .whereRaw('chain = any(?)', [ids.map(id => `entity:${id}`)])
    .groupBy('chain')
    .select('chain')
    .count('* as times');
  return new Map(rows.map(row => [String(row.chain), Number(row.times)]));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

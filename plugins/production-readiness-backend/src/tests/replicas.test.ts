import knexFactory, { Knex } from 'knex';
import { describeOnPostgres } from '../testing';
import { Replicas } from '../testing/replicas';

describeOnPostgres('Replicas on one PostgreSQL', () => {
  let replicas: Replicas;
  let knex: Knex;

  beforeEach(async () => {
    replicas = await Replicas.create();
    knex = knexFactory({ client: 'pg', connection: replicas.connection });
  });
  afterEach(async () => {
    await replicas.stop();
    await knex.destroy();
  }, 30_000);

  it('start together on an empty database, and none fails', async () => {
    const started = await Promise.all([
      replicas.start(),
      replicas.start(),
      replicas.start(),
    ]);
    await Promise.all(started.map(replica => replica.ready));
    expect(await timesEachMigrationRan(knex)).toEqual(new Set([1]));
    expect(await isLocked(knex)).toBe(false);
  }, 120_000);

  it('start after one was killed in the middle of a migration', async () => {
    // Another transaction is about to create a table of the first migration,
    // so the replica has to wait inside it, and is killed there.
    const blocker = await knex.transaction();
    try {
      await blocker.raw('create table idempotency_keys (id integer)');
      const killed = await replicas.start();
      await until(() => waitsForLock(knex));
      await killed.kill();
    } finally {
      await blocker.rollback();
    }
    // What a migration outside of a transaction leaves when it is killed.
    await knex('knex_migrations_lock').update({ is_locked: 1 });

    const next = await replicas.start();
    await next.ready;
    expect(await timesEachMigrationRan(knex)).toEqual(new Set([1]));
    expect(await isLocked(knex)).toBe(false);
  }, 120_000);
});

async function timesEachMigrationRan(knex: Knex): Promise<Set<number>> {
  const rows = await knex('knex_migrations')
    .select('name')
    .count({ times: '*' })
    .groupBy('name');
  return new Set(rows.map(row => Number(row.times)));
}

async function isLocked(knex: Knex): Promise<boolean> {
  const rows = await knex('knex_migrations_lock').where({ is_locked: 1 });
  return rows.length > 0;
}

async function waitsForLock(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw(
    `select 1 from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

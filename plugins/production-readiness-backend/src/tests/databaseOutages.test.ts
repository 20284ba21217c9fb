import { randomUUID } from 'node:crypto';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import knexFactory from 'knex';
import { createPostgresDatabase, describeOnPostgres } from '../testing';
import {
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';
import { BreakableConnection } from '../testing/breakableConnection';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { checkout, itemVersion, payments, rollback, toilEntry } from './scenes';

const READING = '/entities/component/default/checkout/readiness';
const LOGGING = '/groups/default/payments/toil/entries';

/** Whoever waits longer takes the page for broken. */
const MOST_MILLISECONDS = 5000;
const RECOVERED_WITHIN = 10_000;

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + RECOVERED_WITHIN;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not recover in time');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describeOnPostgres('While PostgreSQL is away', () => {
  let between: BreakableConnection;
  let backend: TestReadinessBackend;
  beforeAll(async () => {
    between = await BreakableConnection.to(await createPostgresDatabase());
    backend = await startTestReadinessBackend({
      engine: 'PostgreSQL',
      connection: between.connection,
    });
  }, 60_000);
  afterAll(() => between.stop());

  const read = () => backend.as('owner').send('get', READING);
  const log = (key: string) =>
    backend.as('owner').send('post', LOGGING, {
      body: toilEntry,
      headers: { 'Idempotency-Key': key },
    });
  const entries = () => backend.knex('toil_entries').select('id');

  it('says 503 soon, stays up, and recovers by itself', async () => {
    expect((await read()).status).toBe(200);
    await between.stop();
    for (const ask of [read, () => log(randomUUID())]) {
      const begin = Date.now();
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(answer.body.error.code).toBe('DATABASE_UNAVAILABLE');
      expect(Date.now() - begin).toBeLessThan(MOST_MILLISECONDS);
    }
    await between.start();
    await until(async () => (await read()).status === 200);
    expect((await log(randomUUID())).status).toBe(201);
  }, 60_000);

  it('recovers from connections that were cut', async () => {
    between.cut();
    await until(async () => (await read()).status === 200);
    expect((await log(randomUUID())).status).toBe(201);
  }, 30_000);

  it('makes one row of two tries when the first one’s outcome is unknown', async () => {
    const before = (await entries()).length;
    const key = randomUUID();
    between.loseNextCommit();
    expect((await log(key)).status).toBe(503);
    // It was stored, and nobody was told.
    expect(await entries()).toHaveLength(before + 1);
    const again = await log(key);
    expect(again.status).toBe(201);
    expect(await entries()).toHaveLength(before + 1);
    const { body } = await backend.as('owner').call(routes.listToilEntries, {
      params: payments,
      query: { week: toilEntry.week },
    });
    expect(body.entries.map(({ id }) => id)).toContain(again.body.entry.id);
  }, 30_000);
});

describeBackendOnDatabases(
  'A database that takes no writes',
  (backend, engine) => {
    const setReadOnly = async (isReadOnly: boolean) => {
      const { knex } = backend();
      if (engine === 'SQLite') {
        await knex.raw(`pragma query_only = ${isReadOnly ? 'on' : 'off'}`);
        return;
      }
      const { connection } = knex.client.config;
      // Sessions of its own, which the setting does not bind.
      const administrator = knexFactory({
        client: 'pg',
        pool: { min: 0, max: 1 },
        connection: {
          ...connection,
          // Knex hides it from copies.
          password: connection.password,
          options: '-c default_transaction_read_only=off',
        },
      });
      await administrator.raw(
        `alter database ?? set default_transaction_read_only = ${
          isReadOnly ? 'on' : 'off'
        }`,
        [connection.database],
      );
      // Sessions that are there keep what they began with.
      await administrator.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await administrator.destroy();
    };
    const read = () => backend().as('owner').send('get', READING);
    const attest = async (version: number) =>
      backend()
        .as('owner')
        .send(
          'put',
          '/entities/component/default/checkout/items/REL-3/attestation',
          {
            body: {
              evidence: {
                kind: 'text',
                text: 'Rolled back release 412; it took four minutes.',
              },
            },
            headers: { 'If-Match': `"${version}"` },
          },
        );

    it('is still read, and writes say that nothing was saved', async () => {
      const version = await itemVersion(backend(), rollback);
      await setReadOnly(true);
      try {
        const answer = await attest(version);
        expect(answer.status).toBe(503);
        expect(answer.body.error.code).toBe('DATABASE_UNAVAILABLE');
        await until(async () => (await read()).status === 200);
        await backend()
          .as('owner')
          .call(routes.getReadiness, { params: checkout });
        await backend().as('owner').call(routes.listPortfolio, {});
        await backend().as('owner').call(routes.listInbox, {});
        expect(await itemVersion(backend(), rollback)).toBe(version);
      } finally {
        await setReadOnly(false);
      }
      await until(async () => (await attest(version)).status === 200);
    }, 30_000);
  },
);

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './Clock';

const MIGRATIONS = resolvePackagePath(
  '@prodready/backstage-plugin-production-readiness-backend',
  'migrations',
);

/** Any number will do, as long as nothing else in the database uses it. */
const ADVISORY_LOCK = 7_206_195_001;
const POLL_MILLISECONDS = 100;
const GIVE_UP_MILLISECONDS = 10 * 60 * 1000;

/**
 * Brings the schema up to date. Several replicas may start at the same time,
 * and one of them may be killed half-way.
 *
 * Knex alone does not survive that: two replicas collide on creating its
 * tables, and a killed one leaves knex_migrations_lock taken for ever. So on
 * PostgreSQL all of them queue for an advisory lock, which the server frees
 * when its connection dies, and whoever holds it may free knex's own lock. It
 * is polled, not waited for: a waiting statement holds a snapshot, and CREATE
 * INDEX CONCURRENTLY waits for older snapshots.
 */
export async function migrate(knex: Knex): Promise<void> {
  if (isSqlite(knex)) {
    await knex.migrate.latest({ directory: MIGRATIONS });
    return;
  }
  const connection = await knex.client.acquireRawConnection();
  try {
    await pollForLock(connection);
    await knex.migrate.forceFreeMigrationsLock({ directory: MIGRATIONS });
    await knex.migrate.latest({ directory: MIGRATIONS });
  } finally {
    // Ending the connection frees the lock.
    await knex.client.destroyRawConnection(connection);
  }
}

interface RawConnection {
  query(
    text: string,
    values: unknown[],
  ): Promise<{ rows: { taken: boolean }[] }>;
}

async function pollForLock(connection: RawConnection): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MILLISECONDS;
  for (;;) {
    // The schema is part of the key: plugins may share a database by schema.
    const { rows } = await connection.query(
      'select pg_try_advisory_lock($1::bigint # hashtext(current_schema())) as taken',
      [ADVISORY_LOCK],
    );
    if (rows[0].taken) return;
    if (Date.now() > deadline) {
      throw new Error(
        'Another instance has been migrating the production readiness database for ten minutes. Look at its log; when it hangs, end it and start again.',
      );
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

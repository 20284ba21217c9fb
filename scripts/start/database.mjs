import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../testing/embeddedPostgres.mjs';

const pluginId = 'production-readiness';

/**
 * A database that the backend can be pointed at.
 *
 * @typedef {object} PreparedDatabase
 * @property {string} name tells it apart from others of this project
 * @property {string[]} configFiles configuration files, relative to the project
 * @property {Record<string, string>} environment variables that they refer to
 * @property {() => Promise<boolean>} hasReadiness whether the plugin has been
 *   started on it before
 * @property {() => Promise<void>} dropReadiness removes all that the plugin keeps
 * @property {() => Promise<void>} stop ends what was started for it
 */

/**
 * Prepares SQLite files in `.data/sqlite`, or PostgreSQL: a configured server,
 * else an embedded one with its data in `.data/postgres`.
 *
 * @returns {Promise<PreparedDatabase>}
 */
export async function prepareDatabase(root, { postgres, dataName }) {
  return postgres ? onPostgres(root, dataName) : onSqlite(root, dataName);
}

async function onSqlite(root, dataName) {
  const folder = join(root, '.data/sqlite', dataName);
  const file = join(folder, `${pluginId}.sqlite`);
  await mkdir(folder, { recursive: true });
  return {
    name: `sqlite-${dataName}`,
    configFiles: ['app-config.yaml'],
    environment: { DEMO_SQLITE_FOLDER: folder },
    hasReadiness: async () => existsSync(file),
    async dropReadiness() {
      for (const suffix of ['', '-wal', '-shm']) {
        await rm(`${file}${suffix}`, { force: true });
      }
    },
    stop: async () => {},
  };
}

async function onPostgres(root, dataName) {
  const server =
    configuredServer(process.env) ??
    (await startEmbeddedPostgres({ folder: join(root, '.data/postgres') }));
  const prefix = `backstage_${dataName}_`;
  const database = `${prefix}${pluginId}`;
  return {
    name: `postgres-${dataName}`,
    configFiles: ['app-config.yaml', 'app-config.postgres.yaml'],
    environment: {
      POSTGRES_HOST: server.host,
      POSTGRES_PORT: String(server.port),
      POSTGRES_USER: server.user,
      POSTGRES_PASSWORD: server.password,
      POSTGRES_DATABASE_PREFIX: prefix,
    },
    async hasReadiness() {
      const { rowCount } = await query(
        root,
        server,
        'select from pg_database where datname = $1',
        [database],
      );
      return rowCount > 0;
    },
    dropReadiness: () =>
      query(root, server, `drop database if exists "${database}" with (force)`),
    stop: async () => server.stop?.(),
  };
}

/** Asks the server's own database, which is always there. */
async function query(root, server, sql, values) {
  const require = createRequire(join(root, 'packages/backend/package.json'));
  const { Client } = require('pg');
  const { host, port, user, password } = server;
  const client = new Client({
    host,
    port,
    user,
    password,
    database: 'postgres',
  });
  try {
    await client.connect();
    return await client.query(sql, values);
  } catch (error) {
    throw new Error(
      `PostgreSQL on ${host}:${port} does not answer as ${user}: ${error.message}`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

/** The server that the environment names, by this project's names or libpq's. */
function configuredServer(env) {
  const host = env.POSTGRES_HOST ?? env.PGHOST;
  if (!host) {
    return undefined;
  }
  return {
    host,
    port: Number(env.POSTGRES_PORT ?? env.PGPORT ?? 5432),
    user: env.POSTGRES_USER ?? env.PGUSER ?? 'postgres',
    password: env.POSTGRES_PASSWORD ?? env.PGPASSWORD ?? '',
  };
}

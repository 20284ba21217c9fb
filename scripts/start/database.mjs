import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../testing/embeddedPostgres.mjs';

/**
 * A database that the backend can be pointed at.
 *
 * @typedef {object} PreparedDatabase
 * @property {string[]} configFiles configuration files, relative to the project
 * @property {Record<string, string>} environment variables that they refer to
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
  await mkdir(folder, { recursive: true });
  return {
    configFiles: ['app-config.yaml'],
    environment: { DEMO_SQLITE_FOLDER: folder },
    stop: async () => {},
  };
}

async function onPostgres(root, dataName) {
  const configured = configuredServer(process.env);
  const server =
    configured ??
    (await startEmbeddedPostgres({ folder: join(root, '.data/postgres') }));
  return {
    configFiles: ['app-config.yaml', 'app-config.postgres.yaml'],
    environment: {
      POSTGRES_HOST: server.host,
      POSTGRES_PORT: String(server.port),
      POSTGRES_USER: server.user,
      POSTGRES_PASSWORD: server.password,
      POSTGRES_DATABASE_PREFIX: `backstage_${dataName}_`,
    },
    stop: async () => server.stop?.(),
  };
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

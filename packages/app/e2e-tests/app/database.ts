import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Where the app keeps its data. */
export type Engine = 'SQLite' | 'PostgreSQL';

/** The `backend.database` configuration of a new, empty database. */
export function databaseFor(engine: Engine, folder: string) {
  if (engine === 'SQLite') {
    return {
      client: 'better-sqlite3',
      connection: { directory: join(folder, 'sqlite') },
    };
  }
  const server = process.env.READINESS_TEST_POSTGRES;
  if (!server) {
    throw new Error('Start the journeys with `npm test -- --browser`');
  }
  const { hostname, port, username, password } = new URL(server);
  return {
    client: 'pg',
    // One database for each plugin, under names that nobody else uses.
    prefix: `journey_${randomBytes(4).toString('hex')}_`,
    connection: {
      host: hostname,
      port: Number(port),
      user: username,
      password,
    },
  };
}

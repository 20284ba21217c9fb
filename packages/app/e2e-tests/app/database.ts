import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Where the app keeps its data. */
export type Engine = 'SQLite' | 'PostgreSQL';

/** How the app is told to use a new, empty database. */
export interface DatabaseChoice {
  /** Configuration files of the project, in order. */
  configFiles: string[];
  /** Environment variables that those refer to. */
  environment: Record<string, string>;
}

/** A new database: files in the folder, or databases on the run's server. */
export function newDatabase(engine: Engine, folder: string): DatabaseChoice {
  if (engine === 'SQLite') {
    return {
      configFiles: ['app-config.yaml'],
      environment: { DEMO_SQLITE_FOLDER: join(folder, 'sqlite') },
    };
  }
  const server = process.env.READINESS_TEST_POSTGRES;
  if (!server) {
    throw new Error('Start the journeys with `npm test -- --browser`');
  }
  const { hostname, port, username, password } = new URL(server);
  return {
    configFiles: ['app-config.yaml', 'app-config.postgres.yaml'],
    environment: {
      POSTGRES_HOST: hostname,
      POSTGRES_PORT: port,
      POSTGRES_USER: username,
      POSTGRES_PASSWORD: password,
      // Names that no other journey uses.
      POSTGRES_DATABASE_PREFIX: `journey_${randomBytes(4).toString('hex')}_`,
    },
  };
}

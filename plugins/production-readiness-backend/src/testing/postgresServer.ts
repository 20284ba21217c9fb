import { randomBytes } from 'node:crypto';
import knexFactory from 'knex';

/** How to reach one database of the PostgreSQL server of this test run. */
export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** `npm test` sets it, or somebody who has a server of their own. */
export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Creates a new, empty database. It goes when the server of the run goes. */
export async function createPostgresDatabase(): Promise<PostgresConnection> {
  const address = process.env[POSTGRES_VARIABLE];
  if (!address) {
    throw new Error(
      `Run this through \`npm test -- <pattern>\`, which brings a server, or set ${POSTGRES_VARIABLE}`,
    );
  }
  const { hostname, port, username, password } = new URL(address);
  const server = {
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
  const database = `readiness_${randomBytes(8).toString('hex')}`;
  const administrator = knexFactory({
    client: 'pg',
    connection: { ...server, database: 'postgres' },
  });
  try {
    await administrator.raw('create database ??', [database]);
  } finally {
    await administrator.destroy();
  }
  return { ...server, database };
}

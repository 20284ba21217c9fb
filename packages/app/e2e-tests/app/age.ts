import { join } from 'node:path';
// The rule does not know it yet; the Node.js of this project has it.
// eslint-disable-next-line no-restricted-imports
import { DatabaseSync } from 'node:sqlite';
import knex from 'knex';
import { DatabaseChoice } from './database';

/** Columns that hold moments, by table. */
type Moments = Record<string, readonly string[]>;

/** When owners signed, and what was kept of readiness then. */
export const SIGNATURES: Moments = {
  slo_signatures: ['signed_at'],
  readiness_history: ['at'],
};

/** When people and other systems said what is in checklists and reviews. */
export const ANSWERS: Moments = {
  item_states: [
    'attested_at',
    'decided_at',
    'accepted_attested_at',
    'accepted_at',
    'accepted_until',
    'fact_unread_since',
  ],
  readiness_summaries: ['valid_until'],
  readiness_history: ['at'],
  reviews: ['opened_at', 'submitted_at', 'decided_at', 'valid_until'],
  check_results: ['read_at', 'valid_until'],
};

/**
 * Moves moments into the past.
 *
 * @param folder - of an app on SQLite
 */
export async function age(
  { environment }: DatabaseChoice,
  folder: string,
  moments: Moments,
  milliseconds: number,
): Promise<void> {
  const by = Math.round(milliseconds);
  const statements = Object.entries(moments).map(
    ([table, columns]) =>
      `update ${table} set ${columns
        .map(column => `${column} = ${column} - ${by}`)
        .join(', ')}`,
  );
  const host = environment.POSTGRES_HOST;
  if (host === undefined) {
    const file = join(folder, 'sqlite', 'production-readiness.sqlite');
    const connection = new DatabaseSync(file, { timeout: 10_000 });
    try {
      for (const statement of statements) connection.exec(statement);
    } finally {
      connection.close();
    }
    return;
  }
  const database = knex({
    client: 'pg',
    connection: {
      host,
      port: Number(environment.POSTGRES_PORT),
      user: environment.POSTGRES_USER,
      password: environment.POSTGRES_PASSWORD,
      database: `${environment.POSTGRES_DATABASE_PREFIX}production-readiness`,
    },
  });
  try {
    for (const statement of statements) await database.raw(statement);
  } finally {
    await database.destroy();
  }
}

import { Knex } from 'knex';
import { isSqlite } from './Clock';
import { isRetryable, isUnavailable, unavailable } from './failures';
import { migrate } from './migrate';

/** The plugin's own database. @alpha */
export interface ReadinessDatabase {
  /** For reads outside a transaction. */
  readonly knex: Knex;
  /** How many transactions of this process were kept so far. */
  readonly commits: number;
  /**
   * Runs the work in one transaction; all of it is kept or nothing. Deadlocks
   * are tried again, so the work must have no effect beside the database.
   *
   * SQLite's pool holds a single connection: inside the work every statement
   * has to go through the transaction, one outside it would wait for ever.
   *
   * @throws ReadinessError 503 when the database can't be reached
   */
  transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T>;
}

const TRIES = 5;

/** Brings the schema up to date and opens the database. @alpha */
export async function openDatabase(knex: Knex): Promise<ReadinessDatabase> {
  if (isSqlite(knex)) await knex.raw('pragma journal_mode = wal');
  await migrate(knex);
  return createDatabase(knex);
}

/** Wraps a database whose schema is up to date. */
export function createDatabase(knex: Knex): ReadinessDatabase {
  let commits = 0;
  return {
    knex,
    get commits() {
      return commits;
    },
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await knex.transaction(work);
          commits += 1;
          return result;
        } catch (error) {
          if (isUnavailable(error)) throw unavailable(error);
          if (!isRetryable(error) || attempt === TRIES) throw error;
          await pause(attempt * (5 + Math.random() * 20));
        }
      }
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

import { Knex } from 'knex';

const transactionControl =
  /^\s*(begin|commit|rollback|savepoint|release|set transaction|pragma)\b/i;

/**
 * Runs `work` and returns the SQL statements that it sent over this connection
 * pool, without the ones that only open and close transactions. The limits of
 * the product ("a portfolio page in at most 2 queries") are asserted with it.
 */
export async function statementsDuring<T>(
  knex: Knex,
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const listen = (query: { sql: string }) => {
    if (!transactionControl.test(query.sql)) {
      statements.push(query.sql);
    }
  };
  knex.on('query', listen);
  try {
    return { result: await work(), statements };
  } finally {
    knex.removeListener('query', listen);
  }
}

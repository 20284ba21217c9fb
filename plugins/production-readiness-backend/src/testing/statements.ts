import { Knex } from 'knex';

const transactionStart = /^\s*begin\b/i;
const transactionControl =
  /^\s*(begin|commit|rollback|savepoint|release|set transaction|pragma)\b/i;

/** What went over a connection pool while some work was done. */
export interface StatementLog<T> {
  result: T;
  /** The SQL, without what only opens and closes transactions. */
  statements: string[];
  /** How many transactions were opened. */
  transactions: number;
}

/**
 * Runs `work` and returns what it sent over this connection pool. The limits of
 * the product ("a portfolio page in at most 2 queries") are asserted with it.
 */
export async function statementsDuring<T>(
  knex: Knex,
  work: () => Promise<T>,
): Promise<StatementLog<T>> {
  const statements: string[] = [];
  let transactions = 0;
  const listen = ({ sql }: { sql: string }) => {
    if (transactionStart.test(sql)) transactions += 1;
    if (!transactionControl.test(sql)) statements.push(sql);
  };
  knex.on('query', listen);
  try {
    return { result: await work(), statements, transactions };
  } finally {
    knex.removeListener('query', listen);
  }
}

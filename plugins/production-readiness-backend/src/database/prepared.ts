import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { isSqlite } from './Clock';

/** More forms of queries than these are not kept by the server. */
const MOST_NAMES = 200;

const names = new Map<string, string>();

/**
 * Runs a query that is asked again and again, in the same form with other
 * values: PostgreSQL plans it once for each connection, instead of every time,
 * which takes longer than running it where a query is over in a millisecond.
 *
 * Its columns must be listed: a statement that selects `*` breaks on every open
 * connection when another replica's migration adds a column.
 *
 * @param q - the connection that the query is for
 */
export async function runPrepared<Row>(
  q: Knex,
  query: Knex.QueryBuilder,
): Promise<Row[]> {
  if (isSqlite(q)) return query;
  const { sql, bindings } = query.toSQL();
  return runPreparedSql(q, sql, bindings as readonly Knex.RawBinding[]);
}

/**
 * The same for a query that was written down before; on PostgreSQL.
 *
 * @param sql - with a question mark for each value
 */
export async function runPreparedSql<Row>(
  q: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<Row[]> {
  const name = nameOf(sql);
  const statement = q.raw(sql, [...bindings]);
  const { rows } = await (name ? statement.options({ name }) : statement);
  return rows;
}

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 24);
  names.set(sql, name);
  return name;
}

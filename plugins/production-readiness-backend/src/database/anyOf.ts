import { Knex } from 'knex';
import { isSqlite } from './Clock';

/**
 * Restricts a query to rows whose column holds one of many values. PostgreSQL
 * gets them as one array: a parameter for each costs the driver more than the
 * query itself, and every length would be a statement of its own.
 *
 * @param q - the connection that the query is for
 * @param column - may have the table's name before it
 */
export function whereAnyOf(
  q: Knex,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  if (isSqlite(q)) query.whereIn(column, [...values]);
  else query.whereRaw('?? = any(?)', [column, [...values]]);
}

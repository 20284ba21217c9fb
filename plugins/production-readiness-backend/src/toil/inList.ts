import { Knex } from 'knex';
import { isSqlite } from '../database';

/** A condition on a list of any length, with one parameter. */
export function inList(
  connection: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return connection.raw(
    isSqlite(connection)
      ? '?? in (select value from json_each(?))'
      : '?? in (select jsonb_array_elements_text(?::jsonb))',
    [column, JSON.stringify(values)],
  );
}

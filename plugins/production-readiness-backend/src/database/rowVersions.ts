import { Knex } from 'knex';
import { isSqlite } from './Clock';

/**
 * The number of the transaction that wrote a row as it is, as text. A row that
 * still has its number was not written since, by no replica. Undefined on
 * SQLite, which keeps no such numbers.
 *
 * The numbers start again after four thousand million transactions, and a
 * standby that takes over may not have had the last ones: nothing may rest on
 * them for longer than a minute or so.
 *
 * @param alias - of the table
 */
export function rowVersion(q: Knex, alias: string): Knex.Raw | undefined {
  return isSqlite(q) ? undefined : q.raw('??::text', [`${alias}.xmin`]);
}

/** The same for rows of joined tables, each there or not. */
export function rowVersions(
  q: Knex,
  aliases: readonly string[],
): Knex.Raw | undefined {
  if (isSqlite(q)) return undefined;
  return q.raw(
    `concat(${aliases.map(() => '??').join(`, ' ', `)})`,
    aliases.map(alias => `${alias}.xmin`),
  );
}

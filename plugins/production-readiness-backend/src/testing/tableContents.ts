import { Knex } from 'knex';
import { isSqlite } from '../database';

/**
 * Every row of every table, as text in a fixed order. Equal before and after
 * means that nothing was written, not even half of something.
 */
export async function tableContents(
  knex: Knex,
): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of await tableNames(knex)) {
    const rows = await knex(table).select();
    contents[table] = rows.map(row => JSON.stringify(row)).sort();
  }
  return contents;
}

async function tableNames(knex: Knex): Promise<string[]> {
  const names: { name: string }[] = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .select({ name: 'tablename' });
  return names
    .map(({ name }) => name)
    .filter(name => !/^(sqlite_|knex_|backstage_)/.test(name))
    .sort();
}

import { Knex } from 'knex';

const ROWS_PER_STATEMENT = 5000;

/**
 * Inserts many rows quickly: as one JSON text for each statement, which
 * PostgreSQL takes apart with the table's own types.
 */
export async function insertRows(
  q: Knex,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    const columns = Object.keys(part[0]);
    const names = columns.map(() => '??').join(', ');
    await q.raw(
      `insert into ?? (${names}) select ${names} from jsonb_populate_recordset(null::??, ?::jsonb)`,
      [table, ...columns, ...columns, table, JSON.stringify(part)],
    );
  }
}

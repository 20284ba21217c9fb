import { Knex } from 'knex';
import { isSqlite } from '../database';
import { batchesOf, LONGEST_LIST } from './batches';

/** A row that hangs on an entity: its id, and texts. */
export type ChildRow = { entity_id: string } & Record<string, string | null>;

/**
 * Inserts rows that hang on entities. There are dozens for each entity, so
 * PostgreSQL gets them as one array for each column, which is several times
 * faster than a parameter for each value.
 */
export async function insertChildren(
  tx: Knex.Transaction,
  table: string,
  rows: readonly ChildRow[],
): Promise<void> {
  if (isSqlite(tx)) {
    for (const batch of batchesOf(rows)) await tx(table).insert(batch);
    return;
  }
  for (const batch of batchesOf(rows, LONGEST_LIST)) {
    const [first] = batch;
    const columns = Object.keys(first);
    const names = columns.map(() => '??').join(', ');
    const arrays = columns
      .map(column => (column === 'entity_id' ? '?::bigint[]' : '?::text[]'))
      .join(', ');
    // The type of bindings knows of no NULL inside an array; the driver does.
    const values = columns.map(column =>
      batch.map(row => row[column]),
    ) as Knex.Value[];
    await tx.raw(`insert into ?? (${names}) select * from unnest(${arrays})`, [
      table,
      ...columns,
      ...values,
    ]);
  }
}

import { Knex } from 'knex';
import { isSqlite, runPrepared, whereAnyOf } from '../database';
import { HistoryLine, historyOf, keepHistory } from './HistoryStore';
import { ItemRow } from './itemRow';

/** Rows go out in pieces: SQLite takes at most 32 766 parameters. */
const ROWS_PER_STATEMENT = 200;

/** The columns of a row that is written whole. */
export type NewItemRow = Omit<ItemRow, 'entity_id' | 'updated_at'> & {
  entity_id: string;
  updated_at: number;
};

/** Item rows of entities, by entity id and then item id. */
export type ItemRows = Map<string, Map<string, ItemRow>>;

/**
 * Reads the rows of some entities, in one statement.
 *
 * @param checklistId - only of this checklist
 */
export async function readItemRows(
  q: Knex,
  entityIds: readonly string[],
  checklistId?: string,
): Promise<ItemRows> {
  const query = q<ItemRow>('item_states');
  whereAnyOf(q, query, 'entity_id', entityIds);
  if (checklistId !== undefined) query.where('checklist_id', checklistId);
  const rows: ItemRow[] = await query.select();
  const found: ItemRows = new Map(entityIds.map(id => [id, new Map()]));
  for (const row of rows)
    found.get(String(row.entity_id))?.set(row.item_id, row);
  return found;
}

/**
 * Inserts or replaces whole rows, and keeps them as history. The caller holds
 * the entities' locks.
 */
export async function writeItemRows(
  tx: Knex.Transaction,
  rows: readonly NewItemRow[],
): Promise<void> {
  if (rows.length === 1 && !isSqlite(tx)) {
    // The common case; PostgreSQL does both in one statement.
    await runPrepared(
      tx,
      historyOf(tx, linesOf(rows)).with('item', upsert(tx, rows)),
    );
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await upsert(tx, rows.slice(start, start + ROWS_PER_STATEMENT));
  }
  await keepHistory(tx, linesOf(rows));
}

function upsert(
  tx: Knex.Transaction,
  rows: readonly NewItemRow[],
): Knex.QueryBuilder {
  return tx('item_states')
    .insert(rows)
    .onConflict(['entity_id', 'checklist_id', 'item_id'])
    .merge();
}

function linesOf(rows: readonly NewItemRow[]): HistoryLine[] {
  const written = new Map<string, NewItemRow[]>();
  for (const row of rows) {
    const others = written.get(row.entity_id) ?? [];
    written.set(row.entity_id, [...others, row]);
  }
  return [...written].map(([entityId, items]) => ({
    entityId,
    at: items[0].updated_at,
    items,
  }));
}

import { Knex } from 'knex';
import { whereAnyOf } from '../database';
import { batchesOf } from '../directory/batches';
import { keepHistory } from './HistoryStore';
import { ItemRow } from './itemRow';

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
  for (const batch of batchesOf(rows)) await itemWrite(tx, batch);
  const written = new Map<string, NewItemRow[]>();
  for (const row of rows) {
    const others = written.get(row.entity_id) ?? [];
    written.set(row.entity_id, [...others, row]);
  }
  await keepHistory(
    tx,
    [...written].map(([entityId, items]) => ({
      entityId,
      at: items[0].updated_at,
      items,
    })),
  );
}

/** What inserts or replaces whole rows; their history is the caller's. */
export function itemWrite(
  tx: Knex.Transaction,
  rows: readonly NewItemRow[],
): Knex.QueryBuilder {
  return tx('item_states')
    .insert(rows)
    .onConflict(['entity_id', 'checklist_id', 'item_id'])
    .merge();
}

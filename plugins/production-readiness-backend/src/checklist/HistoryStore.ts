import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';
import { ItemRow } from './itemRow';
import { SummaryRow, toSummaryRow } from './summaryRow';

/** What of an entity was written at a moment. */
export interface HistoryLine {
  entityId: string;
  at: number;
  items?: readonly object[];
  summary?: SummaryRow;
}

/** An entity as it was stored at a moment. */
export interface PastEntity {
  /** By checklist and item: `default OPS-3`. */
  rows: Map<string, ItemRow>;
  /** Undefined when it was not judged yet, or only answered for others. */
  summary?: SummaryRow;
}

/** Keeps what was written, in the transaction that writes it. */
export async function keepHistory(
  tx: Knex.Transaction,
  lines: readonly HistoryLine[],
): Promise<void> {
  for (const batch of batchesOf(lines)) await historyWrite(tx, batch);
}

/** What keeps some lines. */
export function historyWrite(
  tx: Knex.Transaction,
  lines: readonly HistoryLine[],
): Knex.QueryBuilder {
  return tx('readiness_history').insert(
    lines.map(line => ({
      entity_id: line.entityId,
      at: line.at,
      items: line.items ? JSON.stringify(line.items) : null,
      summary: line.summary ? JSON.stringify(line.summary) : null,
    })),
  );
}

/** Entities as they were stored at a moment, by id, in one statement. */
export async function readPast(
  q: Knex,
  entityIds: readonly string[],
  at: number,
): Promise<Map<string, PastEntity>> {
  const lines: {
    entity_id: string | number;
    items: string | null;
    summary: string | null;
  }[] = await q('readiness_history')
    .whereIn('entity_id', [...entityIds])
    .where('at', '<=', at)
    // Clocks may differ; the order of writing does not.
    .orderBy('id')
    .select('entity_id', 'items', 'summary');
  const past = new Map<string, PastEntity>(
    entityIds.map(id => [id, { rows: new Map() }]),
  );
  for (const line of lines) {
    const entity = past.get(String(line.entity_id));
    if (!entity) continue;
    const items: ItemRow[] = line.items ? JSON.parse(line.items) : [];
    for (const row of items) {
      entity.rows.set(`${row.checklist_id} ${row.item_id}`, row);
    }
    if (line.summary) entity.summary = toSummaryRow(JSON.parse(line.summary));
  }
  return past;
}

/** When the history of an entity begins; undefined when there is none. */
export async function historyBegins(
  q: Knex,
  entityId: string,
): Promise<number | undefined> {
  const row: { at: string | number } | undefined = await q('readiness_history')
    .where({ entity_id: entityId })
    .whereNotNull('summary')
    .orderBy('id')
    .first('at');
  return row && Number(row.at);
}

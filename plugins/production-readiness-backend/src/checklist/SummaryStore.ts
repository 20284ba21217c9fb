import { Knex } from 'knex';
import { runPrepared, whereAnyOf } from '../database';
import { batchesOf } from '../directory/batches';
import { bookChanges, changeWrites } from './changesOverTime';
import { sectionWrites } from './sectionCounts';
import { keepHistory } from './HistoryStore';
import { SUMMARY_COLUMNS, SummaryRow, toSummaryRow } from './summaryRow';

const ROWS_PER_STATEMENT = 200;

/** A summary with the items that block, the top one first. */
export interface Summary {
  row: SummaryRow;
  blockers: string[];
}

/** Reads the summaries of some entities, by entity id. */
export async function readSummaries(
  q: Knex,
  entityIds: readonly string[],
): Promise<Map<string, Summary>> {
  const summaries = q('readiness_summaries').select(...SUMMARY_COLUMNS);
  whereAnyOf(q, summaries, 'entity_id', entityIds);
  const rows = await runPrepared<Record<string, unknown>>(q, summaries);
  const blockers = await readBlockers(q, entityIds);
  const found = new Map(
    rows.map(row => [
      String(row.entity_id),
      { row: toSummaryRow(row), blockers: [] as string[] },
    ]),
  );
  for (const { entity_id, item_id } of blockers) {
    found.get(String(entity_id))?.blockers.push(item_id);
  }
  return found;
}

async function readBlockers(q: Knex, entityIds: readonly string[]) {
  const items = q('readiness_summary_blockers').select('entity_id', 'item_id');
  whereAnyOf(q, items, 'entity_id', entityIds);
  return runPrepared<{ entity_id: string | number; item_id: string }>(q, items);
}

/**
 * Brings the stored summaries to what they should be, and writes only what is
 * different. The caller holds the entities' locks.
 *
 * @param before - what is stored
 * @param after - what should be; an entity that is missing here loses its line
 * @returns the number of summaries that were written or removed
 */
export async function writeSummaries(
  tx: Knex.Transaction,
  before: ReadonlyMap<string, Summary>,
  after: ReadonlyMap<string, Summary>,
  at: number,
): Promise<number> {
  const gone = [...before].filter(([id, { row }]) => {
    const next = after.get(id);
    return !next || next.row.checklist_id !== row.checklist_id;
  });
  await remove(
    tx,
    gone.map(([id]) => id),
  );

  const goneIds = new Set(gone.map(([id]) => id));
  const stored = (id: string) => (goneIds.has(id) ? undefined : before.get(id));
  const changed = [...after].filter(
    ([id, { row }]) => !isSame(stored(id)?.row, row),
  );
  for (const batch of batchesOf(changed)) {
    await summaryWrite(
      tx,
      batch.map(([, { row }]) => row),
      at,
    );
  }
  const sections = sectionWrites(
    tx,
    changed.map(([id, { row }]) => ({ before: stored(id)?.row, after: row })),
  );
  for (const write of sections) await write;
  // An entity that changes its checklist is gone and there again.
  await bookChanges(tx, [
    ...gone.map(([id, { row }]) => ({
      entityId: id,
      before: row,
      after: undefined,
      at,
    })),
    ...changed.map(([id, { row }]) => ({
      entityId: id,
      before: stored(id)?.row,
      after: row,
      at,
    })),
  ]);
  await keepHistory(
    tx,
    changed.map(([entityId, { row }]) => ({ entityId, at, summary: row })),
  );

  const reblocked = [...after].filter(
    ([id, { blockers }]) => !sameItems(stored(id)?.blockers ?? [], blockers),
  );
  await replaceBlockers(
    tx,
    reblocked.map(([, summary]) => summary),
  );
  return new Set([...goneIds, ...changed.map(([id]) => id)]).size;
}

/** What brings one line to what it should be. */
export interface LineWrites {
  statements: Knex.QueryBuilder[];
  /** To be kept as history; undefined when the line stays as it is. */
  summary?: SummaryRow;
  /** Whether it blocks by other items, which takes statements of many forms. */
  isReblocked: boolean;
}

/**
 * The same for a single entity whose checklist stays, as statements that may go
 * out together. The history is the caller's.
 */
export function lineWrites(
  tx: Knex.Transaction,
  before: Summary,
  after: Summary,
  at: number,
): LineWrites {
  const [from, to] = [before.row, after.row];
  const isReblocked = !sameItems(before.blockers, after.blockers);
  const statements = isReblocked ? blockerWrites(tx, after) : [];
  if (isSame(from, to)) return { statements, isReblocked };
  return {
    statements: [
      ...statements,
      summaryWrite(tx, [to], at),
      ...sectionWrites(tx, [{ before: from, after: to }]),
      ...changeWrites(tx, [
        { entityId: to.entity_id, before: from, after: to, at },
      ]),
    ],
    summary: to,
    isReblocked,
  };
}

/** Of one entity: what is removed and what is added are different rows. */
function blockerWrites(
  tx: Knex.Transaction,
  { row: { entity_id, checklist_id }, blockers }: Summary,
): Knex.QueryBuilder[] {
  const table = 'readiness_summary_blockers';
  const removal = tx(table)
    .where({ entity_id, checklist_id })
    .whereNotIn('item_id', blockers)
    .delete();
  if (blockers.length === 0) return [removal];
  const rows = blockers.map(item_id => ({ entity_id, checklist_id, item_id }));
  return [
    removal,
    tx(table)
      .insert(rows)
      .onConflict(['entity_id', 'checklist_id', 'item_id'])
      .ignore(),
  ];
}

async function remove(tx: Knex.Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of [
    'readiness_summary_blockers',
    'readiness_summary_sections',
    'readiness_summaries',
  ]) {
    await tx(table).whereIn('entity_id', ids).delete();
  }
}

function summaryWrite(
  tx: Knex.Transaction,
  rows: readonly SummaryRow[],
  at: number,
): Knex.QueryBuilder {
  return tx('readiness_summaries')
    .insert(rows.map(row => ({ ...row, updated_at: at })))
    .onConflict(['entity_id', 'checklist_id'])
    .merge();
}

async function replaceBlockers(
  tx: Knex.Transaction,
  summaries: readonly Summary[],
): Promise<void> {
  if (summaries.length === 0) return;
  await tx('readiness_summary_blockers')
    .whereIn(
      'entity_id',
      summaries.map(({ row }) => row.entity_id),
    )
    .delete();
  const rows = summaries.flatMap(({ row, blockers }) =>
    blockers.map(item_id => ({
      entity_id: row.entity_id,
      checklist_id: row.checklist_id,
      item_id,
    })),
  );
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await tx('readiness_summary_blockers').insert(
      rows.slice(start, start + ROWS_PER_STATEMENT),
    );
  }
}

function isSame(one: SummaryRow | undefined, other: SummaryRow): boolean {
  return (
    one !== undefined &&
    SUMMARY_COLUMNS.every(column => one[column] === other[column])
  );
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every(item => one.includes(item));
}

import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';
import { SummaryRow } from './summaryRow';

/** The columns of `readiness_changes` that add up. */
export const CHANGE_COUNTS = [
  'entities',
  'required',
  'satisfied',
  'blocked',
  'level_1',
  'level_2',
  'level_3',
] as const;

/** How much of each there is, or by how much it changed. */
export type ChangeCounts = Record<(typeof CHANGE_COUNTS)[number], number>;

/** What changed of an entity at a moment; undefined: there is, or was, none. */
export interface SummaryChange {
  entityId: string;
  before: SummaryRow | undefined;
  after: SummaryRow | undefined;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The day of a moment, counted from 1970 in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Books by how much summaries changed on the day that they changed on. */
export async function bookChanges(
  tx: Knex.Transaction,
  changes: readonly SummaryChange[],
): Promise<void> {
  for (const write of changeWrites(tx, changes)) await write;
}

/** What books changes. Several changes of one day add up to one row. */
export function changeWrites(
  tx: Knex.Transaction,
  changes: readonly SummaryChange[],
): Knex.QueryBuilder[] {
  const rows = new Map<
    string,
    ChangeCounts & { entity_id: string; day: number }
  >();
  for (const { entityId, before, after, at } of changes) {
    const day = dayOf(at);
    const key = `${entityId} ${day}`;
    const row = rows.get(key) ?? { entity_id: entityId, day, ...countsOf() };
    const [from, to] = [countsOf(before), countsOf(after)];
    for (const count of CHANGE_COUNTS) row[count] += to[count] - from[count];
    rows.set(key, row);
  }
  const changed = [...rows.values()].filter(row =>
    CHANGE_COUNTS.some(count => row[count] !== 0),
  );
  return batchesOf(changed).map(batch =>
    tx('readiness_changes')
      .insert(batch)
      .onConflict(['entity_id', 'day'])
      .merge(
        Object.fromEntries(
          CHANGE_COUNTS.map(count => [
            count,
            tx.raw('readiness_changes.?? + excluded.??', [count, count]),
          ]),
        ),
      ),
  );
}

function countsOf(row?: SummaryRow): ChangeCounts {
  return {
    entities: row ? 1 : 0,
    required: row?.required_count ?? 0,
    satisfied: row?.satisfied_count ?? 0,
    blocked: row && row.blocker_count > 0 ? 1 : 0,
    level_1: row && row.level_rank >= 1 ? 1 : 0,
    level_2: row && row.level_rank >= 2 ? 1 : 0,
    level_3: row && row.level_rank >= 3 ? 1 : 0,
  };
}

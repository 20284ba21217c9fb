import { randomUUID } from 'node:crypto';
import {
  ToilEntryView,
  ToilTotals,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { inList } from './inList';
import { fromEntryRow, toEntryColumns, ToilEntryRow } from './entryRow';
import { readTotals, TOTALS } from './totals';

/** An entry that is not stored yet. */
export type NewToilEntry = Omit<ToilEntryView, 'id' | 'version'>;

/** The sums of a Group's week, and what its entries say of carriers. */
export interface ToilWeekSums {
  week: string;
  totals: ToilTotals;
  byOne: number;
  byMore: number;
}

/** The sums of a category over a period; `category` is empty without one. */
export interface ToilCategorySums {
  category: string;
  totals: ToilTotals;
  /** How often it happened, as far as entries say. */
  occurrences: number;
}

/** Stores a new entry. The caller holds the lock of its week. */
export async function insertEntry(
  tx: Knex.Transaction,
  groupRef: string,
  entry: NewToilEntry,
): Promise<ToilEntryView> {
  const view = { ...entry, id: randomUUID(), version: 1 };
  await tx('toil_entries').insert({
    public_id: view.id,
    group_ref: groupRef,
    version: 1,
    ...toEntryColumns(entry),
  });
  return view;
}

/**
 * Stores an entry in place of the version that the caller read.
 *
 * @returns undefined when that version is no longer there
 */
export async function replaceEntry(
  tx: Knex.Transaction,
  id: string,
  version: number,
  entry: NewToilEntry,
): Promise<ToilEntryView | undefined> {
  const changed = await tx('toil_entries')
    .where({ public_id: id, version })
    .update({ version: version + 1, ...toEntryColumns(entry) });
  return changed === 1 ? { ...entry, id, version: version + 1 } : undefined;
}

/**
 * Deletes the version that the caller read.
 *
 * @returns whether it was still there
 */
export async function deleteEntry(
  tx: Knex.Transaction,
  id: string,
  version: number,
): Promise<boolean> {
  const deleted = await tx('toil_entries')
    .where({ public_id: id, version })
    .delete();
  return deleted === 1;
}

/** An entry of a Group, if it has one with this id. */
export async function findEntry(
  connection: Knex,
  groupRef: string,
  id: string,
): Promise<ToilEntryView | undefined> {
  const row = await connection<ToilEntryRow>('toil_entries')
    .where({ public_id: id, group_ref: groupRef })
    .first();
  return row && fromEntryRow(row);
}

/** The entries of a Group's week, newest first. */
export async function listEntries(
  connection: Knex,
  groupRef: string,
  week: string,
): Promise<ToilEntryView[]> {
  const rows = await connection<ToilEntryRow>('toil_entries')
    .where({ group_ref: groupRef, week })
    .orderBy('id', 'desc');
  return rows.map(fromEntryRow);
}

/** So many unsorted entries are offered at a time. */
const UNSURE_AT_A_TIME = 50;

/**
 * The entries of a Group whose nature is still open, oldest first, and how
 * many there are.
 */
export async function listUnsure(
  connection: Knex,
  groupRef: string,
  fromWeek: string,
): Promise<{ entries: ToilEntryView[]; count: number }> {
  const unsure = () =>
    connection<ToilEntryRow>('toil_entries')
      .where({ group_ref: groupRef, nature_axis: 'unsure' })
      .where('week', '>=', fromWeek);
  const rows = await unsure().orderBy(['week', 'id']).limit(UNSURE_AT_A_TIME);
  if (rows.length < UNSURE_AT_A_TIME) {
    return { entries: rows.map(fromEntryRow), count: rows.length };
  }
  const [{ count }] = await unsure().count({ count: '*' });
  return { entries: rows.map(fromEntryRow), count: Number(count) };
}

/** How many other entries of the same day, category and axes there are. */
export async function countSimilar(
  connection: Knex,
  groupRef: string,
  entry: ToilEntryView,
): Promise<number> {
  const [{ similar }] = await connection('toil_entries')
    .where({
      group_ref: groupRef,
      week: entry.week,
      day: entry.date,
      category: entry.category ?? '',
      trigger_axis: entry.trigger,
      nature_axis: entry.nature,
    })
    .whereNot({ public_id: entry.id })
    .count({ similar: '*' });
  return Number(similar);
}

/**
 * The sums of some Groups, in one statement: by week over one period (each
 * further week of `weeksAlso` with it) and by category over another, first and
 * last week included.
 */
export async function readSums(
  connection: Knex,
  groupRefs: readonly string[],
  period: {
    weeksFrom: string;
    weeksTo: string;
    weeksAlso: string;
    categoriesFrom: string;
    categoriesTo: string;
  },
): Promise<{ weeks: ToilWeekSums[]; categories: ToilCategorySums[] }> {
  const group = (table: string) =>
    connection(table).where(inList(connection, 'group_ref', groupRefs));
  const sums = TOTALS.map(column =>
    connection.raw('coalesce(sum(??), 0) as ??', [column, column]),
  );
  const byWeek = group('toil_weeks')
    .where(weeks =>
      weeks
        .whereBetween('week', [period.weeksFrom, period.weeksTo])
        .orWhere('week', period.weeksAlso),
    )
    .groupBy('week')
    .select(
      'week',
      connection.raw(`'' as category`),
      ...sums,
      connection.raw('sum(carried_by_one) as by_one'),
      connection.raw('sum(carried_by_more) as by_more'),
      connection.raw('0 as occurrences'),
    );
  const byCategory = group('toil_week_categories')
    .whereBetween('week', [period.categoriesFrom, period.categoriesTo])
    .groupBy('category')
    .select(
      connection.raw(`'' as week`),
      'category',
      ...sums,
      connection.raw('0 as by_one'),
      connection.raw('0 as by_more'),
      connection.raw('coalesce(sum(occurrences), 0) as occurrences'),
    );
  // An empty builder: as a method of the first query, the union would come
  // before its GROUP BY.
  const rows: SumsRow[] = await connection
    .queryBuilder()
    .unionAll([byWeek, byCategory]);
  return {
    weeks: rows
      .filter(row => row.week !== '')
      .map(row => ({
        week: row.week,
        totals: readTotals(row),
        byOne: Number(row.by_one),
        byMore: Number(row.by_more),
      }))
      .sort((a, b) => (a.week < b.week ? -1 : 1)),
    categories: rows
      .filter(row => row.week === '')
      .map(row => ({
        category: row.category,
        totals: readTotals(row),
        occurrences: Number(row.occurrences),
      })),
  };
}

type SumsRow = Record<keyof ToilTotals, number | string> & {
  week: string;
  category: string;
  by_one: number | string;
  by_more: number | string;
  occurrences: number | string;
};

import { ToilTotals } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { inList } from './inList';
import { readTotals, sumOfMinutes, TOTALS } from './totals';

type Sums = Record<keyof ToilTotals, number | string>;

/** First and last week, both included. */
interface Between {
  from: string;
  to: string;
}

/** The sums of some Groups by week, oldest first; weeks without are left out. */
export async function readWeeks(
  connection: Knex,
  groupRefs: readonly string[],
  { from, to }: Between,
): Promise<{ week: string; totals: ToilTotals }[]> {
  const rows: (Sums & { week: string })[] = await connection('toil_weeks')
    .where(inList(connection, 'group_ref', groupRefs))
    .whereBetween('week', [from, to])
    .groupBy('week')
    .orderBy('week')
    .select(
      'week',
      ...TOTALS.map(column =>
        connection.raw('coalesce(sum(??), 0) as ??', [column, column]),
      ),
    );
  return rows.map(row => ({ week: row.week, totals: readTotals(row) }));
}

/** What some Groups recorded for an entity, by week and category. */
export async function readEntitySums(
  connection: Knex,
  entityRef: string,
  groupRefs: readonly string[],
  { from, to }: Between,
): Promise<{ week: string; category: string; totals: ToilTotals }[]> {
  const rows: (Sums & { week: string; category: string })[] = await connection(
    'toil_entries',
  )
    .where({ entity_ref: entityRef })
    .whereBetween('week', [from, to])
    .where(inList(connection, 'group_ref', groupRefs))
    // In a week that was split in percent, entries don't count.
    .whereNotExists(
      connection('toil_allocations as a')
        .whereRaw('a.group_ref = toil_entries.group_ref')
        .whereRaw('a.week = toil_entries.week')
        .select(connection.raw('1')),
    )
    .groupBy('week', 'category')
    .select('week', 'category', ...sumOfMinutes(connection));
  return rows.map(row => ({
    week: row.week,
    category: row.category,
    totals: readTotals(row),
  }));
}

import { ToilTotals } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { readTotals, sumOfMinutes, TOTALS } from './totals';

/** What a Group's week sums up to. */
export type SummedWeek = ToilTotals & {
  /** Records that count: entries, or the parts of an allocation. */
  entries: number;
};

/**
 * Makes later statements of this transaction the only ones that write these
 * weeks, so that the sums are computed on all that is committed.
 *
 * The upsert that changes nothing takes the row lock on PostgreSQL, also for a
 * row that is only being made; weeks in order, so that two writers that need
 * two weeks can't wait for each other. SQLite has one writer.
 */
export async function lockWeeks(
  tx: Knex.Transaction,
  groupRef: string,
  weeks: readonly string[],
): Promise<void> {
  for (const week of [...new Set(weeks)].sort()) {
    await tx('toil_weeks')
      .insert({
        group_ref: groupRef,
        week,
        ...Object.fromEntries(TOTALS.map(column => [column, 0])),
        entries: 0,
        carried_by_one: 0,
        carried_by_more: 0,
      })
      .onConflict(['group_ref', 'week'])
      .merge({ week });
  }
}

/**
 * Computes the stored sums of weeks anew: from the allocation where a week has
 * one, else from its entries. The caller holds the locks of the weeks.
 *
 * @returns what each of the weeks sums up to now, those without a record too
 */
export async function sumUpWeeks(
  tx: Knex.Transaction,
  groupRef: string,
  weeks: readonly string[],
): Promise<Map<string, SummedWeek>> {
  const allocated = await allocatedWeeks(tx, groupRef, weeks);
  await tx('toil_week_categories')
    .where({ group_ref: groupRef })
    .whereIn('week', [...weeks])
    .delete();
  const rows: SumsRow[] = [
    ...(await sumUp(tx, groupRef, {
      from: 'toil_entries',
      weeks: weeks.filter(week => !allocated.has(week)),
      occurrences: 'coalesce(sum(occurrences), 0)',
      carried: [
        countWhere(`carried_by = '1'`, 'carried_by_one'),
        countWhere(`carried_by in ('2', '3plus')`, 'carried_by_more'),
      ],
    })),
    ...(await sumUp(tx, groupRef, {
      from: 'toil_allocation_parts',
      weeks: [...allocated],
      // A split in percent says neither how many people carried what, nor how
      // often it happened.
      occurrences: '0',
      carried: ['0 as carried_by_one', '0 as carried_by_more'],
    })),
  ];
  const byWeek = new Map(rows.map(row => [row.week, row]));
  const empty = weeks.filter(week => !byWeek.has(week));
  if (empty.length > 0) {
    await tx('toil_weeks')
      .where({ group_ref: groupRef })
      .whereIn('week', empty)
      .delete();
  }
  for (const { week, ...sums } of rows) {
    await tx('toil_weeks').where({ group_ref: groupRef, week }).update(sums);
  }
  return new Map(
    weeks.map(week => {
      const row = byWeek.get(week);
      return [
        week,
        row
          ? { ...readTotals(row), entries: Number(row.entries) }
          : { ...NOTHING },
      ];
    }),
  );
}

/** Which of the weeks a Group has split in percent. */
export async function allocatedWeeks(
  connection: Knex,
  groupRef: string,
  weeks: readonly string[],
): Promise<Set<string>> {
  const found: string[] = await connection('toil_allocations')
    .where({ group_ref: groupRef })
    .whereIn('week', [...weeks])
    .pluck('week');
  return new Set(found);
}

async function sumUp(
  tx: Knex.Transaction,
  groupRef: string,
  source: {
    from: string;
    weeks: string[];
    occurrences: string;
    carried: string[];
  },
): Promise<SumsRow[]> {
  if (source.weeks.length === 0) return [];
  const records = () =>
    tx(source.from)
      .where({ group_ref: groupRef })
      .whereIn('week', source.weeks);
  const columns = ['group_ref', 'week', 'category', ...TOTALS, 'occurrences'];
  await tx(tx.raw(`toil_week_categories (${columns.join(', ')})`)).insert(
    records()
      .groupBy('group_ref', 'week', 'category')
      .select(
        'group_ref',
        'week',
        'category',
        ...sumOfMinutes(tx),
        tx.raw(`${source.occurrences} as occurrences`),
      ),
  );
  return records()
    .groupBy('week')
    .select(
      'week',
      ...sumOfMinutes(tx),
      tx.raw('count(*) as entries'),
      ...source.carried.map(column => tx.raw(column)),
    );
}

const NOTHING: SummedWeek = {
  toil: 0,
  engineering: 0,
  overhead: 0,
  unsure: 0,
  reactive: 0,
  proactive: 0,
  entries: 0,
};

type SumsRow = Record<keyof SummedWeek, number | string> & { week: string };

function countWhere(condition: string, name: string): string {
  return `coalesce(sum(case when ${condition} then 1 else 0 end), 0) as ${name}`;
}

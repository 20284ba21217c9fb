import { BudgetDay } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from '../../directory/batches';

const DAY = 86_400_000;

/** One day of one SLO, about to be stored. */
export interface NewBudgetDay {
  sloId: string;
  /** Midnight UTC in milliseconds since the epoch. */
  day: number;
  errorRatio: string;
}

/** Midnight UTC of the day that a moment lies in. */
export function startOfDay(at: number): number {
  return Math.floor(at / DAY) * DAY;
}

/**
 * The days that are known of an SLO, oldest first.
 *
 * @param sloId - the database's id
 * @param days - so many days up to and including today
 * @param now - milliseconds since the epoch
 */
export async function readBudgetDays(
  q: Knex,
  sloId: string,
  days: number,
  now: number,
): Promise<BudgetDay[]> {
  const rows = await q('slo_budget_days')
    .where({ slo_id: sloId })
    .where('day', '>', startOfDay(now) - days * DAY)
    .where('day', '<=', now)
    .orderBy('day')
    .select('day', 'error_ratio');
  return rows.map(row => ({
    day: new Date(Number(row.day)).toISOString().slice(0, 10),
    errorRatio: row.error_ratio,
  }));
}

/** Stores days; a day that is known already takes the newer value. */
export async function writeBudgetDays(
  tx: Knex.Transaction,
  days: readonly NewBudgetDay[],
): Promise<void> {
  // PostgreSQL takes no row twice in one statement; the later value counts.
  const byKey = new Map(days.map(one => [`${one.sloId} ${one.day}`, one]));
  for (const batch of batchesOf([...byKey.values()], 500)) {
    await tx('slo_budget_days')
      .insert(
        batch.map(one => ({
          slo_id: one.sloId,
          day: one.day,
          error_ratio: one.errorRatio,
        })),
      )
      .onConflict(['slo_id', 'day'])
      .merge(['error_ratio']);
  }
}

import {
  DAY,
  PortfolioTrend,
  TrendPoint,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  CHANGE_COUNTS,
  ChangeCounts,
  dayOf,
} from '../checklist/changesOverTime';
import { runPrepared } from '../database';
import { PortfolioScope, selectSummariesAlone } from './filters';

/** By how much things changed on a day. */
export interface DayChange extends ChangeCounts {
  day: number;
}

/** The changes of all entities that the filters leave, by day; one statement. */
export async function readChanges(scope: PortfolioScope): Promise<DayChange[]> {
  return sumByDay(
    scope.knex,
    scope
      .knex('readiness_changes as c')
      .whereIn(
        'c.entity_id',
        selectSummariesAlone(scope).select('s.entity_id'),
      ),
  );
}

/** The changes of one entity, by day; one statement. */
export async function readEntityChanges(
  knex: Knex,
  entityId: string,
): Promise<DayChange[]> {
  return sumByDay(
    knex,
    knex('readiness_changes as c').where('c.entity_id', entityId),
  );
}

async function sumByDay(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<DayChange[]> {
  const rows = await runPrepared<Record<string, string | number>>(
    knex,
    query
      .select('c.day')
      .sum(
        Object.fromEntries(CHANGE_COUNTS.map(count => [count, `c.${count}`])),
      )
      .groupBy('c.day')
      .orderBy('c.day'),
  );
  return rows.map(
    row =>
      Object.fromEntries(
        ['day', ...CHANGE_COUNTS].map(column => [column, Number(row[column])]),
      ) as unknown as DayChange,
  );
}

/**
 * How things stood at the end of each day of change: the sum of all changes up
 * to it. The period begins with how things stood then, and ends today.
 *
 * @param changes - in the order of days
 */
export function trendOf(
  changes: readonly DayChange[],
  { days, now }: { days: number; now: number },
): PortfolioTrend {
  const today = dayOf(now);
  const first = today - days;
  const sum = Object.fromEntries(
    CHANGE_COUNTS.map(count => [count, 0]),
  ) as unknown as ChangeCounts;
  const points = new Map<number, TrendPoint>();
  for (const change of changes) {
    for (const count of CHANGE_COUNTS) sum[count] += change[count];
    const day = Math.max(first, change.day);
    points.set(day, pointOf(day, sum));
  }
  if (points.size > 0) points.set(today, pointOf(today, sum));
  return { points: [...points.values()], asOf: now };
}

function pointOf(day: number, sum: ChangeCounts): TrendPoint {
  return {
    date: new Date(day * DAY).toISOString().slice(0, 10),
    entities: sum.entities,
    blocked: sum.blocked,
    required: sum.required,
    satisfied: sum.satisfied,
    levels: [sum.level_1, sum.level_2, sum.level_3],
  };
}

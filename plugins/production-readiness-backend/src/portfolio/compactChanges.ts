import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  CHANGE_COUNTS,
  ChangeCounts,
  dayOf,
} from '../checklist/changesOverTime';
import { batchesOf } from '../directory/batches';
import { Clock, ReadinessDatabase } from '../database';
import { lockEntities } from '../evaluation/lockEntities';

/** So many whole months are kept by the day; what is older, by the month. */
export const DAILY_MONTHS = 13;
/** So many entities go into one transaction: others write between two. */
const BATCH = 500;

/** Days since 1970 of a month, both included. */
interface Month {
  first: number;
  last: number;
}

/**
 * Joins the changes of each entity in months that are long over into one, on
 * the month's last day: how things stood at the end of any month stays exactly
 * what it was. It begins with the oldest month each time, so that after a long
 * time without running nothing is left out, and a second run finds nothing.
 *
 * @param now - milliseconds since the epoch
 * @param signal - honoured between batches; what was joined stays
 * @returns how many rows there are fewer
 */
export async function compactChanges(
  database: ReadinessDatabase,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  const oldest = await database
    .knex('readiness_changes')
    .min({ day: 'day' })
    .first();
  if (!oldest || oldest.day === null) return 0;
  const end = firstOfMonth(now, -DAILY_MONTHS);
  let fewer = 0;
  for (
    let month = monthOf(Number(oldest.day));
    month.first < end && !signal?.aborted;
    month = monthOf(month.last + 1)
  ) {
    for (;;) {
      if (signal?.aborted) return fewer;
      const joined = await database.transaction(tx => joinBatch(tx, month));
      if (joined === undefined) break;
      fewer += joined;
    }
  }
  return fewer;
}

/** Lets the scheduler do it once a day, on one replica at a time. */
export async function scheduleCompaction(
  scheduler: SchedulerService,
  deps: { database: ReadinessDatabase; clock: Clock; logger: LoggerService },
): Promise<void> {
  const { database, clock, logger } = deps;
  await scheduler.scheduleTask({
    id: 'production-readiness-compaction',
    frequency: { days: 1 },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 10 },
    fn: async signal => {
      const now = await clock.now(database.knex);
      const fewer = await compactChanges(database, now, signal);
      if (fewer > 0) logger.info(`Joined ${fewer} old changes of readiness`);
    },
  });
}

/** Undefined: there is nothing left in this month. */
async function joinBatch(
  tx: Knex.Transaction,
  { first, last }: Month,
): Promise<number | undefined> {
  const ids: (string | number)[] = await tx('readiness_changes')
    .where('day', '>=', first)
    .where('day', '<', last)
    .distinct('entity_id')
    .limit(BATCH)
    .pluck('entity_id');
  if (ids.length === 0) return undefined;
  // Whoever books a change holds this lock, so that nothing comes in between.
  await lockEntities(tx, ids.map(String));
  const inMonth = () =>
    tx('readiness_changes')
      .whereIn('entity_id', ids)
      .whereBetween('day', [first, last]);
  const rows: Record<string, string | number>[] = await inMonth().select(
    'entity_id',
    ...CHANGE_COUNTS,
  );
  await inMonth().delete();
  const sums = new Map<string, ChangeCounts>();
  for (const row of rows) {
    const id = String(row.entity_id);
    const sum = sums.get(id) ?? noCounts();
    for (const count of CHANGE_COUNTS) sum[count] += Number(row[count]);
    sums.set(id, sum);
  }
  // What came to nothing leaves nothing.
  const joined = [...sums]
    .filter(([, sum]) => CHANGE_COUNTS.some(count => sum[count] !== 0))
    .map(([entity_id, sum]) => ({ entity_id, day: last, ...sum }));
  for (const batch of batchesOf(joined)) {
    await tx('readiness_changes').insert(batch);
  }
  return rows.length - joined.length;
}

function noCounts(): ChangeCounts {
  return Object.fromEntries(
    CHANGE_COUNTS.map(count => [count, 0]),
  ) as ChangeCounts;
}

function monthOf(day: number): Month {
  return {
    first: firstOfMonth(day * DAY, 0),
    last: firstOfMonth(day * DAY, 1) - 1,
  };
}

/** The first day of the month that is so many months away, in UTC. */
function firstOfMonth(at: number, months: number): number {
  const date = new Date(at);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

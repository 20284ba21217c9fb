import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  Readiness,
  ReadinessDatabase,
} from '@prodready/backstage-plugin-production-readiness-backend/services';

const BATCH = 100;

/** What judging everything took. */
export interface JudgeAllResult {
  entities: number;
  itemRowsWritten: number;
  summariesWritten: number;
  seconds: number;
  /** Longest pauses of the event loop, milliseconds at the 99th percentile. */
  eventLoopLagP99: number;
  /** The most memory in use over what was in use before, in MB. */
  memoryMb: number;
}

/** Judges every entity anew, in transactions as long as those of the sweep. */
export async function judgeAll(
  database: ReadinessDatabase,
  { evaluation }: Readiness,
): Promise<JudgeAllResult> {
  const ids: string[] = await database
    .knex('readiness_summaries')
    .orderBy('entity_id')
    .pluck('entity_id');
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const result = { entities: 0, itemRowsWritten: 0, summariesWritten: 0 };
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const begin = performance.now();
  for (let start = 0; start < ids.length; start += BATCH) {
    const part = ids.slice(start, start + BATCH);
    const done = await database.transaction(tx =>
      evaluation.evaluate(tx, part, Date.now()),
    );
    result.entities += done.entities;
    result.itemRowsWritten += done.items;
    result.summariesWritten += done.summaries;
    most = Math.max(most, process.memoryUsage().rss);
  }
  lag.disable();
  return {
    ...result,
    seconds: (performance.now() - begin) / 1000,
    eventLoopLagP99: lag.percentile(99) / 1e6,
    memoryMb: (most - before) / 1_048_576,
  };
}

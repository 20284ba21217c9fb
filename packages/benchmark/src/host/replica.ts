// One of several processes that open the same database when they are told to.
import { openDatabase } from '@prodready/backstage-plugin-production-readiness-backend/services';
import { connect, readBenchmarkConfig } from '../config';

/** What the parent says: open this database. */
export interface OpenRequest {
  database: string;
}

/** What the replica answers. */
export interface OpenAnswer {
  milliseconds: number;
  /** Why it could not be opened. */
  error?: string;
}

process.on('message', async ({ database }: Partial<OpenRequest>) => {
  // The loader of TypeScript sends messages of its own.
  if (!database) return;
  const knex = connect(readBenchmarkConfig(), database, 5);
  const begin = performance.now();
  let error: string | undefined;
  try {
    await openDatabase(knex);
  } catch (cause) {
    error = String(cause);
  }
  const milliseconds = performance.now() - begin;
  await knex.destroy();
  process.send?.({ milliseconds, error } satisfies OpenAnswer);
});
process.send?.('ready');

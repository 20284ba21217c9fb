/**
 * How many rows go into one statement. SQLite takes at most 500 rows in an
 * insert and 32 766 parameters; PostgreSQL takes 65 535 parameters.
 */
export const BATCH = 200;

/** Cuts a list into pieces of at most {@link BATCH}. */
export function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    batches.push(items.slice(start, start + BATCH));
  }
  return batches;
}

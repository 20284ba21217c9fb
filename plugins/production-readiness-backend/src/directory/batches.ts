/**
 * How many rows go into one statement. SQLite takes at most 500 rows in an
 * insert and 32 766 parameters; PostgreSQL takes 65 535 parameters.
 */
export const BATCH = 200;

/** How many values go into one list of a where clause. */
export const LONGEST_LIST = 5000;

/**
 * Cuts a list into pieces.
 *
 * @param size - of a piece, at most
 */
export function batchesOf<T>(items: readonly T[], size = BATCH): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size));
  }
  return batches;
}

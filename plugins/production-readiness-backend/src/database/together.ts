import { Knex } from 'knex';
import { isSqlite } from './Clock';
import { runPrepared } from './prepared';

/**
 * Runs statements that write, in one round trip on PostgreSQL, one after the
 * other on SQLite. None may need what another one writes, and no two of them
 * may write the same row.
 *
 * @param isFrequent - whether they come in the same form again and again, so
 *   that their plan is worth keeping
 */
export async function runTogether(
  tx: Knex.Transaction,
  statements: readonly Knex.QueryBuilder[],
  isFrequent = true,
): Promise<void> {
  if (isSqlite(tx)) {
    for (const statement of statements) await statement;
    return;
  }
  const [last, ...others] = [...statements].reverse();
  const together = others.reduce(
    (all, other, index) => all.with(`other_${index}`, other),
    last,
  );
  if (isFrequent) await runPrepared(tx, together);
  else await together;
}

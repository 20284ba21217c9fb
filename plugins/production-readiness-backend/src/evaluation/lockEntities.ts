import { GENESIS_HASH } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { isSqlite } from '../database';
import { entityChain } from '../journal';

/**
 * Makes writers of the same entities queue up until the transaction ends, so
 * that no summary is made from rows that somebody else is just changing.
 *
 * The lock is the head of the entity's journal chain: every writer takes it
 * anyway when it appends, so there is no second lock to take in another order.
 * Several are taken in the order of their names. SQLite has one writer.
 */
export async function lockEntities(
  tx: Knex.Transaction,
  entityIds: readonly string[],
): Promise<void> {
  if (isSqlite(tx) || entityIds.length === 0) return;
  const chains = entityIds.map(entityChain);
  const found = await lockHeads(tx, chains);
  const missing = chains.filter(chain => !found.has(chain)).sort();
  if (missing.length === 0) return;
  await tx('journal_heads')
    .insert(missing.map(chain => ({ chain, sequence: 0, hash: GENESIS_HASH })))
    .onConflict('chain')
    .ignore();
  // Somebody else may have made some of them meanwhile, and holds those.
  await lockHeads(tx, missing);
}

async function lockHeads(
  tx: Knex.Transaction,
  chains: readonly string[],
): Promise<Set<string>> {
  const rows: { chain: string }[] = await tx('journal_heads')
    .whereRaw('chain = any(?)', [[...chains]])
    .orderBy('chain')
    .forUpdate()
    .select('chain');
  return new Set(rows.map(row => row.chain));
}

import { Knex } from 'knex';
import { isSqlite } from '../database';
import { entityChain, holdHeads } from '../journal';

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
  if (!isSqlite(tx)) await holdHeads(tx, entityIds.map(entityChain));
}

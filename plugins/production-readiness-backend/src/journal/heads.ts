import { GENESIS_HASH } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { isSqlite, runPrepared } from '../database';
import { batchesOf } from '../directory/batches';

/** The last line of a chain. */
export interface Head {
  chain: string;
  /** 0 when the chain has no line yet. */
  sequence: number;
  hash: string;
}

// Nothing in the plugin opens a transaction inside another one, so what a
// transaction has locked stays as it is until the transaction itself moves it.
const held = new WeakMap<Knex.Transaction, Map<string, Head>>();

/**
 * Locks the heads of chains until the transaction ends, making those that are
 * missing, and reads them. What the transaction holds already is not read
 * again. SQLite has one writer, so that reading is enough.
 *
 * @returns what the transaction holds, by chain: whoever adds lines has to set
 *   the new heads there too
 */
export async function holdHeads(
  tx: Knex.Transaction,
  chains: readonly string[],
): Promise<Map<string, Head>> {
  const heads = held.get(tx) ?? new Map<string, Head>();
  held.set(tx, heads);
  const missing = () => chains.filter(chain => !heads.has(chain));
  await lock(tx, missing(), heads);
  if (missing().length > 0) {
    for (const batch of batchesOf([...new Set(missing())].sort())) {
      await tx('journal_heads')
        .insert(
          batch.map(chain => ({ chain, sequence: 0, hash: GENESIS_HASH })),
        )
        .onConflict('chain')
        .ignore();
    }
    // Somebody else may have made some of them meanwhile, and holds those.
    await lock(tx, missing(), heads);
  }
  return heads;
}

/** In the order of names, so that two writers can't wait for each other. */
async function lock(
  tx: Knex.Transaction,
  chains: readonly string[],
  heads: Map<string, Head>,
): Promise<void> {
  for (const batch of batchesOf([...new Set(chains)].sort())) {
    const query = tx('journal_heads')
      .select('chain', 'sequence', 'hash')
      .orderBy('chain');
    const rows = await runPrepared<{
      chain: string;
      sequence: number | string;
      hash: string;
    }>(
      tx,
      isSqlite(tx)
        ? query.whereIn('chain', batch)
        : query.whereRaw('chain = any(?)', [batch]).forUpdate(),
    );
    for (const { chain, sequence, hash } of rows) {
      heads.set(chain, { chain, sequence: Number(sequence), hash });
    }
  }
}

/** Stores heads that the transaction holds and has moved on. */
export function moveHeads(
  tx: Knex.Transaction,
  heads: readonly Head[],
): Knex.QueryBuilder {
  // They are there and locked, so that this only ever updates.
  return tx('journal_heads')
    .insert([...heads])
    .onConflict('chain')
    .merge(['sequence', 'hash']);
}

import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import {
  GENESIS_HASH,
  hashedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import canonicalize from 'canonicalize';
import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';

/** What is written into the journal. */
export interface JournalEntry {
  /** See {@link entityChain}, {@link groupChain} and {@link SYSTEM_CHAIN}. */
  chain: string;
  /** A User reference; for toil `member of <group>`; `system` for sweeps. */
  actor: string;
  /** `<feature>.<what happened>`, in the past tense. */
  action: string;
  subject: JsonObject;
  /** Milliseconds since the epoch, from the clock of the same transaction. */
  at: number;
}

/** The append-only record of every write. */
export interface Journal {
  /**
   * Adds lines at the end of their chains, in the writer's own transaction,
   * so that a change and its line are kept together or not at all.
   */
  append(tx: Knex.Transaction, ...entries: JournalEntry[]): Promise<void>;
}

/** The chain of an entity, by its surrogate id: a reused name starts anew. */
export function entityChain(entityId: string): string {
  return `entity:${entityId}`;
}

/** The chain of a Group's toil. */
export function groupChain(groupRef: string): string {
  return `group:${groupRef}`;
}

/** The chain of configuration and administration. */
export const SYSTEM_CHAIN = 'system';

/** Lower-case hex sha-256 of a UTF-8 text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The journal in the plugin's database. */
export const databaseJournal: Journal = {
  async append(tx, ...entries) {
    if (entries.length === 0) return;
    const heads = await lockHeads(tx, [
      ...new Set(entries.map(entry => entry.chain)),
    ]);
    const lines = entries.map(entry => addTo(heads, entry));
    for (const batch of batchesOf(lines)) await tx('journal').insert(batch);
    await moveHeads(tx, heads);
  },
};

/** The last line of a chain. */
interface Head {
  chain: string;
  sequence: number;
  hash: string;
}

/** The line of an entry, which becomes the last one of its chain. */
function addTo(heads: Map<string, Head>, entry: JournalEntry) {
  const { chain, at, actor, action } = entry;
  const subject = canonicalize(entry.subject);
  if (subject === undefined) throw new TypeError('A subject must be JSON');
  const head = heads.get(chain)!;
  const record = {
    chain,
    sequence: head.sequence + 1,
    at,
    actor,
    action,
    subject,
    previousHash: head.hash,
  };
  const hash = sha256(hashedText(record));
  heads.set(chain, { chain, sequence: record.sequence, hash });
  const { previousHash, ...columns } = record;
  return { ...columns, previous_hash: previousHash, hash };
}

/** Reads and locks the last lines, making the rows that are missing. */
async function lockHeads(
  tx: Knex.Transaction,
  chains: string[],
): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  // In one order, so that two writers of the same chains can't wait for each
  // other.
  for (const batch of batchesOf(chains.sort())) {
    // The upsert that changes nothing takes the row lock on PostgreSQL, also
    // for a row that another transaction is just making. SQLite has one writer.
    const rows: { chain: string; sequence: number | string; hash: string }[] =
      await tx('journal_heads')
        .insert(
          batch.map(chain => ({ chain, sequence: 0, hash: GENESIS_HASH })),
        )
        .onConflict('chain')
        .merge(['chain'])
        .returning(['chain', 'sequence', 'hash']);
    for (const { chain, sequence, hash } of rows) {
      heads.set(chain, { chain, sequence: Number(sequence), hash });
    }
  }
  return heads;
}

/** The rows are there and locked, so that this only ever updates. */
async function moveHeads(
  tx: Knex.Transaction,
  heads: ReadonlyMap<string, Head>,
): Promise<void> {
  for (const batch of batchesOf([...heads.values()])) {
    await tx('journal_heads')
      .insert(batch)
      .onConflict('chain')
      .merge(['sequence', 'hash']);
  }
}

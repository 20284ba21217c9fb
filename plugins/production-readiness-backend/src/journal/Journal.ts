import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import {
  GENESIS_HASH,
  hashedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import canonicalize from 'canonicalize';
import { Knex } from 'knex';

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
    for (const entry of entries) await appendOne(tx, entry);
  },
};

async function appendOne(
  tx: Knex.Transaction,
  entry: JournalEntry,
): Promise<void> {
  const head = await lockHead(tx, entry.chain);
  const subject = canonicalize(entry.subject);
  if (subject === undefined) throw new TypeError('A subject must be JSON');
  const record = {
    chain: entry.chain,
    sequence: head.sequence + 1,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    subject,
    previousHash: head.hash,
  };
  const hash = sha256(hashedText(record));
  await tx('journal').insert({
    chain: record.chain,
    sequence: record.sequence,
    at: record.at,
    actor: record.actor,
    action: record.action,
    subject: record.subject,
    previous_hash: record.previousHash,
    hash,
  });
  await tx('journal_heads')
    .where({ chain: entry.chain })
    .update({ sequence: record.sequence, hash });
}

/** Reads and locks the chain's last line, making the row when there is none. */
async function lockHead(
  tx: Knex.Transaction,
  chain: string,
): Promise<{ sequence: number; hash: string }> {
  // The upsert that changes nothing takes the row lock on PostgreSQL, also
  // for a row that another transaction is just making. SQLite has one writer.
  const [head] = await tx('journal_heads')
    .insert({ chain, sequence: 0, hash: GENESIS_HASH })
    .onConflict('chain')
    .merge({ chain })
    .returning(['sequence', 'hash']);
  return { sequence: Number(head.sequence), hash: head.hash };
}

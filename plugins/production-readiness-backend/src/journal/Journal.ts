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
    const chains = new Map<string, JournalEntry[]>();
    for (const entry of entries) {
      const chain = chains.get(entry.chain) ?? [];
      chain.push(entry);
      chains.set(entry.chain, chain);
    }
    const rows: JournalRow[] = [];
    for (const [chain, lines] of chains) {
      rows.push(...(await appendTo(tx, chain, lines)));
    }
    for (let from = 0; from < rows.length; from += ROWS) {
      await tx('journal').insert(rows.slice(from, from + ROWS));
    }
  },
};

/** SQLite takes at most 500 rows in an insert. */
const ROWS = 200;

type JournalRow = Record<string, string | number>;

/** Moves the head of a chain; the lines are the caller's to insert. */
async function appendTo(
  tx: Knex.Transaction,
  chain: string,
  entries: readonly JournalEntry[],
): Promise<JournalRow[]> {
  let { sequence, hash } = await lockHead(tx, chain);
  const rows = entries.map(entry => {
    const subject = canonicalize(entry.subject);
    if (subject === undefined) throw new TypeError('A subject must be JSON');
    const record = {
      chain,
      sequence: sequence + 1,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      subject,
      previousHash: hash,
    };
    sequence = record.sequence;
    hash = sha256(hashedText(record));
    const { previousHash, ...columns } = record;
    return { ...columns, previous_hash: previousHash, hash };
  });
  await tx('journal_heads').where({ chain }).update({ sequence, hash });
  return rows;
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

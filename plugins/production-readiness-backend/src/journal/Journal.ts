import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { hashedText } from '@prodready/backstage-plugin-production-readiness-common';
import canonicalize from 'canonicalize';
import { Knex } from 'knex';
import { runTogether } from '../database';
import { batchesOf } from '../directory/batches';
import { Head, holdHeads, moveHeads } from './heads';

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
  /**
   * Writes a change and its line, with as few statements as the database can.
   *
   * @param writes - as {@link runTogether} takes them
   * @param isFrequent - whether they come in the same form again and again
   */
  appendWith(
    tx: Knex.Transaction,
    writes: readonly Knex.QueryBuilder[],
    entry: JournalEntry,
    isFrequent: boolean,
  ): Promise<void>;
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
    if (entries.length === 1) {
      await databaseJournal.appendWith(tx, [], entries[0], true);
      return;
    }
    const chains = [...new Set(entries.map(entry => entry.chain))];
    const heads = await holdHeads(tx, chains);
    const lines = entries.map(entry => addTo(heads, entry));
    const moved = chains.map(chain => heads.get(chain)!);
    for (const batch of batchesOf(lines)) await tx('journal').insert(batch);
    for (const batch of batchesOf(moved)) await moveHeads(tx, batch);
  },

  async appendWith(tx, writes, entry, isFrequent) {
    const heads = await holdHeads(tx, [entry.chain]);
    const line = tx('journal').insert(addTo(heads, entry));
    const moved = moveHeads(tx, [heads.get(entry.chain)!]);
    await runTogether(tx, [...writes, line, moved], isFrequent);
  },
};

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

import { z } from 'zod';

/**
 * One line of the append-only journal.
 *
 * `hash` covers every other field and the hash of the line before it in the
 * same chain, so that a line can't be changed, removed or put in between
 * without the chain showing it. This is tamper-evident, not tamper-proof:
 * whoever can rewrite the whole table can rewrite the chain.
 *
 * @public
 */
export interface JournalRecord {
  /** What the line belongs to: `entity:<id>`, `group:<ref>` or `system`. */
  chain: string;
  /** Place in the chain, from 1 without gaps. */
  sequence: number;
  /** Milliseconds since the epoch, by the database's clock. */
  at: number;
  /** A User reference, `member of <group>` for toil, or `system`. */
  actor: string;
  /** What happened, for example `checklist.accepted`. */
  action: string;
  /** Canonical JSON text of what it happened to. */
  subject: string;
  /** Hash of the line before, or 64 zeros for the first. */
  previousHash: string;
  /** Lower-case hex sha-256 of the line. */
  hash: string;
}

/** The `previousHash` of the first line of each chain. @public */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * The exact text whose sha-256 is the line's hash: a JSON array without
 * spaces, in this order.
 *
 * @public
 */
export function hashedText(record: Omit<JournalRecord, 'hash'>): string {
  return JSON.stringify([
    record.previousHash,
    record.chain,
    record.sequence,
    record.at,
    record.actor,
    record.action,
    record.subject,
  ]);
}

/** A line of the journal as the API shows it. @public */
export const journalRecordSchema = z.strictObject({
  sequence: z.number().int(),
  at: z.number().int(),
  actor: z.string(),
  action: z.string(),
  subject: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

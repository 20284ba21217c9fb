import { GENESIS_HASH, hashedText, JournalRecord } from './record';

/**
 * The first line of a chain that does not hold, and why.
 *
 * @public
 */
export interface JournalBreak {
  /** Such as `entity:42`, `group:default/payments` or `system`. */
  chain: string;
  /** Of the first line that does not hold. */
  sequence: number;
  /**
   * A line is missing, its link to the line before is wrong, its own content
   * was changed, or the chain's head is not its last line.
   */
  reason: 'gap' | 'previous-hash' | 'hash' | 'head';
}

/** Where the check of one chain stands. @public */
export interface ChainState {
  /** Of the last line that holds; 0 at the beginning. */
  sequence: number;
  /** Of that line: sha-256 in lower-case hexadecimal. */
  hash: string;
}

/** The state before the first line. @public */
export const EMPTY_CHAIN: ChainState = { sequence: 0, hash: GENESIS_HASH };

/**
 * Checks the next line of a chain against the line before it.
 *
 * @param sha256 - lower-case hex sha-256 of a UTF-8 text
 * @returns the new state, or what is broken
 * @public
 */
export function verifyNext(
  before: ChainState,
  record: JournalRecord,
  sha256: (text: string) => string,
): { state: ChainState } | { broken: JournalBreak } {
  const broken = (reason: JournalBreak['reason']) => ({
    broken: { chain: record.chain, sequence: record.sequence, reason },
  });
  if (record.sequence !== before.sequence + 1) return broken('gap');
  if (record.previousHash !== before.hash) return broken('previous-hash');
  if (sha256(hashedText(record)) !== record.hash) return broken('hash');
  return { state: { sequence: record.sequence, hash: record.hash } };
}

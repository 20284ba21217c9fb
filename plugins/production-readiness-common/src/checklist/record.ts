/** A User and the name that was shown at the time. @public */
export interface Person {
  ref: string;
  name: string;
}

/**
 * What shows that an item holds: a link, or words.
 *
 * @public
 */
export type Evidence =
  | { kind: 'url'; url: string }
  | { kind: 'text'; text: string };

/** @public */
export const DECISIONS = ['waiting', 'accepted', 'returned'] as const;

/** What became of an answer. @public */
export type Decision = (typeof DECISIONS)[number];

/**
 * The last answer to an item. Moments are milliseconds since the epoch.
 *
 * @public
 */
export interface ItemAnswer {
  evidence: Evidence;
  by: Person;
  at: number;
  decision: Decision;
  decidedBy?: Person;
  decidedAt?: number;
  /** Why it was returned. */
  comment?: string;
}

/**
 * The accepted answer that counts, also while a newer one waits.
 *
 * @public
 */
export interface ItemAcceptance {
  evidence: Evidence;
  attestedBy: Person;
  attestedAt: number;
  acceptedBy: Person;
  acceptedAt: number;
  /** Null when it does not expire. */
  until: number | null;
}

/**
 * What the facts say of an item.
 *
 * @public
 */
export interface ItemFact {
  /** As last read; null when it never could be. */
  value: 'passed' | 'failed' | null;
  /** Since when it says so. */
  since: number;
  /** From when on it is due, where a fact names a moment. */
  dueAt?: number;
  /** When it expires, where a fact names a moment. */
  until?: number;
  /** Since when it can't be read; undefined while it can. */
  unreadSince?: number;
  /** Whether it ever passed: failing now is then a step back. */
  hasPassed: boolean;
}

/**
 * All that is stored of one item of one entity.
 *
 * @public
 */
export interface ItemRecord {
  /** Counts what people did to it; 0 before the first answer. */
  version: number;
  answer?: ItemAnswer;
  acceptance?: ItemAcceptance;
  fact?: ItemFact;
  /** Excused until a moment. */
  exemption?: { until: number };
  /** Agreed not to concern this entity. */
  notApplicable?: boolean;
}

/** The record of an item that nobody answered and no fact speaks of. @public */
export const EMPTY_RECORD: ItemRecord = { version: 0 };

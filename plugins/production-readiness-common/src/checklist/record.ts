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
 * Why an accepted answer counts: a second person accepted it, it was an
 * unchanged reconfirmation that the rules let count without one, or the team
 * is configured to certify its own answers.
 *
 * @public
 */
export const ACCEPTANCE_BASES = [
  'second_person',
  'reconfirmation',
  'self_certification',
] as const;

/** @public */
export type AcceptanceBasis = (typeof ACCEPTANCE_BASES)[number];

/**
 * The accepted answer that counts, also while a newer one waits.
 *
 * @public
 */
export interface ItemAcceptance {
  evidence: Evidence;
  attestedBy: Person;
  attestedAt: number;
  /** The attester where no second person was needed; see `basis`. */
  acceptedBy: Person;
  acceptedAt: number;
  basis: AcceptanceBasis;
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
  /** Why it can't be read, for a person. */
  error?: string;
  /** What a service last reported of it. */
  report?: FactReport;
}

/** What stands behind a fact that a service reported. @public */
export interface FactReport {
  /** The service, as its token names it. */
  by: string;
  at: number;
  evidence?: Evidence;
}

/** @public */
export const WAIVER_KINDS = ['exemption', 'not_applicable'] as const;

/** @public */
export type WaiverKind = (typeof WAIVER_KINDS)[number];

/**
 * What excuses an entity from an item: for a time, with something that makes
 * up for the gap meanwhile, or because the item does not concern it.
 *
 * @public
 */
export type Waiver =
  | {
      kind: 'exemption';
      reason: string;
      compensatingControl: string;
      /** When it ends; milliseconds since the epoch. */
      until: number;
    }
  | { kind: 'not_applicable'; reason: string };

/** A waiver that somebody granted. @public */
export type ItemWaiver = Waiver & {
  requestedBy: Person;
  requestedAt: number;
  /** Never the person who asked for it. */
  approvedBy: Person;
  approvedAt: number;
};

/** A request for a waiver that waits, or that came back. @public */
export type ItemWaiverRequest = Waiver & {
  requestedBy: Person;
  requestedAt: number;
  decision: 'waiting' | 'returned';
  decidedBy?: Person;
  decidedAt?: number;
  /** Why it was returned. */
  comment?: string;
};

/**
 * An accepted answer of an entity above: its System, its Domain or the Group
 * at the top.
 *
 * @public
 */
export interface InheritedAnswer {
  /** The entity that gave it. */
  ref: string;
  acceptance: ItemAcceptance;
  /** The reader may not know where it comes from, nor what it says. */
  hidden?: boolean;
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
  /** What excuses the entity; an exemption may have ended by time. */
  waiver?: ItemWaiver;
  /** The last request for a waiver that is not decided in its favour. */
  waiverRequest?: ItemWaiverRequest;
  /** What it may take over from above; never stored with it. */
  inherited?: InheritedAnswer;
}

/** The record of an item that nobody answered and no fact speaks of. @public */
export const EMPTY_RECORD: ItemRecord = { version: 0 };

/** A User and the name that was shown at the time. @public */
export interface Person {
  /** Canonical reference, such as `user:default/haruto-sato`. */
  ref: string;
  /** The display name in the catalog, else the name in the reference. */
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

/** What a second person can make of an answer. @public */
export const DECISIONS = ['waiting', 'accepted', 'returned'] as const;

/** What became of an answer. @public */
export type Decision = (typeof DECISIONS)[number];

/**
 * The last answer to an item. Moments are milliseconds since the epoch.
 *
 * @public
 */
export interface ItemAnswer {
  /** What shows that the item holds. */
  evidence: Evidence;
  /** Who answered. */
  by: Person;
  /** When it was given. */
  at: number;
  /** What a second person made of it. */
  decision: Decision;
  /** Who decided; absent while nobody has, or when the rules did. */
  decidedBy?: Person;
  /** When it was decided; absent while it waits. */
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

/** One of {@link ACCEPTANCE_BASES}. @public */
export type AcceptanceBasis = (typeof ACCEPTANCE_BASES)[number];

/**
 * The accepted answer that counts, also while a newer one waits.
 *
 * @public
 */
export interface ItemAcceptance {
  /** What was accepted. */
  evidence: Evidence;
  /** Who gave the answer. */
  attestedBy: Person;
  /** When the answer was given. */
  attestedAt: number;
  /** The attester where no second person was needed; see `basis`. */
  acceptedBy: Person;
  /** When it was accepted. */
  acceptedAt: number;
  /** By which rule it counts. */
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
  /** When the service said so; milliseconds since the epoch. */
  at: number;
  /** What the service handed in to look at, such as a link. */
  evidence?: Evidence;
}

/** Ways in which an item need not hold: for a while, or never. @public */
export const WAIVER_KINDS = ['exemption', 'not_applicable'] as const;

/** One of {@link WAIVER_KINDS}. @public */
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
  /** As it stands at the entity above. */
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
  /** Absent until somebody answers. */
  answer?: ItemAnswer;
  /** Absent until an answer is accepted. */
  acceptance?: ItemAcceptance;
  /** Absent until the check of an automatic or hybrid item has run. */
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

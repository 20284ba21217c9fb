import { ChecklistItem, itemStartsAt } from './document';
import { countingAcceptance } from './inheritance';
import { EMPTY_RECORD, ItemFact, ItemRecord } from './record';

/**
 * The states of an item. The first that applies is the item's state.
 *
 * @public
 */
export const ITEM_STATES = [
  'upcoming',
  'not_applicable',
  'exempt',
  'lapsed',
  'regressed',
  'returned',
  'failed',
  'unknown',
  'attested',
  'accepted',
  'passed',
  'open',
] as const;

/** One of {@link ITEM_STATES}. @public */
export type ItemState = (typeof ITEM_STATES)[number];

/** A day in milliseconds. @public */
export const DAY = 24 * 60 * 60 * 1000;

/** How the passing of time wears states out. @public */
export interface StateTiming {
  /** How long before its expiry an answer is due, in milliseconds. */
  dueBefore: number;
  /** How long a fact that can't be read keeps its last value. */
  unknownAfter: number;
}

/** What counts where nothing is configured. @public */
export const DEFAULT_TIMING: StateTiming = {
  dueBefore: 30 * DAY,
  unknownAfter: 7 * DAY,
};

/** The part of an item's definition that its state depends on. @public */
export type StateRules = Pick<
  ChecklistItem,
  'kind' | 'precondition' | 'startsAt'
>;

/**
 * Where an item stands at a moment.
 *
 * @public
 */
export interface ItemStanding {
  /** At the moment that was asked for. */
  state: ItemState;
  /** Whether it counts. An accepted answer counts while a newer one waits. */
  satisfied: boolean;
  /** It counts, but expires soon. */
  due: boolean;
  /** From when what counts is due; null where nothing expires. */
  dueFrom: number | null;
  /** Since when its fact can't be read while the last value stays. */
  staleSince: number | null;
  /** Whether an answer waits for somebody's decision. */
  waiting: boolean;
  /** Whether a request for a waiver waits for somebody's decision. */
  requested: boolean;
  /** When what counts expires, or has expired. */
  validUntil: number | null;
  /** The next moment at which time alone changes `state` or `satisfied`. */
  changesAt: number | null;
}

/**
 * Derives where an item stands.
 *
 * @param rules - the item's definition
 * @param record - what is stored; leave out when there is no row
 * @param now - milliseconds since the epoch
 * @public
 */
export function deriveStanding(
  rules: StateRules,
  record: ItemRecord = EMPTY_RECORD,
  now: number,
  timing: StateTiming = DEFAULT_TIMING,
): ItemStanding {
  const { waiver } = record;
  const exemptUntil = waiver?.kind === 'exemption' ? waiver.until : undefined;
  const moments: (number | null | undefined)[] = [
    itemStartsAt(rules),
    exemptUntil,
  ];
  const fact = readFact(rules, record.fact, now, timing);
  const answer = rules.kind === 'automatic' ? undefined : record.answer;
  const acceptance =
    rules.kind === 'automatic' ? undefined : countingAcceptance(record);
  const expiry = rules.kind === 'automatic' ? fact.until : acceptance?.until;
  moments.push(expiry, fact.unknownAt);

  const state = firstThatApplies([
    ['upcoming', isAfter(itemStartsAt(rules), now)],
    ['not_applicable', waiver?.kind === 'not_applicable'],
    ['exempt', isAfter(exemptUntil, now)],
    ['lapsed', hasPassed(expiry, now)],
    ['regressed', fact.failed && (fact.hadPassed || acceptance !== undefined)],
    ['returned', answer?.decision === 'returned'],
    ['failed', fact.failed],
    ['unknown', fact.unknown],
    ['attested', answer?.decision === 'waiting'],
    ['accepted', acceptance !== undefined],
    ['passed', rules.kind === 'automatic' && fact.passed],
  ]);
  const satisfied = counts(state, acceptance !== undefined, fact);
  const validUntil = expiry ?? null;
  const dueBefore = validUntil === null ? null : validUntil - timing.dueBefore;
  const dueFrom = rules.kind === 'automatic' ? fact.dueAt ?? null : dueBefore;
  return {
    state,
    satisfied,
    due: satisfied && hasPassed(dueFrom, now),
    dueFrom,
    staleSince: fact.staleSince,
    waiting: answer?.decision === 'waiting',
    requested: record.waiverRequest?.decision === 'waiting',
    validUntil,
    changesAt: earliestAfter(moments, now),
  };
}

/** What a fact means for an item at a moment. */
interface FactMeaning {
  passed: boolean;
  failed: boolean;
  unknown: boolean;
  /** An automatic item that fails now passed once. */
  hadPassed: boolean;
  until?: number;
  dueAt?: number;
  unknownAt?: number;
  staleSince: number | null;
}

const NO_FACT: FactMeaning = {
  passed: false,
  failed: false,
  unknown: false,
  hadPassed: false,
  staleSince: null,
};

function readFact(
  rules: StateRules,
  fact: ItemFact | undefined,
  now: number,
  timing: StateTiming,
): FactMeaning {
  const isHint = rules.precondition === 'or-statement';
  if (rules.kind === 'manual' || isHint) return NO_FACT;
  if (fact === undefined || fact.value === null) {
    return { ...NO_FACT, unknown: true };
  }
  const { unreadSince, value, until, dueAt } = fact;
  const unknownAt =
    unreadSince === undefined ? undefined : unreadSince + timing.unknownAfter;
  const unknown = hasPassed(unknownAt, now);
  const passed = !unknown && value === 'passed';
  const failed = !unknown && value === 'failed';
  return {
    passed,
    failed,
    unknown,
    hadPassed: rules.kind === 'automatic' && fact.hasPassed,
    // What failed has nothing that could expire.
    ...(value === 'passed' && { until, dueAt }),
    unknownAt,
    staleSince: unreadSince !== undefined && !unknown ? unreadSince : null,
  };
}

function counts(
  state: ItemState,
  isAccepted: boolean,
  fact: FactMeaning,
): boolean {
  switch (state) {
    case 'accepted':
    case 'passed':
      return true;
    // A newer answer that waits or came back takes nothing from the old one.
    case 'attested':
    case 'returned':
      return isAccepted && !fact.failed && !fact.unknown;
    default:
      return false;
  }
}

function firstThatApplies(candidates: [ItemState, boolean][]): ItemState {
  return candidates.find(([, applies]) => applies)?.[0] ?? 'open';
}

function isAfter(moment: number | undefined, now: number): boolean {
  return moment !== undefined && moment > now;
}

function hasPassed(moment: number | null | undefined, now: number): boolean {
  return moment !== null && moment !== undefined && moment <= now;
}

function earliestAfter(
  moments: (number | null | undefined)[],
  now: number,
): number | null {
  const coming = moments.filter(
    (moment): moment is number => typeof moment === 'number' && moment > now,
  );
  return coming.length > 0 ? Math.min(...coming) : null;
}

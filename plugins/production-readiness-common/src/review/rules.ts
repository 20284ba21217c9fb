import { Phase, PHASES } from '../checklist/document';
import { isUpTo } from '../checklist/phase';
import { DAY } from '../checklist/states';

/**
 * Where a review stands by what people did.
 *
 * - `draft`: opened, nobody was asked yet
 * - `submitted`: waits for its reviewers
 * - `in_review`: one of them has taken it up
 * - `changes_requested`: came back with what is missing
 * - `limited_release`: may take some traffic, up to a cap
 * - `withdrawn`: taken back by the team
 *
 * @public
 */
export const REVIEW_STATES = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'approved_with_conditions',
  'limited_release',
  'withdrawn',
] as const;

/** One of {@link REVIEW_STATES}. @public */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What the passing of time adds to the states. @public */
export const REVIEW_STANDINGS = [
  ...REVIEW_STATES,
  'renewal_due',
  'lapsed',
] as const;

/** One of {@link REVIEW_STANDINGS}. @public */
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];

/** What a reviewer may decide. @public */
export const REVIEW_OUTCOMES = [
  'approved',
  'approved_with_conditions',
  'limited_release',
  'changes_requested',
] as const;

/** One of {@link REVIEW_OUTCOMES}. @public */
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/**
 * Who decides for a team: the configured reviewer groups, other members of the
 * team, or the team itself, of whose answers one in ten is looked at.
 *
 * @public
 */
export const REVIEW_MODES = ['reviewers', 'peers', 'self_certified'] as const;

/** One of {@link REVIEW_MODES}. @public */
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** What somebody does to a review. @public */
export const REVIEW_ACTS = [
  'submit',
  'claim',
  'decide',
  'withdraw',
  'meet_condition',
] as const;

/** One of {@link REVIEW_ACTS}. @public */
export type ReviewAct = (typeof REVIEW_ACTS)[number];

const FROM: Record<ReviewAct, readonly ReviewState[]> = {
  submit: ['draft', 'changes_requested'],
  claim: ['submitted'],
  decide: ['submitted', 'in_review'],
  withdraw: ['draft', 'submitted', 'in_review', 'changes_requested'],
  meet_condition: ['approved_with_conditions'],
};

/** Whether a review in a state can have something done to it. @public */
export function allowsAct(state: ReviewState, act: ReviewAct): boolean {
  return FROM[act].includes(state);
}

/** Whether somebody still has to do something before it is decided. @public */
export function isOpenReview(state: ReviewState): boolean {
  return allowsAct(state, 'withdraw');
}

/** So long before its end an approval asks for renewal, in ms. @public */
export const RENEWAL_BEFORE = 30 * DAY;

/** A condition of an approval, with the day by which it has to be met. @public */
export interface DatedCondition {
  /** Milliseconds since the epoch. */
  dueAt: number;
  /** When somebody accepted that it is met; null: it is open. */
  metAt: number | null;
}

/** What of a review time acts on. @public */
export interface DecidedReview {
  /** As it was left; time adds to it. */
  state: ReviewState;
  /** Milliseconds since the epoch; null: for good, or not approved. */
  validUntil: number | null;
  /** Of the approval; empty when it has none. */
  conditions: readonly DatedCondition[];
}

/**
 * Until when a review approves its phase. A condition that is not met on its
 * day ends the approval until it is. A limited release approves no phase.
 *
 * @returns undefined when it approves nothing; null: for good
 * @public
 */
export function approvedUntil(
  review: DecidedReview,
): number | null | undefined {
  if (
    review.state !== 'approved' &&
    review.state !== 'approved_with_conditions'
  ) {
    return undefined;
  }
  const moments = [
    review.validUntil,
    ...review.conditions
      .filter(({ metAt }) => metAt === null)
      .map(({ dueAt }) => dueAt),
  ].filter((moment): moment is number => moment !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** Where a review stands at a moment. @public */
export function standingOfReview(
  review: DecidedReview,
  now: number,
): ReviewStanding {
  const until =
    review.state === 'limited_release'
      ? review.validUntil
      : approvedUntil(review);
  if (until === undefined || until === null) return review.state;
  if (until <= now) return 'lapsed';
  const { validUntil } = review;
  return validUntil !== null && validUntil - RENEWAL_BEFORE <= now
    ? 'renewal_due'
    : review.state;
}

/** What of a review a cap on traffic follows from. @public */
export interface CappedReview extends DecidedReview {
  /** That was reviewed. */
  phase: Phase;
  /** Milliseconds since the epoch; null while it is open. */
  decidedAt: number | null;
  /** In the reviewer's words, such as `5 % of users`; null: no cap. */
  trafficCap: string | null;
}

/**
 * How much traffic the last limited release allows, while it holds. A later
 * approval of its phase, or of one after it, lifts the cap for good.
 *
 * @param reviews - in any order
 * @returns null where no release is limited
 * @public
 */
export function trafficCapOf(
  reviews: readonly CappedReview[],
  now: number,
): string | null {
  const newestFirst = [...reviews].sort(
    (one, other) => (other.decidedAt ?? 0) - (one.decidedAt ?? 0),
  );
  let approvedSince: Phase | undefined;
  for (const review of newestFirst) {
    const { phase, state } = review;
    if (state === 'limited_release') {
      if (approvedSince && isUpTo(phase, approvedSince)) continue;
      return standingOfReview(review, now) === 'lapsed'
        ? null
        : review.trafficCap;
    }
    const isApproval =
      state === 'approved' || state === 'approved_with_conditions';
    if (isApproval && !(approvedSince && isUpTo(phase, approvedSince))) {
      approvedSince = phase;
    }
  }
  return null;
}

/** An approval of a phase; it may have ended. @public */
export interface PhaseApproval {
  /** That was approved. */
  phase: Phase;
  /** Milliseconds since the epoch; null: for good. */
  until: number | null;
}

/**
 * The phase of an entity: the first one without a valid approved review. Before
 * any was approved, what the catalog says.
 *
 * @param stated - by the catalog
 * @param approvals - all that ever were
 * @public
 */
export function phaseByReviews(
  stated: Phase,
  approvals: readonly PhaseApproval[],
  now: number,
): Phase {
  if (approvals.length === 0) return stated;
  const isApproved = (phase: Phase) =>
    approvals.some(
      one => one.phase === phase && (one.until === null || one.until > now),
    );
  return PHASES.find(phase => !isApproved(phase)) ?? PHASES[PHASES.length - 1];
}

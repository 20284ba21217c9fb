import { JsonObject } from '@backstage/types';
import {
  DAY,
  Evidence,
  Person,
  ReadinessError,
  ReviewAct,
  ReviewDecision,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StoredReview } from './ReviewStore';
import { ReviewPlan } from './plan';

/** What a change of a review may look at. */
export interface ReviewChangeContext {
  by: Person;
  at: number;
  plan: ReviewPlan;
  /** The checklist that the entity is judged by now. */
  checklistDigest: string;
  /** JSON of the items as they stand. */
  items: string;
  /** Days that an approval is valid; undefined: for good. */
  validDays: number | undefined;
}

/** One change of a review: what it becomes, and what the journal says. */
export interface ReviewChange {
  act: ReviewAct;
  action: string;
  become(
    review: StoredReview,
    context: ReviewChangeContext,
  ): { review: StoredReview; subject: JsonObject };
}

/** The reviewers are asked. Whom it waits for is pinned, and the checklist. */
export function submission(note: string | undefined): ReviewChange {
  return {
    act: 'submit',
    action: 'review.submitted',
    become: (review, { by, at, plan, checklistDigest }) => ({
      review: {
        ...review,
        state: 'submitted',
        submittedBy: by,
        submittedAt: at,
        claimedBy: null,
        note: note ?? review.note,
        reviewerRef: plan.reviewerRef,
        checklistDigest,
      },
      subject: { reviewerRef: plan.reviewerRef, note: note ?? null },
    }),
  };
}

/** A reviewer has taken it up. */
export const claim: ReviewChange = {
  act: 'claim',
  action: 'review.claimed',
  become: (review, { by }) => ({
    review: { ...review, state: 'in_review', claimedBy: by },
    subject: {},
  }),
};

/** The team takes it back. */
export const withdrawal: ReviewChange = {
  act: 'withdraw',
  action: 'review.withdrawn',
  become: review => ({
    review: { ...review, state: 'withdrawn' },
    subject: {},
  }),
};

/**
 * A reviewer decides.
 *
 * @throws ReadinessError 400 for a condition in the past or too far away, 409 when it would
 *   approve what items of high weight speak against
 */
export function decision(decided: ReviewDecision): ReviewChange {
  return {
    act: 'decide',
    action: `review.${decided.outcome}`,
    become: (review, context) => {
      const { at, by, plan, validDays } = context;
      if (decided.outcome === 'approved' && plan.blockers.length > 0) {
        throw ReadinessError.conflict(
          'BLOCKERS_OPEN',
          `${plan.blockers.join(
            ', ',
          )} can block a release and are open. Approve with a condition for each, allow a limited release, or ask for changes.`,
          { field: 'body.outcome' },
        );
      }
      const isApproval = decided.outcome !== 'changes_requested';
      const conditions =
        decided.outcome === 'approved_with_conditions'
          ? decided.conditions
          : [];
      conditions.forEach(({ dueAt }, index) => refuseDay(dueAt, at, index));
      const waited = review.submittedAt === null ? 0 : at - review.submittedAt;
      const trafficCap =
        decided.outcome === 'limited_release' ? decided.trafficCap : null;
      const validUntil =
        isApproval && validDays !== undefined ? at + validDays * DAY : null;
      return {
        review: {
          ...review,
          state: decided.outcome,
          decidedBy: by,
          decidedAt: at,
          comment: decided.comment ?? null,
          trafficCap,
          validUntil,
          waited: review.waited + waited,
          items: isApproval ? context.items : null,
          conditions: conditions.map(({ text, dueAt }, index) => ({
            number: index + 1,
            text,
            dueAt,
            metAt: null,
            metBy: null,
            evidence: null,
          })),
        },
        subject: {
          comment: decided.comment ?? null,
          trafficCap,
          validUntil,
          conditions: [...conditions],
          waited,
        },
      };
    },
  };
}

/** A condition that is due later than this is a slip of the hand. */
const CONDITION_DAYS = 3650;

function refuseDay(dueAt: number, now: number, index: number): void {
  const field = `body.conditions.${index}.dueAt`;
  if (dueAt <= now) {
    throw ReadinessError.badInput(
      'CONDITION_DUE_IN_THE_PAST',
      'A condition is due in the past. Choose a day that is still to come.',
      { field },
    );
  }
  if (dueAt > now + CONDITION_DAYS * DAY) {
    throw ReadinessError.badInput(
      'CONDITION_DUE_TOO_LATE',
      'A condition is due in more than ten years. Choose an earlier day.',
      { field },
    );
  }
}

/** @throws ReadinessError 404 or 409 for the condition */
export function conditionMet(number: number, evidence: Evidence): ReviewChange {
  return {
    act: 'meet_condition',
    action: 'review.condition_met',
    become: (review, { by, at }) => {
      const condition = review.conditions.find(one => one.number === number);
      if (!condition) {
        throw ReadinessError.notFound(
          'CONDITION_NOT_FOUND',
          `This approval has no condition ${number}.`,
          { field: 'path.number' },
        );
      }
      if (condition.metAt !== null) {
        throw ReadinessError.conflict(
          'CONDITION_MET',
          `Condition ${number} was shown to be met already.`,
          { field: 'path.number' },
        );
      }
      return {
        review: {
          ...review,
          conditions: review.conditions.map(one =>
            one === condition
              ? { ...one, metAt: at, metBy: by, evidence }
              : one,
          ),
        },
        subject: { number, evidence },
      };
    },
  };
}

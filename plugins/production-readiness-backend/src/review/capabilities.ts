import {
  allowsAct,
  REVIEW_ACTS,
  ReviewAct,
} from '@prodready/backstage-plugin-production-readiness-common';
import { isReviewer, Standing } from '../checklist/capabilities';
import { StoredReview } from './ReviewStore';

/** Why somebody may not do something to a review. */
export type ReviewRefusal =
  | 'not_a_person'
  | 'not_permitted'
  | 'not_an_owner'
  | 'not_a_reviewer'
  | 'own_review'
  | 'wrong_state';

/** Whether the caller answers for the entity: opens, submits, withdraws. */
export function ownerRefusal(standing: Standing): ReviewRefusal | undefined {
  const { caller, hasOwner, isOwner } = standing;
  if (caller.kind !== 'user' || caller.onBehalfOf) return 'not_a_person';
  if (!standing.mayAttest) return 'not_permitted';
  if (!hasOwner) return caller.isAdmin ? undefined : 'not_an_owner';
  return isOwner ? undefined : 'not_an_owner';
}

/** Why the caller may not do this to a review; undefined when they may. */
export function reviewRefusal(
  act: ReviewAct,
  review: StoredReview,
  standing: Standing,
): ReviewRefusal | undefined {
  const refused =
    act === 'claim' || act === 'decide'
      ? reviewerRefusal(review, standing)
      : ownerRefusal(standing);
  if (refused) return refused;
  return allowsAct(review.state, act) ? undefined : 'wrong_state';
}

/** What the caller may do to a review. */
export function reviewActs(
  review: StoredReview,
  standing: Standing,
): ReviewAct[] {
  return REVIEW_ACTS.filter(
    act => reviewRefusal(act, review, standing) === undefined,
  );
}

function reviewerRefusal(
  { mode, reviewerRef, submittedBy, openedBy }: StoredReview,
  standing: Standing,
): ReviewRefusal | undefined {
  const { caller } = standing;
  if (caller.kind !== 'user' || caller.onBehalfOf) return 'not_a_person';
  if (!standing.mayAccept) return 'not_permitted';
  const asked = (submittedBy ?? openedBy).ref === caller.userRef;
  // Only where the team is trusted with its own word.
  if (asked && mode !== 'self_certified') return 'own_review';
  return isReviewer(standing, reviewerRef) ? undefined : 'not_a_reviewer';
}

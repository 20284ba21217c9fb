import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { DirectoryEntity } from '../directory';
import { ReviewRefusal } from './capabilities';
import { StoredReview } from './ReviewStore';

/** The error that says why somebody may not do something to a review. */
export function refuseReview(
  reason: ReviewRefusal,
  entity: DirectoryEntity,
  review?: StoredReview,
): ReadinessError {
  const reviewers =
    review?.reviewerRef ??
    'another member of the owning team, or an administrator';
  switch (reason) {
    case 'own_review':
      return ReadinessError.notAllowed(
        'OWN_REVIEW',
        `You submitted this review yourself, so somebody else has to decide: ${reviewers}.`,
      );
    case 'not_a_reviewer':
      return ReadinessError.notAllowed(
        'NOT_A_REVIEWER',
        `You may not decide on this review of ${entity.ref}. It waits for ${reviewers}.`,
      );
    case 'not_an_owner':
      return ReadinessError.notAllowed(
        'NOT_AN_OWNER',
        `Only its owners do this for ${entity.ref}. Ask ${
          entity.ownerRef ?? 'its owner'
        }, or become a member.`,
      );
    case 'not_a_person':
      return ReadinessError.notAllowed(
        'PERSON_REQUIRED',
        'Only a person may do this, signed in as themselves.',
      );
    case 'wrong_state':
      return ReadinessError.conflict(
        'REVIEW_STATE',
        `A review that is ${
          review?.state.replaceAll('_', ' ') ?? 'in this state'
        } can't have this done to it. Load it again to see what is next.`,
        { field: 'path.reviewId' },
      );
    default:
      return ReadinessError.notAllowed(
        'NOT_ALLOWED',
        `You may not do this on ${entity.ref}: the permission policy does not give it to you. Ask your Backstage administrators.`,
      );
  }
}

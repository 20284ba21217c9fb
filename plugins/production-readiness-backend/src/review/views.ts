import {
  ReviewView,
  standingOfReview,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Standing } from '../checklist/capabilities';
import { DirectoryEntity } from '../directory';
import { reviewActs } from './capabilities';
import { StoredReview } from './ReviewStore';

/** A review as its caller sees it. */
export function reviewViewOf(
  review: StoredReview,
  entity: DirectoryEntity,
  standing: Standing,
  now: number,
): ReviewView {
  const { id, publicId, entityId, checklistId, items, conditions, ...shown } =
    review;
  return {
    ...shown,
    id: publicId,
    entityRef: entity.ref,
    entityTitle: entity.title ?? entity.name,
    standing: standingOfReview(review, now),
    conditions,
    acts: reviewActs(review, standing),
  };
}

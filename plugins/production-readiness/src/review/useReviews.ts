import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Phase,
  type RouteBodyInput,
  type RouteDefinition,
  type RouteResponse,
  reviewRoutes,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../api';
import { entityAddress } from '../checklist/data/entityAddress';
import { useWrite } from '../query';

/** The phases of an entity with their reviews. @internal */
export type EntityReviews = RouteResponse<typeof reviewRoutes.listReviews>;

/**
 * The phases of an entity with their reviews, and who would decide.
 *
 * @param enabled - false while the entity is not known yet
 * @internal
 */
export function useReviews(entityRef: string, enabled = true) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['reviews', 'entity', entityRef],
    enabled,
    queryFn: async ({ signal }): Promise<EntityReviews> => {
      const { body } = await client.call(reviewRoutes.listReviews, {
        params: entityAddress(entityRef),
        signal,
      });
      return body;
    },
  });
}

/**
 * One review.
 *
 * @param reviewId - undefined while none is open
 * @internal
 */
export function useReview(reviewId: string | undefined) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['reviews', 'one', reviewId],
    enabled: reviewId !== undefined,
    queryFn: async ({ signal }) => {
      const { body } = await client.call(reviewRoutes.getReview, {
        params: { reviewId: reviewId ?? '' },
        signal,
      });
      return body;
    },
  });
}

/**
 * Opens a review of a phase. A second try within one showing is the same.
 *
 * @internal
 */
export function useOpenReview(entityRef: string) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  return useWrite({
    mutationFn: async (phase: Phase): Promise<ReviewView> => {
      const { body } = await client.call(reviewRoutes.openReview, {
        params: entityAddress(entityRef),
        body: { phase },
        idempotencyKey: newActionKey(),
      });
      return body;
    },
    onSuccess: refresh,
  });
}

/**
 * One kind of write on a review, from the version that was read.
 *
 * @internal
 */
export function useReviewWrite<R extends RouteDefinition>(
  review: ReviewView,
  route: R,
) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  return useWrite({
    mutationFn: async (input: {
      body?: RouteBodyInput<R>;
      params?: Record<string, unknown>;
    }): Promise<ReviewView> => {
      const { body } = await client.call<RouteDefinition>(route, {
        params: { reviewId: review.id, ...input.params },
        body: input.body,
        ifMatch: review.version,
      });
      return body as ReviewView;
    },
    // Also after a refusal: it says that something has changed.
    onSettled: refresh,
  });
}

/** Phase, blockers, inbox and portfolio follow; the words never change. */
function useRefresh() {
  const queries = useQueryClient();
  return () => {
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        !(queryKey[0] === 'checklist' && queryKey[1] === 'words'),
    });
  };
}

import { reviewRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import {
  claim,
  conditionMet,
  decision,
  submission,
  withdrawal,
} from './changes';
import { ReviewDocuments } from './ReviewDocuments';
import { ReviewFlow, ReviewFlowDeps } from './ReviewFlow';
import { ReviewInbox } from './ReviewInbox';
import { ReviewReading } from './ReviewReading';

const ACTIONS = { claim, conditionMet, decision, submission, withdrawal };

/** The reviews, put together. */
export interface ReviewFeature {
  readonly flow: ReviewFlow;
  readonly reading: ReviewReading;
  readonly inbox: ReviewInbox;
  readonly documents: ReviewDocuments;
  /** What can be done to a review, for those who drive the flow directly. */
  readonly actions: typeof ACTIONS;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts the reviews together. */
export function createReviewFeature(deps: ReviewFlowDeps): ReviewFeature {
  const reading = new ReviewReading(deps);
  const flow = new ReviewFlow(deps, reading);
  const documents = new ReviewDocuments(deps, reading);
  return {
    flow,
    reading,
    inbox: new ReviewInbox(deps),
    documents,
    actions: ACTIONS,
    serve(api) {
      api.serve(reviewRoutes.listReviews, ({ caller, params }) =>
        reading.list(caller, params),
      );
      api.serve(reviewRoutes.getReview, ({ caller, params }) =>
        reading.get(caller, params.reviewId),
      );
      api.serve(
        reviewRoutes.openReview,
        ({ caller, params, body, idempotencyKey }) =>
          flow.open(caller, params, body, idempotencyKey),
      );
      api.serve(
        reviewRoutes.submitReview,
        ({ caller, params, body, ifMatch }) =>
          flow.change(caller, params.reviewId, ifMatch, submission(body.note)),
      );
      api.serve(reviewRoutes.claimReview, ({ caller, params, ifMatch }) =>
        flow.change(caller, params.reviewId, ifMatch, claim),
      );
      api.serve(
        reviewRoutes.decideReview,
        ({ caller, params, body, ifMatch }) =>
          flow.change(caller, params.reviewId, ifMatch, decision(body)),
      );
      api.serve(reviewRoutes.withdrawReview, ({ caller, params, ifMatch }) =>
        flow.change(caller, params.reviewId, ifMatch, withdrawal),
      );
      api.serve(
        reviewRoutes.meetCondition,
        ({ caller, params: { reviewId, number }, body, ifMatch }) =>
          flow.change(
            caller,
            reviewId,
            ifMatch,
            conditionMet(number, body.evidence),
          ),
      );
      api.serve(reviewRoutes.getReviewDocument, ({ caller, params, query }) =>
        documents.write(caller, params.reviewId, query),
      );
    },
  };
}

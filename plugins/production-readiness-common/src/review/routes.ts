import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { PHASES } from '../checklist/document';
import { evidenceSchema } from '../checklist/evidence';
import { entityParams } from '../entity/params';
import { REVIEW_MODES } from './rules';
import { phaseReviewView, reviewerLoadView, reviewView } from './view';

const reviewParams = z.strictObject({
  reviewId: z.uuid({ error: 'must be the id of a review' }),
});

const note = plainText({ max: 2000 }).optional();

/** What a reviewer decides, with what belongs to it. @public */
export const reviewDecisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved'), comment: note }),
  z.strictObject({
    outcome: z.literal('approved_with_conditions'),
    conditions: z
      .array(
        z.strictObject({
          text: plainText({ min: 10, max: 1000 }),
          /** Milliseconds since the epoch. */
          dueAt: z.number().int(),
        }),
      )
      .min(1, { error: 'must hold at least one condition' })
      .max(20),
    comment: note,
  }),
  z.strictObject({
    outcome: z.literal('limited_release'),
    trafficCap: plainText({ min: 2, max: 200 }),
    comment: note,
  }),
  z.strictObject({
    outcome: z.literal('changes_requested'),
    comment: plainText({ min: 10, max: 2000 }),
  }),
]);

/** What {@link reviewDecisionSchema} lets through. @public */
export type ReviewDecision = z.output<typeof reviewDecisionSchema>;

/** Routes of the reviews. @public */
export const reviewRoutes = {
  listReviews: defineRoute({
    operationId: 'listReviews',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/reviews',
    summary: 'The phases of an entity with their reviews and reviewers',
    callers: 'user-or-service',
    params: entityParams,
    response: z.strictObject({
      phase: z.enum(PHASES),
      mode: z.enum(REVIEW_MODES),
      phases: z.array(phaseReviewView),
      /** Every review, newest first. */
      reviews: z.array(reviewView),
      load: z.array(reviewerLoadView),
      asOf: z.number().int(),
    }),
  }),
  openReview: defineRoute({
    operationId: 'openReview',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/reviews',
    summary: 'Open a review of a phase, as a draft',
    callers: 'user',
    params: entityParams,
    body: z.strictObject({ phase: z.enum(PHASES), note }),
    response: reviewView,
    status: 201,
    idempotencyKey: true,
  }),
  getReview: defineRoute({
    operationId: 'getReview',
    method: 'get',
    path: '/reviews/:reviewId',
    summary: 'One review',
    callers: 'user-or-service',
    params: reviewParams,
    response: z.strictObject({ review: reviewView, asOf: z.number().int() }),
  }),
  submitReview: defineRoute({
    operationId: 'submitReview',
    method: 'post',
    path: '/reviews/:reviewId/submission',
    summary: 'Ask the reviewers to decide',
    callers: 'user',
    params: reviewParams,
    body: z.strictObject({ note }),
    response: reviewView,
    ifMatch: true,
  }),
  claimReview: defineRoute({
    operationId: 'claimReview',
    method: 'post',
    path: '/reviews/:reviewId/claim',
    summary: 'Take a review up, so that the team and other reviewers know',
    callers: 'user',
    params: reviewParams,
    response: reviewView,
    ifMatch: true,
  }),
  decideReview: defineRoute({
    operationId: 'decideReview',
    method: 'post',
    path: '/reviews/:reviewId/decision',
    summary: 'Approve, approve with conditions, limit, or ask for changes',
    callers: 'user',
    params: reviewParams,
    body: reviewDecisionSchema,
    response: reviewView,
    ifMatch: true,
  }),
  withdrawReview: defineRoute({
    operationId: 'withdrawReview',
    method: 'post',
    path: '/reviews/:reviewId/withdrawal',
    summary: 'Take a review back that is not decided',
    callers: 'user',
    params: reviewParams,
    response: reviewView,
    ifMatch: true,
  }),
  meetCondition: defineRoute({
    operationId: 'meetCondition',
    method: 'post',
    path: '/reviews/:reviewId/conditions/:number/fulfilment',
    summary: 'Show that a condition of an approval is met',
    callers: 'user',
    params: reviewParams.extend({ number: z.coerce.number().int().min(1) }),
    body: z.strictObject({ evidence: evidenceSchema }),
    response: reviewView,
    ifMatch: true,
  }),
  getReviewDocument: defineRoute({
    operationId: 'getReviewDocument',
    method: 'get',
    path: '/reviews/:reviewId/document',
    summary: 'A review as a document that can be handed to an auditor',
    callers: 'user-or-service',
    params: reviewParams,
    query: z.strictObject({
      format: z.enum(['html', 'markdown']).default('html'),
      language: z.enum(['en', 'ja']).default('en'),
    }),
    response: z.strictObject({
      filename: z.string(),
      mediaType: z.string(),
      text: z.string(),
    }),
  }),
};

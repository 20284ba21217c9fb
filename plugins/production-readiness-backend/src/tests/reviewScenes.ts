import { randomUUID } from 'node:crypto';
import {
  isOpenReview,
  routes,
  ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TestReadinessBackend } from '../testing/backend';

// Situations of reviews that a test begins with, brought about through the API.

const checkout = { kind: 'component', namespace: 'default', name: 'checkout' };

/** What a reviewer may decide while items of high weight are open. */
export const conditionalApproval = () => ({
  outcome: 'approved_with_conditions' as const,
  conditions: [
    {
      text: 'Load test before the campaign',
      dueAt: Date.now() + 20 * 86_400_000,
    },
  ],
});

/** No review of the design is open. */
export async function noReview(backend: TestReadinessBackend): Promise<void> {
  const { body } = await backend
    .as('owner')
    .call(routes.listReviews, { params: checkout });
  const open = body.reviews.find(
    review => review.phase === 'design' && isOpenReview(review.state),
  );
  if (!open) return;
  await backend.as('owner').call(routes.withdrawReview, {
    params: { reviewId: open.id },
    ifMatch: open.version,
  });
}

/** Somebody of the team has opened a review of the design. */
export async function draftReview(
  backend: TestReadinessBackend,
): Promise<ReviewView> {
  await noReview(backend);
  const { body } = await backend.as('colleague').call(routes.openReview, {
    params: checkout,
    body: { phase: 'design' },
    idempotencyKey: randomUUID(),
  });
  return body;
}

/** The reviewers were asked to decide on it. */
export async function sentReview(
  backend: TestReadinessBackend,
): Promise<ReviewView> {
  const draft = await draftReview(backend);
  const { body } = await backend.as('colleague').call(routes.submitReview, {
    params: { reviewId: draft.id },
    body: {},
    ifMatch: draft.version,
  });
  return body;
}

/** They approved it with a condition. */
export async function approvedReview(
  backend: TestReadinessBackend,
): Promise<ReviewView> {
  const sent = await sentReview(backend);
  const { body } = await backend.as('reviewer').call(routes.decideReview, {
    params: { reviewId: sent.id },
    body: conditionalApproval(),
    ifMatch: sent.version,
  });
  return body;
}

/** Why a release has to go past the gate, and when somebody looks again. */
export const gatePass = () => ({
  reason: 'Hot fix for the outage that customers feel right now',
  followUpAt: Date.now() + 7 * 86_400_000,
});

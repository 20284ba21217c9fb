import { randomUUID } from 'node:crypto';
import {
  checklistAcceptPermission,
  checklistAttestPermission,
  isOpenReview,
  Person,
  Phase,
  ReadinessError,
  ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access';
import { Standing, standingOf } from '../checklist/capabilities';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { ChecklistConfig, reviewModeOf } from '../checklist/config';
import { EntityName, ReadinessReading } from '../checklist/ReadinessReading';
import { JudgedSubject, readSubject } from '../checklist/subject';
import { Clock, runOnce } from '../database';
import { Evaluation } from '../evaluation/Evaluation';
import { lockEntities } from '../evaluation/lockEntities';
import { entityChain, Journal } from '../journal';
import { ownerRefusal, reviewRefusal } from './capabilities';
import { ReviewChange } from './changes';
import { refuseReview } from './refusals';
import { ReviewReading, ReviewReadingDeps, readReview } from './ReviewReading';
import {
  insertReview,
  readReviews,
  StoredReview,
  updateReview,
} from './ReviewStore';
import { snapshotOf } from './snapshot';
import { reviewViewOf } from './views';

/** What changing reviews needs of the other parts. */
export interface ReviewFlowDeps extends ReviewReadingDeps {
  registry: ChecklistRegistry;
  clock: Clock;
  journal: Journal;
  evaluation: Evaluation;
  reading: ReadinessReading;
  config: ChecklistConfig;
}

/** Opens reviews and takes them from state to state. */
export class ReviewFlow {
  constructor(
    private readonly deps: ReviewFlowDeps,
    private readonly reviews: ReviewReading,
  ) {}

  /**
   * Opens a review of a phase as a draft.
   *
   * @throws ReadinessError 403, 404, or 409 when one is open
   */
  async open(
    caller: Caller,
    name: EntityName,
    input: { phase: Phase; note?: string },
    idempotencyKey?: string,
  ): Promise<ReviewView> {
    const { access, config, database, journal, reading } = this.deps;
    const { entity } = await reading.find(caller, name);
    await access.authorize(caller, checklistAttestPermission, entity.ref);
    const standing = await standingOf(access, caller, entity);
    const refused = ownerRefusal(standing);
    if (refused) throw refuseReview(refused, entity);

    return database.transaction(async tx => {
      await lockEntities(tx, [entity.id]);
      const judged = await this.judge(tx, entity.id);
      const by = personOf(caller);
      const at = judged.subject.now;
      const action = {
        key: idempotencyKey,
        operationId: 'openReview',
        actor: by.ref,
        request: [entity.ref, input],
        at,
      };
      return runOnce(tx, action, async () => {
        const { document, digest } = judged.checklist;
        const others = await readReviews(
          tx,
          query => void query.where('r.entity_id', entity.id),
        );
        const open = others.find(
          other =>
            other.checklistId === document.id &&
            other.phase === input.phase &&
            isOpenReview(other.state),
        );
        if (open) {
          throw ReadinessError.conflict(
            'REVIEW_OPEN',
            `A review of this phase is open already, by ${open.openedBy.name}. Go on with that one, or take it back first.`,
            { field: 'body.phase', details: { reviewId: open.publicId } },
          );
        }
        const plan = this.reviews.plan(judged, input.phase);
        const publicId = randomUUID();
        await insertReview(tx, {
          publicId,
          entityId: entity.id,
          checklistId: document.id,
          checklistDigest: digest,
          phase: input.phase,
          state: 'draft',
          version: 1,
          mode: reviewModeOf(config, entity.ownerRef),
          reviewerRef: plan.reviewerRef,
          note: input.note ?? null,
          openedBy: by,
          openedAt: at,
          submittedBy: null,
          submittedAt: null,
          claimedBy: null,
          decidedBy: null,
          decidedAt: null,
          comment: null,
          trafficCap: null,
          validUntil: null,
          waited: 0,
          items: null,
        });
        await journal.append(tx, {
          chain: entityChain(entity.id),
          actor: by.ref,
          action: 'review.opened',
          subject: {
            reviewId: publicId,
            phase: input.phase,
            checklistId: document.id,
            checklistDigest: digest,
            actorName: by.name,
          },
          at,
        });
        const review = (await readReview(tx, publicId))!;
        return reviewViewOf(review, entity, standing, at);
      });
    });
  }

  /**
   * Takes a review from one state to another.
   *
   * @param version - the version that the caller saw
   * @throws ReadinessError 400, 403, 404, 409 or 412
   */
  async change(
    caller: Caller,
    reviewId: string,
    version: number,
    change: ReviewChange,
  ): Promise<ReviewView> {
    const { access, config, database, evaluation } = this.deps;
    const { subject } = await this.reviews.find(caller, reviewId);
    const { entity } = subject;
    const decides = change.act === 'claim' || change.act === 'decide';
    await access.authorize(
      caller,
      decides ? checklistAcceptPermission : checklistAttestPermission,
      entity.ref,
    );
    const standing = await standingOf(access, caller, entity);

    return database.transaction(async tx => {
      await lockEntities(tx, [entity.id]);
      const review = (await readReview(tx, reviewId))!;
      const refused = reviewRefusal(change.act, review, standing);
      // Whoever may never do this learns that first; whether the review can
      // have it done depends on its version.
      if (refused && refused !== 'wrong_state') {
        throw refuseReview(refused, entity, review);
      }
      const judged = await this.judge(tx, entity.id);
      const { now } = judged.subject;
      if (review.version !== version) {
        throw stale(version, review, judged, standing);
      }
      if (refused) throw refuseReview(refused, entity, review);
      const by = personOf(caller);
      const plan = this.reviews.plan(judged, review.phase);
      const { review: next, subject: said } = change.become(review, {
        by,
        at: now,
        plan,
        checklistDigest: judged.checklist.digest,
        items: JSON.stringify(snapshotOf(plan, judged)),
        validDays: config.reviewDays[review.phase],
      });
      const written = { ...next, version: version + 1 };
      await updateReview(tx, written);
      await this.deps.journal.append(tx, {
        chain: entityChain(entity.id),
        actor: by.ref,
        action: change.action,
        subject: {
          reviewId,
          phase: review.phase,
          version: written.version,
          checklistDigest: written.checklistDigest,
          mode: written.mode,
          actorName: by.name,
          ...said,
        },
        at: now,
      });
      // The phase of the entity follows from its approvals.
      if (change.act === 'decide' || change.act === 'meet_condition') {
        await evaluation.reevaluate(tx, [entity.id], now);
      }
      return reviewViewOf(written, entity, standing, now);
    });
  }

  private async judge(
    tx: Knex.Transaction,
    entityId: string,
  ): Promise<JudgedSubject> {
    const { clock, reading } = this.deps;
    const subject = await readSubject(tx, clock, { id: entityId });
    const judged = subject && (await reading.judge(tx, subject));
    if (judged) return judged;
    throw ReadinessError.conflict(
      'NO_CHECKLIST',
      'No checklist is for this entity, so there is nothing to review.',
    );
  }
}

function stale(
  version: number,
  review: StoredReview,
  { subject }: JudgedSubject,
  standing: Standing,
): ReadinessError {
  return ReadinessError.preconditionFailed(
    'REVIEW_CHANGED',
    `Somebody else changed this review: you saw version ${version}, and it is at version ${review.version} now. Read it again before you decide.`,
    {
      field: 'header.If-Match',
      details: {
        current: reviewViewOf(review, subject.entity, standing, subject.now),
      },
    },
  );
}

function personOf(caller: Caller): Person {
  return {
    ref: caller.userRef!,
    name: caller.displayName ?? caller.userRef!,
  };
}

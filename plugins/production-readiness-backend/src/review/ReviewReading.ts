import {
  DAY,
  isOpenReview,
  PhaseReviewView,
  phaseByReviews,
  ReadinessError,
  reviewRoutes,
  RouteResponse,
  approvedUntil,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { Standing, standingOf } from '../checklist/capabilities';
import { ChecklistConfig, reviewModeOf } from '../checklist/config';
import { EntityName, ReadinessReading } from '../checklist/ReadinessReading';
import { JudgedSubject, Subject } from '../checklist/subject';
import { ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ownerRefusal } from './capabilities';
import { planReview, ReviewPlan } from './plan';
import { readReviewerLoad } from './reviewerLoad';
import { readReviews, StoredReview } from './ReviewStore';
import { reviewViewOf } from './views';

/** What reading reviews needs of the other parts. */
export interface ReviewReadingDeps {
  database: ReadinessDatabase;
  access: Access;
  directory: Directory;
  reading: ReadinessReading;
  config: ChecklistConfig;
}

/** A review that the caller may see, with its entity. */
export interface FoundReview {
  review: StoredReview;
  subject: Subject;
}

/** Waits of so long ago say nothing about today. */
const LOAD_PERIOD = 91 * DAY;

/** Answers what is asked about reviews. */
export class ReviewReading {
  constructor(private readonly deps: ReviewReadingDeps) {}

  /**
   * The phases of an entity with their reviews, and who would decide.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async list(
    caller: Caller,
    name: EntityName,
  ): Promise<RouteResponse<typeof reviewRoutes.listReviews>> {
    const { access, config, database, reading } = this.deps;
    const { knex } = database;
    const subject = await reading.find(caller, name);
    const { entity, now } = subject;
    const standing = await standingOf(access, caller, entity);
    const visibility = await access.visibility(caller);
    const judged = await reading.judge(knex, subject, visibility);
    const reviews = await readReviews(
      knex,
      query => void query.where('r.entity_id', entity.id),
    );
    const phases = judged
      ? judged.checklist.document.phases.map(({ id, title }) =>
          this.phaseOf({ id, title }, judged, reviews, standing),
        )
      : [];
    const groups = phases.flatMap(({ reviewerRef, sections }) =>
      [reviewerRef, ...sections.map(section => section.reviewerRef)].flatMap(
        ref => ref ?? [],
      ),
    );
    return {
      phase: phaseByReviews(entity.phase, approvalsOf(reviews), now),
      mode: reviewModeOf(config, entity.ownerRef),
      phases,
      reviews: reviews.map(review =>
        reviewViewOf(review, entity, standing, now),
      ),
      load: await readReviewerLoad(knex, visibility, [...new Set(groups)], {
        from: now - LOAD_PERIOD,
      }),
      asOf: now,
    };
  }

  /**
   * One review.
   *
   * @throws ReadinessError 404 REVIEW_NOT_FOUND
   */
  async get(
    caller: Caller,
    reviewId: string,
  ): Promise<RouteResponse<typeof reviewRoutes.getReview>> {
    const { review, subject } = await this.find(caller, reviewId);
    const { entity, now } = subject;
    const standing = await standingOf(this.deps.access, caller, entity);
    return { review: reviewViewOf(review, entity, standing, now), asOf: now };
  }

  /**
   * A review whose entity the caller may see.
   *
   * @throws ReadinessError 404 REVIEW_NOT_FOUND
   */
  async find(caller: Caller, reviewId: string): Promise<FoundReview> {
    const { database, directory, reading } = this.deps;
    const { knex } = database;
    const review = await readReview(knex, reviewId);
    const [entity] = review
      ? await directory.findByIds(knex, [review.entityId])
      : [];
    if (!review || !entity) throw unknownReview();
    try {
      return { review, subject: await reading.find(caller, entity) };
    } catch (error) {
      // Hidden entities have no reviews.
      if (error instanceof ReadinessError && error.status === 404) {
        throw unknownReview();
      }
      throw error;
    }
  }

  /** What a review of a phase is about now. */
  plan(judged: JudgedSubject, phase: ReviewPlan['phase']): ReviewPlan {
    return planReview(
      judged.checklist.document,
      judged.items,
      judged.subject.entity,
      phase,
      this.deps.config,
    );
  }

  private phaseOf(
    { id, title }: Pick<PhaseReviewView, 'title'> & { id: ReviewPlan['phase'] },
    judged: JudgedSubject,
    reviews: readonly StoredReview[],
    standing: Standing,
  ): PhaseReviewView {
    const { subject, checklist } = judged;
    const { entity, now } = subject;
    const plan = this.plan(judged, id);
    const own = reviews.filter(
      review =>
        review.phase === id && review.checklistId === checklist.document.id,
    );
    const open = own.find(({ state }) => isOpenReview(state));
    const decided = own.find(({ state }) => state !== 'withdrawn');
    const current = open ?? decided ?? null;
    return {
      phase: id,
      title,
      approved: own.some(review => {
        const until = approvedUntil(review);
        return until !== undefined && (until === null || until > now);
      }),
      required: plan.items.length,
      satisfied: plan.items.filter(item => item.standing.satisfied).length,
      blockers: plan.blockers,
      reviewerRef: plan.reviewerRef,
      sections: plan.sections.map(section => ({
        sectionId: section.sectionId,
        title: section.title,
        reviewerRef: section.reviewerRef,
        required: section.items.length,
        satisfied: section.items.filter(item => item.standing.satisfied).length,
        waiting: section.items.filter(
          item => item.standing.waiting || item.standing.requested,
        ).length,
      })),
      current: current && reviewViewOf(current, entity, standing, now),
      canOpen: open === undefined && ownerRefusal(standing) === undefined,
    };
  }
}

/** One review by its public id. */
export async function readReview(
  q: Knex,
  reviewId: string,
): Promise<StoredReview | undefined> {
  const [review] = await readReviews(
    q,
    query => void query.where('r.public_id', reviewId),
  );
  return review;
}

function approvalsOf(reviews: readonly StoredReview[]) {
  return reviews.flatMap(review => {
    const until = approvedUntil(review);
    return until === undefined ? [] : [{ phase: review.phase, until }];
  });
}

function unknownReview(): ReadinessError {
  return ReadinessError.notFound(
    'REVIEW_NOT_FOUND',
    'There is no such review, or you may not see its entity.',
    { field: 'path.reviewId' },
  );
}

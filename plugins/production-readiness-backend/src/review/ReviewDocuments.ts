import {
  Language,
  ReadinessError,
  reviewRoutes,
  RouteResponse,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { standingOf } from '../checklist/capabilities';
import { contentOf } from './document/content';
import { toHtml } from './document/html';
import { toMarkdown } from './document/markdown';
import { ReviewReading, ReviewReadingDeps } from './ReviewReading';
import { parseSnapshot, snapshotOf } from './snapshot';
import { reviewViewOf } from './views';

/** Writes reviews as documents. */
export class ReviewDocuments {
  constructor(
    private readonly deps: ReviewReadingDeps & { registry: ChecklistRegistry },
    private readonly reviews: ReviewReading,
  ) {}

  /**
   * A review with its items as they stood when it was decided, else as they
   * stand, in the words of the checklist that it was made against.
   *
   * @throws ReadinessError 404 REVIEW_NOT_FOUND
   */
  async write(
    caller: Caller,
    reviewId: string,
    form: { format: 'html' | 'markdown'; language: Language },
  ): Promise<RouteResponse<typeof reviewRoutes.getReviewDocument>> {
    const { access, database, reading, registry } = this.deps;
    const { knex } = database;
    const { review, subject } = await this.reviews.find(caller, reviewId);
    const { entity, now } = subject;
    const checklist = await registry.version(knex, review.checklistDigest);
    if (!checklist) {
      throw ReadinessError.notFound(
        'CHECKLIST_NOT_FOUND',
        'The checklist of this review is not kept any more.',
      );
    }
    const judged =
      review.items === null ? await reading.judge(knex, subject) : undefined;
    const stands = judged
      ? snapshotOf(this.reviews.plan(judged, review.phase), judged)
      : [];
    const content = contentOf(
      {
        review: reviewViewOf(
          review,
          entity,
          await standingOf(access, caller, entity),
          now,
        ),
        checklist: checklist.document,
        snapshot: review.items === null ? stands : parseSnapshot(review.items),
        now,
      },
      form.language,
    );
    const isHtml = form.format === 'html';
    return {
      filename: `${entity.name}-${review.phase}-review.${
        isHtml ? 'html' : 'md'
      }`,
      mediaType: isHtml ? 'text/html' : 'text/markdown',
      text: isHtml ? toHtml(content) : toMarkdown(content),
    };
  }
}

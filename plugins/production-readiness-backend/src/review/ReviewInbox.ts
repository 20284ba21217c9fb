import {
  DAY,
  INBOX_VERB,
  InboxItem,
  InboxKind,
  isOpenReview,
  LocalizedText,
  RENEWAL_BEFORE,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller, Visibility } from '../access';
import { standingsOf } from '../checklist/standings';
import { DirectoryEntity } from '../directory';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { ownerRefusal, reviewActs } from './capabilities';
import { ReviewReadingDeps } from './ReviewReading';
import { readReviews, StoredReview } from './ReviewStore';

/** So long before its day a condition is put forward, in ms. */
const CONDITION_BEFORE = 14 * DAY;

/** What is asked for, and of whom. */
interface InboxScope {
  knex: Knex;
  caller: Caller;
  visibility: Visibility;
}

/** One entry, before it has the words of its entity. */
interface Entry {
  kind: InboxKind;
  id: string;
  title: LocalizedText;
  since: number;
  deadline: number | null;
  waitingFor: string;
}

/** The reviews that wait for somebody. */
export class ReviewInbox {
  constructor(
    private readonly deps: Pick<ReviewReadingDeps, 'access' | 'directory'> & {
      registry: ChecklistRegistry;
    },
  ) {}

  /** What of reviews waits for the caller at a moment. */
  async read(scope: InboxScope, now: number): Promise<InboxItem[]> {
    const { access, directory } = this.deps;
    const { caller, knex } = scope;
    const reviews = await readReviews(knex, query =>
      restrictTo(query, scope, now),
    );
    const entities = await directory.findByIds(knex, [
      ...new Set(reviews.map(({ entityId }) => entityId)),
    ]);
    const standings = await standingsOf(access, caller, entities);
    const isRenewed = await readRenewals(knex, reviews);
    const entries: InboxItem[] = [];
    for (const review of reviews) {
      const entity = entities.find(({ id }) => id === review.entityId);
      const standing = entity && standings.get(entity.id);
      if (!entity || !standing) continue;
      const title = await this.titleOf(knex, review);
      const owner = entity.ownerRef ?? caller.userRef ?? '';
      const acts = reviewActs(review, standing);
      const owns = ownerRefusal(standing) === undefined;
      const found = [
        ...(acts.includes('decide') ? toDecide(review, title, owner) : []),
        ...(owns
          ? forTheTeam(review, title, owner, {
              now,
              isRenewed: isRenewed(review),
            })
          : []),
      ];
      entries.push(...found.map(entry => toItem(entry, review, entity)));
    }
    return entries;
  }

  /** The phase in the words of the checklist that it was made against. */
  private async titleOf(
    knex: Knex,
    review: StoredReview,
  ): Promise<LocalizedText> {
    const checklist = await this.deps.registry.version(
      knex,
      review.checklistDigest,
    );
    const phase = checklist?.document.phases.find(
      ({ id }) => id === review.phase,
    );
    return phase?.title ?? { en: review.phase, ja: review.phase };
  }
}

function restrictTo(
  query: Knex.QueryBuilder,
  { caller, knex, visibility }: InboxScope,
  now: number,
): void {
  query
    .join('directory_entities as e', 'e.id', 'r.entity_id')
    .whereNull('e.deleted_at')
    .where(either =>
      either
        .whereIn('r.state', ['submitted', 'in_review', 'changes_requested'])
        .orWhere(ending =>
          ending
            .whereBetween('r.valid_until', [0, now + RENEWAL_BEFORE])
            .whereIn('r.state', ['approved', 'approved_with_conditions']),
        )
        .orWhereExists(
          knex('review_conditions as c')
            .select('c.review_id')
            .whereRaw('?? = ??', ['c.review_id', 'r.id'])
            .whereNull('c.met_at')
            .where('c.due_at', '<=', now + CONDITION_BEFORE),
        ),
    )
    // An approval with a later one in its place asks for nothing more.
    .whereNotExists(
      knex('reviews as n')
        .select('n.id')
        .whereRaw('n.entity_id = r.entity_id and n.phase = r.phase')
        .whereRaw('n.id > r.id')
        .whereIn('n.state', ['approved', 'approved_with_conditions']),
    )
    .where(mine => {
      mine
        .whereIn('r.reviewer_ref', caller.principals)
        .orWhereExists(
          knex('directory_entity_owners as o')
            .select('o.owner_ref')
            .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
            .whereIn('o.owner_ref', caller.principals),
        );
      if (caller.isAdmin) mine.orWhereNull('r.reviewer_ref');
    })
    .limit(500);
  visibility.apply(query, 'e');
}

function toDecide(
  review: StoredReview,
  title: LocalizedText,
  owner: string,
): Entry[] {
  return [
    {
      kind: 'decide-review',
      id: `decide-review:${review.publicId}`,
      title,
      since: review.submittedAt ?? review.openedAt,
      deadline: null,
      waitingFor: review.reviewerRef ?? owner,
    },
  ];
}

/**
 * Finds out which approvals are being renewed: another review of the same
 * phase is before its reviewers, so that the team has nothing to do.
 */
async function readRenewals(
  knex: Knex,
  reviews: readonly StoredReview[],
): Promise<(review: StoredReview) => boolean> {
  const decided = reviews.filter(({ state }) => !isOpenReview(state));
  if (decided.length === 0) return () => false;
  const asked: Record<string, string | number>[] = await knex('reviews')
    .whereIn('entity_id', [...new Set(decided.map(one => one.entityId))])
    .whereIn('state', ['submitted', 'in_review'])
    .select('entity_id', 'phase');
  const keys = new Set(asked.map(row => `${row.entity_id} ${row.phase}`));
  return ({ entityId, phase }) => keys.has(`${entityId} ${phase}`);
}

function forTheTeam(
  review: StoredReview,
  title: LocalizedText,
  owner: string,
  { now, isRenewed }: { now: number; isRenewed: boolean },
): Entry[] {
  const base = { title, waitingFor: owner };
  if (review.state === 'changes_requested') {
    const since = review.decidedAt ?? review.openedAt;
    const id = `review-returned:${review.publicId}`;
    return [{ ...base, kind: 'review-returned', id, since, deadline: null }];
  }
  if (isOpenReview(review.state)) return [];
  const due = review.conditions
    .filter(
      ({ metAt, dueAt }) => metAt === null && dueAt <= now + CONDITION_BEFORE,
    )
    .map(
      ({ number, text, dueAt }): Entry => ({
        ...base,
        kind: 'condition-due',
        id: `condition-due:${review.publicId}:${number}`,
        title: { en: text, ja: text },
        since: review.decidedAt ?? review.openedAt,
        deadline: dueAt,
      }),
    );
  const { validUntil } = review;
  const isSoon = validUntil !== null && validUntil <= now + RENEWAL_BEFORE;
  if (!isSoon || isRenewed) return due;
  const since = validUntil - RENEWAL_BEFORE;
  const id = `renew-review:${review.publicId}`;
  return [
    ...due,
    { ...base, kind: 'renew-review', id, since, deadline: validUntil },
  ];
}

function toItem(
  { kind, id, title, since, deadline, waitingFor }: Entry,
  review: StoredReview,
  entity: DirectoryEntity,
): InboxItem {
  return {
    id,
    kind,
    verb: INBOX_VERB[kind],
    entityRef: entity.ref,
    entityTitle: entity.title ?? entity.name,
    subject: { type: 'review', reviewId: review.publicId, title },
    since,
    deadline,
    waitingFor,
  };
}

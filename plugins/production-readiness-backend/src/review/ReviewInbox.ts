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
    const successorOf = await readSuccessors(knex, reviews);
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
          ? forTheTeam(review, title, owner, { now, next: successorOf(review) })
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

/** What a later review of the same phase has come to. */
type Successor = 'approved' | 'asked';

/**
 * Finds out which approvals have a later one in their place, or are being
 * renewed: nobody needs to renew those, and the conditions of an approval that
 * was replaced bind nobody any more.
 */
async function readSuccessors(
  knex: Knex,
  reviews: readonly StoredReview[],
): Promise<(review: StoredReview) => Successor | undefined> {
  const decided = reviews.filter(({ state }) => !isOpenReview(state));
  if (decided.length === 0) return () => undefined;
  const rows: Record<string, string | number>[] = await knex('reviews')
    .whereIn('entity_id', [...new Set(decided.map(one => one.entityId))])
    .whereIn('state', [
      'submitted',
      'in_review',
      'approved',
      'approved_with_conditions',
    ])
    .select('id', 'entity_id', 'phase', 'state');
  return ({ id, entityId, phase }) => {
    const later = rows.filter(
      row =>
        String(row.entity_id) === entityId &&
        row.phase === phase &&
        Number(row.id) > Number(id),
    );
    if (later.length === 0) return undefined;
    const isApproved = later.some(({ state }) =>
      String(state).startsWith('approved'),
    );
    return isApproved ? 'approved' : 'asked';
  };
}

function forTheTeam(
  review: StoredReview,
  title: LocalizedText,
  owner: string,
  { now, next }: { now: number; next: Successor | undefined },
): Entry[] {
  const base = { title, waitingFor: owner };
  if (review.state === 'changes_requested') {
    const since = review.decidedAt ?? review.openedAt;
    const id = `review-returned:${review.publicId}`;
    return [{ ...base, kind: 'review-returned', id, since, deadline: null }];
  }
  if (isOpenReview(review.state) || next === 'approved') return [];
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
  if (!isSoon || next === 'asked') return due;
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

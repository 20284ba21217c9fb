import {
  approvedUntil,
  Evidence,
  Person,
  Phase,
  PhaseApproval,
  ReviewMode,
  ReviewState,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** A condition of an approval as it is stored. */
export interface StoredCondition {
  number: number;
  text: string;
  dueAt: number;
  metAt: number | null;
  metBy: Person | null;
  evidence: Evidence | null;
}

/** A review as it is stored; moments in milliseconds. */
export interface StoredReview {
  id: string;
  publicId: string;
  entityId: string;
  checklistId: string;
  checklistDigest: string;
  phase: Phase;
  state: ReviewState;
  version: number;
  mode: ReviewMode;
  reviewerRef: string | null;
  note: string | null;
  openedBy: Person;
  openedAt: number;
  submittedBy: Person | null;
  submittedAt: number | null;
  claimedBy: Person | null;
  decidedBy: Person | null;
  decidedAt: number | null;
  comment: string | null;
  trafficCap: string | null;
  validUntil: number | null;
  waited: number;
  /** JSON of the items as they stood when it was decided. */
  items: string | null;
  conditions: StoredCondition[];
}

type Row = Record<string, string | number | null>;

/** Reads reviews with their conditions, the newest first; two statements. */
export async function readReviews(
  q: Knex,
  restrict: (query: Knex.QueryBuilder) => void,
): Promise<StoredReview[]> {
  const query = q('reviews as r').orderBy('r.id', 'desc').select('r.*');
  restrict(query);
  const rows: Row[] = await query;
  if (rows.length === 0) return [];
  const conditions: Row[] = await q('review_conditions')
    .whereIn(
      'review_id',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .select();
  return rows.map(row =>
    toReview(
      row,
      conditions.filter(({ review_id: id }) => String(id) === String(row.id)),
    ),
  );
}

/** All approvals that ever were, by entity id; one statement. */
export async function readApprovals(
  q: Knex,
  entityIds: readonly string[],
): Promise<Map<string, PhaseApproval[]>> {
  const rows: Row[] = await q('reviews as r')
    .whereIn('r.entity_id', [...entityIds])
    .whereIn('r.state', ['approved', 'approved_with_conditions'])
    .select('r.entity_id', 'r.phase', 'r.state', 'r.valid_until')
    .select(
      q('review_conditions as c')
        .whereRaw('?? = ??', ['c.review_id', 'r.id'])
        .whereNull('c.met_at')
        .min('c.due_at')
        .as('condition_due'),
    )
    .orderBy('r.id');
  const found = new Map<string, PhaseApproval[]>();
  for (const row of rows) {
    const until = approvedUntil({
      state: row.state as ReviewState,
      validUntil: momentOf(row.valid_until),
      conditions:
        row.condition_due === null
          ? []
          : [{ dueAt: Number(row.condition_due), metAt: null }],
    });
    if (until === undefined) continue;
    const id = String(row.entity_id);
    const own = found.get(id) ?? [];
    found.set(id, [...own, { phase: row.phase as Phase, until }]);
  }
  return found;
}

/** Adds a draft. Conflicts with another open one of the same phase. */
export async function insertReview(
  tx: Knex.Transaction,
  review: Omit<StoredReview, 'id' | 'conditions'>,
): Promise<void> {
  await tx('reviews').insert({
    public_id: review.publicId,
    entity_id: review.entityId,
    checklist_id: review.checklistId,
    ...columnsOf(review),
  });
}

/** Writes what of a review can change, and its conditions. */
export async function updateReview(
  tx: Knex.Transaction,
  review: StoredReview,
): Promise<void> {
  await tx('reviews').where('id', review.id).update(columnsOf(review));
  if (review.conditions.length === 0) return;
  await tx('review_conditions')
    .insert(
      review.conditions.map(condition => ({
        review_id: review.id,
        number: condition.number,
        text: condition.text,
        due_at: condition.dueAt,
        met_at: condition.metAt,
        met_by: condition.metBy?.ref ?? null,
        met_by_name: condition.metBy?.name ?? null,
        evidence_kind: condition.evidence?.kind ?? null,
        evidence: condition.evidence ? contentOf(condition.evidence) : null,
      })),
    )
    .onConflict(['review_id', 'number'])
    .merge();
}

function columnsOf(review: Omit<StoredReview, 'id' | 'conditions'>) {
  return {
    checklist_digest: review.checklistDigest,
    phase: review.phase,
    state: review.state,
    version: review.version,
    mode: review.mode,
    reviewer_ref: review.reviewerRef,
    note: review.note,
    opened_by: review.openedBy.ref,
    opened_by_name: review.openedBy.name,
    opened_at: review.openedAt,
    submitted_by: review.submittedBy?.ref ?? null,
    submitted_by_name: review.submittedBy?.name ?? null,
    submitted_at: review.submittedAt,
    claimed_by: review.claimedBy?.ref ?? null,
    claimed_by_name: review.claimedBy?.name ?? null,
    decided_by: review.decidedBy?.ref ?? null,
    decided_by_name: review.decidedBy?.name ?? null,
    decided_at: review.decidedAt,
    comment: review.comment,
    traffic_cap: review.trafficCap,
    valid_until: review.validUntil,
    waited: review.waited,
    items: review.items,
  };
}

function toReview(row: Row, conditions: Row[]): StoredReview {
  return {
    id: String(row.id),
    publicId: String(row.public_id),
    entityId: String(row.entity_id),
    checklistId: String(row.checklist_id),
    checklistDigest: String(row.checklist_digest),
    phase: row.phase as Phase,
    state: row.state as ReviewState,
    version: Number(row.version),
    mode: row.mode as ReviewMode,
    reviewerRef: textOf(row.reviewer_ref),
    note: textOf(row.note),
    openedBy: personOf(row.opened_by, row.opened_by_name)!,
    openedAt: Number(row.opened_at),
    submittedBy: personOf(row.submitted_by, row.submitted_by_name),
    submittedAt: momentOf(row.submitted_at),
    claimedBy: personOf(row.claimed_by, row.claimed_by_name),
    decidedBy: personOf(row.decided_by, row.decided_by_name),
    decidedAt: momentOf(row.decided_at),
    comment: textOf(row.comment),
    trafficCap: textOf(row.traffic_cap),
    validUntil: momentOf(row.valid_until),
    waited: Number(row.waited),
    items: textOf(row.items),
    conditions: conditions.map(toCondition),
  };
}

function toCondition(row: Row): StoredCondition {
  return {
    number: Number(row.number),
    text: String(row.text),
    dueAt: Number(row.due_at),
    metAt: momentOf(row.met_at),
    metBy: personOf(row.met_by, row.met_by_name),
    evidence:
      row.evidence_kind === null
        ? null
        : evidenceOf(row.evidence_kind, row.evidence),
  };
}

function evidenceOf(kind: unknown, content: unknown): Evidence {
  return kind === 'url'
    ? { kind: 'url', url: String(content) }
    : { kind: 'text', text: String(content) };
}

function contentOf(evidence: Evidence): string {
  return evidence.kind === 'url' ? evidence.url : evidence.text;
}

function personOf(ref: unknown, name: unknown): Person | null {
  if (ref === null || ref === undefined) return null;
  return { ref: String(ref), name: String(name ?? ref) };
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function momentOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

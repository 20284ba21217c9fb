import {
  AcceptanceBasis,
  Decision,
  EMPTY_RECORD,
  Evidence,
  ItemAcceptance,
  ItemAnswer,
  ItemFact,
  ItemRecord,
  ItemStanding,
  Person,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  toWaivers,
  WAIVER_COLUMNS,
  waiverColumns,
  WaiverRow,
} from './waiverColumns';

/** A row of `item_states`; PostgreSQL gives bigint columns as texts. */
export interface ItemRow extends WaiverRow {
  entity_id: string | number;
  checklist_id: string;
  item_id: string;
  version: number;
  evidence_kind: string | null;
  evidence: string | null;
  attested_by: string | null;
  attested_by_name: string | null;
  attested_at: string | number | null;
  decision: Decision | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | number | null;
  decision_comment: string | null;
  reviewer_ref: string | null;
  accepted_evidence_kind: string | null;
  accepted_evidence: string | null;
  accepted_attested_by: string | null;
  accepted_attested_by_name: string | null;
  accepted_attested_at: string | number | null;
  accepted_by: string | null;
  accepted_by_name: string | null;
  accepted_at: string | number | null;
  accepted_until: string | number | null;
  accepted_basis: AcceptanceBasis | null;
  fact: 'passed' | 'failed' | null;
  fact_since: string | number | null;
  fact_due_at: string | number | null;
  fact_until: string | number | null;
  fact_unread_since: string | number | null;
  has_passed: boolean | number;
  /** JSON; `FactDetail`. */
  fact_detail: string | null;
  state: string;
  updated_at: string | number;
}

/** Every column of `item_states`. */
export const ITEM_COLUMNS = [
  'entity_id',
  'checklist_id',
  'item_id',
  'version',
  'evidence_kind',
  'evidence',
  'attested_by',
  'attested_by_name',
  'attested_at',
  'decision',
  'decided_by',
  'decided_by_name',
  'decided_at',
  'decision_comment',
  'reviewer_ref',
  'accepted_evidence_kind',
  'accepted_evidence',
  'accepted_attested_by',
  'accepted_attested_by_name',
  'accepted_attested_at',
  'accepted_by',
  'accepted_by_name',
  'accepted_at',
  'accepted_until',
  'accepted_basis',
  'fact',
  'fact_since',
  'fact_due_at',
  'fact_until',
  'fact_unread_since',
  'has_passed',
  'fact_detail',
  'state',
  'updated_at',
  ...WAIVER_COLUMNS,
] as const satisfies readonly (keyof ItemRow)[];

/** What a row says. */
export function toItemRecord(row: ItemRow | undefined): ItemRecord {
  if (row === undefined) return EMPTY_RECORD;
  return {
    version: Number(row.version),
    answer: toAnswer(row),
    acceptance: toAcceptance(row),
    fact: toFact(row),
    ...toWaivers(row),
  };
}

function toAnswer(row: ItemRow): ItemAnswer | undefined {
  if (row.decision === null) return undefined;
  return {
    evidence: toEvidenceOf(row.evidence_kind, row.evidence),
    by: toPerson(row.attested_by, row.attested_by_name),
    at: Number(row.attested_at),
    decision: row.decision,
    ...(row.decided_by !== null && {
      decidedBy: toPerson(row.decided_by, row.decided_by_name),
      decidedAt: Number(row.decided_at),
    }),
    ...(row.decision_comment !== null && { comment: row.decision_comment }),
  };
}

function toAcceptance(row: ItemRow): ItemAcceptance | undefined {
  if (row.accepted_at === null) return undefined;
  return {
    evidence: toEvidenceOf(row.accepted_evidence_kind, row.accepted_evidence),
    attestedBy: toPerson(
      row.accepted_attested_by,
      row.accepted_attested_by_name,
    ),
    attestedAt: Number(row.accepted_attested_at),
    acceptedBy: toPerson(row.accepted_by, row.accepted_by_name),
    acceptedAt: Number(row.accepted_at),
    basis: row.accepted_basis ?? 'second_person',
    until: optional(row.accepted_until) ?? null,
  };
}

function toFact(row: ItemRow): ItemFact | undefined {
  if (row.fact_since === null) return undefined;
  return {
    value: row.fact,
    since: Number(row.fact_since),
    dueAt: optional(row.fact_due_at),
    until: optional(row.fact_until),
    unreadSince: optional(row.fact_unread_since),
    hasPassed: Boolean(row.has_passed),
    // Past rows may be from before it was kept.
    ...(row.fact_detail && toDetail(row.fact_detail)),
  };
}

/** What was said of a fact, beside what it says. */
type FactDetail = Pick<ItemFact, 'error' | 'report'>;

function toDetail(text: string): FactDetail {
  return JSON.parse(text);
}

function detailText({ error, report }: FactDetail): string | null {
  if (error === undefined && report === undefined) return null;
  return JSON.stringify({
    ...(error !== undefined && { error }),
    ...(report && {
      report: {
        by: report.by,
        at: report.at,
        ...(report.evidence && { evidence: report.evidence }),
      },
    }),
  });
}

function toEvidenceOf(kind: string | null, content: string | null): Evidence {
  return kind === 'url'
    ? { kind: 'url', url: content ?? '' }
    : { kind: 'text', text: content ?? '' };
}

function toPerson(ref: string | null, name: string | null): Person {
  return { ref: ref ?? '', name: name ?? ref ?? '' };
}

function optional(value: string | number | null): number | undefined {
  return value === null ? undefined : Number(value);
}

/**
 * The columns of what people answered, asked for and decided.
 *
 * @param reviewerRef - whom what waits of it waits for; null: a second person
 */
export function answerColumns(record: ItemRecord, reviewerRef: string | null) {
  const { version, answer, acceptance } = record;
  return {
    ...waiverColumns(record, reviewerRef),
    reviewer_ref: answer?.decision === 'waiting' ? reviewerRef : null,
    version,
    evidence_kind: answer?.evidence.kind ?? null,
    evidence: answer ? contentOf(answer.evidence) : null,
    attested_by: answer?.by.ref ?? null,
    attested_by_name: answer?.by.name ?? null,
    attested_at: answer?.at ?? null,
    decision: answer?.decision ?? null,
    decided_by: answer?.decidedBy?.ref ?? null,
    decided_by_name: answer?.decidedBy?.name ?? null,
    decided_at: answer?.decidedAt ?? null,
    decision_comment: answer?.comment ?? null,
    accepted_evidence_kind: acceptance?.evidence.kind ?? null,
    accepted_evidence: acceptance ? contentOf(acceptance.evidence) : null,
    accepted_attested_by: acceptance?.attestedBy.ref ?? null,
    accepted_attested_by_name: acceptance?.attestedBy.name ?? null,
    accepted_attested_at: acceptance?.attestedAt ?? null,
    accepted_by: acceptance?.acceptedBy.ref ?? null,
    accepted_by_name: acceptance?.acceptedBy.name ?? null,
    accepted_at: acceptance?.acceptedAt ?? null,
    accepted_until: acceptance?.until ?? null,
    accepted_basis: acceptance?.basis ?? null,
  };
}

/** The columns of what the facts say. */
export function factColumns(fact: ItemFact | undefined) {
  return {
    fact: fact?.value ?? null,
    fact_since: fact?.since ?? null,
    fact_due_at: fact?.dueAt ?? null,
    fact_until: fact?.until ?? null,
    fact_unread_since: fact?.unreadSince ?? null,
    has_passed: fact?.hasPassed ?? false,
    fact_detail: fact ? detailText(fact) : null,
  };
}

/** The columns of what was derived. */
export function standingColumns(standing: ItemStanding) {
  return { state: standing.state };
}

function contentOf(evidence: Evidence): string {
  return evidence.kind === 'url' ? evidence.url : evidence.text;
}

import {
  ApplicableItem,
  PhaseApproval,
  SLO_SUMMARY_STATES,
  SloBox,
  SloSummaryState,
  ToilState,
} from '@prodready/backstage-plugin-production-readiness-common';

/** Stored where there is no next expiry, so that pages sort by it. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Stored as the score where nothing is required. */
export const NO_SCORE = -1;

/** What of a summary is never searched; JSON in one column. */
export interface SummaryFacts {
  applicable: ApplicableItem[];
  /** Who answers for the SLOs. */
  sloOwners: SloBox['owners'];
  /** Absent in summaries of earlier releases. */
  sections?: { section: string; required: number; satisfied: number }[];
  /** Whose answers it may take over, the nearest first; not in old rows. */
  ancestors?: { id: string; ref: string }[];
  /** Approved reviews, ended ones too; the release before stored none. */
  approvals?: PhaseApproval[];
}

/** A line of `readiness_summaries`, with moments as numbers. */
export interface SummaryRow {
  entity_id: string;
  checklist_id: string;
  checklist_digest: string;
  kind: string;
  sort_title: string;
  tier: number;
  phase: string;
  lifecycle: string;
  owner_ref: string;
  /** What the owner is called, to sort by. */
  owner_title: string;
  system_ref: string | null;
  domain_ref: string | null;
  score: number;
  level: string;
  level_rank: number;
  required_count: number;
  satisfied_count: number;
  waiting_count: number;
  blocker_count: number;
  top_blocker: string | null;
  next_due: number;
  adoption_until: number | null;
  slo_state: SloSummaryState;
  slo_rank: number;
  slo_agreed: number;
  slo_waiting: number;
  toil_state: ToilState | null;
  valid_until: number | null;
  facts: string;
}

/** Every column, in the order of the table. */
export const SUMMARY_COLUMNS = [
  'entity_id',
  'checklist_id',
  'checklist_digest',
  'kind',
  'sort_title',
  'tier',
  'phase',
  'lifecycle',
  'owner_ref',
  'owner_title',
  'system_ref',
  'domain_ref',
  'score',
  'level',
  'level_rank',
  'required_count',
  'satisfied_count',
  'waiting_count',
  'blocker_count',
  'top_blocker',
  'next_due',
  'adoption_until',
  'slo_state',
  'slo_rank',
  'slo_agreed',
  'slo_waiting',
  'toil_state',
  'valid_until',
  'facts',
] as const satisfies readonly (keyof SummaryRow)[];

const URGENCY: SloSummaryState[] = [
  'disputed',
  'owner_vacant',
  'overdue',
  'drifted',
  'none',
  'draft',
  'in_review',
  'proposed',
  'review_due',
  'recorded',
  'in_force',
  'not_required',
];

/** A number to sort SLO states by, the most urgent first. */
export function sloRank(state: SloSummaryState): number {
  return URGENCY.indexOf(state);
}

/** Maps a row as either database gives it. */
export function toSummaryRow(raw: Record<string, unknown>): SummaryRow {
  const row = Object.fromEntries(
    SUMMARY_COLUMNS.map(column => [column, raw[column] ?? null]),
  ) as unknown as SummaryRow;
  return {
    ...row,
    entity_id: String(raw.entity_id),
    next_due: Number(raw.next_due),
    adoption_until: nullable(raw.adoption_until),
    valid_until: nullable(raw.valid_until),
    slo_state:
      SLO_SUMMARY_STATES.find(state => state === raw.slo_state) ?? 'none',
  };
}

/** What the summary holds beside its columns. */
export function summaryFacts(row: Pick<SummaryRow, 'facts'>): SummaryFacts {
  const facts = parsedFacts.get(row) ?? (JSON.parse(row.facts) as SummaryFacts);
  parsedFacts.set(row, facts);
  return facts;
}

const parsedFacts = new WeakMap<object, SummaryFacts>();

function nullable(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

import {
  adoptionUntil,
  AssessedItem,
  assess,
  ApplicableItem,
  blockersOf,
  ItemRecord,
  levelOf,
  PhaseApproval,
  phaseByReviews,
  scoreOf,
  SloBox,
  SloFacts,
  ToilState,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DirectoryEntity } from '../directory';
import type { Periods } from '../checklist/config';
import type { LoadedChecklist } from '../checklist/document';
import { NEVER, NO_SCORE, sloRank, SummaryRow } from '../checklist/summaryRow';
import { sectionCountsOf } from '../checklist/sectionCounts';
import { Summary } from '../checklist/SummaryStore';

/** What a summary is made from. */
export interface SummaryInput {
  entity: DirectoryEntity;
  checklist: LoadedChecklist;
  applicable: ApplicableItem[];
  /** Whose answers it may take over; undefined: nobody's. */
  ancestors?: { id: string; ref: string }[];
  records: ReadonlyMap<string, ItemRecord>;
  slo: Pick<SloFacts, 'state' | 'agreed' | 'waiting'>;
  sloOwners: SloBox['owners'];
  /** Approved reviews of its phases, ended ones too. */
  approvals: PhaseApproval[];
  toilState: ToilState | null;
  /** Moments at which facts change by themselves. */
  factsChangeAt: (number | null | undefined)[];
  now: number;
  periods: Periods;
}

/** Where an entity stands, item by item and as one line. */
export interface Judgement {
  items: AssessedItem[];
  blockers: AssessedItem[];
  summary: Summary;
}

/** Judges an entity at a moment. */
export function summarise(input: SummaryInput): Judgement {
  const { entity, checklist, now, slo } = input;
  const items = assess({
    ...input,
    document: checklist.document,
    slosWaiting: slo.waiting,
    timing: input.periods.timing,
  });
  const adoption = adoptionUntil(entity, now, input.periods.adoptionPeriod);
  const phase = phaseByReviews(entity.phase, input.approvals, now);
  const blockers = blockersOf(items, phase, adoption !== null);
  const score = scoreOf(items);
  const level = levelOf(checklist.document.levels, items);
  const row: SummaryRow = {
    entity_id: entity.id,
    checklist_id: checklist.document.id,
    checklist_digest: checklist.digest,
    kind: entity.kind,
    sort_title: sortTitle(entity.title ?? entity.name),
    tier: entity.tier,
    phase,
    lifecycle: entity.lifecycle ?? '',
    owner_ref: entity.ownerRef ?? '',
    owner_title: sortTitle(entity.ownerTitle ?? nameIn(entity.ownerRef)),
    system_ref: entity.systemRef ?? null,
    domain_ref: entity.domainRef ?? null,
    score: score.score ?? NO_SCORE,
    level: level.id,
    level_rank: level.rank,
    required_count: score.required,
    satisfied_count: score.satisfied,
    waiting_count: items.filter(isWaiting).length,
    blocker_count: blockers.length,
    top_blocker: blockers[0]?.item.id ?? null,
    next_due: nextDue(items) ?? NEVER,
    adoption_until: adoption,
    slo_state: slo.state,
    slo_rank: sloRank(slo.state),
    slo_agreed: slo.agreed,
    slo_waiting: slo.waiting,
    toil_state: input.toilState,
    valid_until: earliest(
      [
        adoption,
        ...input.factsChangeAt,
        ...input.approvals.map(({ until }) => until),
        ...items.map(({ standing }) => standing.changesAt),
      ],
      now,
    ),
    facts: JSON.stringify({
      applicable: input.applicable,
      sloOwners: input.sloOwners,
      sections: sectionCountsOf(items),
      ...(input.ancestors?.length && { ancestors: input.ancestors }),
      // Most have none, and what is stored stays as it was.
      ...(input.approvals.length > 0 && { approvals: input.approvals }),
    }),
  };
  const summary = { row, blockers: blockers.map(({ item }) => item.id) };
  return { items, blockers, summary };
}

/** When the first required answer expires, or has expired. */
export function nextDue(items: readonly AssessedItem[]): number | null {
  const moments = items
    .filter(
      ({ required, standing }) =>
        required && (standing.satisfied || standing.state === 'lapsed'),
    )
    .flatMap(({ standing }) => standing.validUntil ?? []);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function isWaiting({ required, standing }: AssessedItem): boolean {
  return required && (standing.waiting || standing.requested);
}

/** Lists sort without regard to case; an index row takes no endless title. */
function sortTitle(title: string): string {
  return [...title.toLocaleLowerCase('en-US')].slice(0, 200).join('');
}

/** The name in a reference, as an owner that is not in the catalog is shown. */
function nameIn(ref: string = ''): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function earliest(
  moments: (number | null | undefined)[],
  now: number,
): number | null {
  const coming = moments.filter(
    (moment): moment is number => typeof moment === 'number' && moment > now,
  );
  return coming.length > 0 ? Math.min(...coming) : null;
}

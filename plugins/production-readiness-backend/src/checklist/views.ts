import {
  AssessedItem,
  basisWithoutSecondPerson,
  BlockerView,
  ChecklistItem,
  countingAcceptance,
  isWaived,
  ItemRecord,
  ItemView,
  Move,
  NEXT_STEPS_SHOWN,
  nextStepsOf,
  PHASES,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DirectoryEntity } from '../directory';
import { nextDue } from '../evaluation/summarise';
import { actsOf, recordOf } from './acts';
import {
  acceptCapability,
  attestCapability,
  evaluateCapability,
  Standing,
} from './capabilities';
import { reviewerOf, reviewModeOf, ReviewPolicy } from './config';
import { focusAt } from '../upkeep/teamChoices';
import { JudgedSubject, Subject } from './subject';
import { NO_SCORE, summaryFacts } from './summaryRow';

/** For whom a view is made, and what it shows of who decides. */
export interface ViewContext {
  standing: Standing;
  policy: ReviewPolicy;
}

/** The whole readiness of an entity. */
export function readinessViewOf(
  judged: JudgedSubject,
  context: ViewContext,
): ReadinessView {
  const { subject, checklist, items, blockers, records, summary } = judged;
  const { entity, now } = subject;
  const { row } = summary;
  const reviewer = (item: ChecklistItem) =>
    reviewerOf(context.policy, item, entity);
  const inAdoption = row.adoption_until !== null;
  const focus = focusAt(subject.choices, now);
  const view = emptyView(subject, context.standing);
  // Reviews decide on the phase once there are any.
  const phase = PHASES.find(one => one === row.phase) ?? entity.phase;
  return {
    ...view,
    entity: { ...view.entity, phase },
    checklist: {
      id: checklist.document.id,
      version: checklist.document.version,
      digest: checklist.digest,
    },
    summary: {
      level: row.level,
      score: row.score === NO_SCORE ? null : row.score,
      required: row.required_count,
      satisfied: row.satisfied_count,
      waiting: row.waiting_count,
      exempt: items.filter(isExempt).length,
      nextDue: nextDue(items),
    },
    adoptionUntil: row.adoption_until,
    focus,
    blockers: blockers.map(blocker =>
      blockerViewOf(blocker, records, entity, reviewer(blocker.item)),
    ),
    nextSteps: nextStepsOf(checklist.document, items, {
      phase,
      inAdoption,
      focus: focus?.sections,
    })
      .slice(0, NEXT_STEPS_SHOWN)
      .map(({ assessed, action }) => ({ itemId: assessed.item.id, action })),
    items: items.map(item => itemViewOf(item, judged, context)),
    asOf: now,
  };
}

function isExempt({ required, standing }: AssessedItem): boolean {
  return required && standing.state === 'exempt';
}

/** The view of an entity that no checklist is for. */
export function emptyView(
  { entity, summary, now }: Subject,
  standing: Standing,
): ReadinessView {
  const toilState = summary?.toil_state ?? null;
  return {
    entity: {
      ref: entity.ref,
      kind: entity.kind,
      namespace: entity.namespace,
      name: entity.name,
      title: entity.title ?? entity.name,
      type: entity.type ?? null,
      lifecycle: entity.lifecycle ?? null,
      tier: entity.tier,
      tierOrigin: entity.tierOrigin,
      phase: entity.phase,
      ownerRef: entity.ownerRef ?? null,
      ownerExists: entity.ownerExists,
      systemRef: entity.systemRef ?? null,
    },
    checklist: null,
    summary: {
      level: 'none',
      score: null,
      required: 0,
      satisfied: 0,
      waiting: 0,
      exempt: 0,
      nextDue: null,
    },
    adoptionUntil: null,
    focus: null,
    blockers: [],
    nextSteps: [],
    items: [],
    slo: {
      state: summary?.slo_state ?? 'none',
      agreed: summary?.slo_agreed ?? 0,
      waiting: summary?.slo_waiting ?? 0,
      owners: summary ? summaryFacts(summary).sloOwners : [],
    },
    toil:
      toilState !== null && entity.ownerRef !== undefined
        ? { groupRef: entity.ownerRef, state: toilState }
        : null,
    canEvaluate: evaluateCapability(standing),
    asOf: now,
  };
}

/** One item as its entity's caller sees it. */
export function itemViewOf(
  assessed: AssessedItem,
  judged: Pick<JudgedSubject, 'records' | 'subject'>,
  { standing, policy }: ViewContext,
): ItemView {
  const { item, required, move } = assessed;
  const { now, entity } = judged.subject;
  const record = recordOf(judged.records, item.id);
  const reviewerRef = reviewerOf(policy, item, entity);
  const { state, satisfied, due, staleSince, validUntil } = assessed.standing;
  return {
    itemId: item.id,
    state,
    required,
    satisfied,
    due,
    ...(staleSince !== null && { staleSince }),
    fact: factOf(item, record),
    ...(item.check && saidOfFact(record)),
    validUntil,
    version: record.version,
    answer: answerOf(record),
    ...acceptanceOf(record),
    basis: countingAcceptance(record)?.basis ?? null,
    waiver: waiverOf(record, now),
    ...requestOf(record),
    inherited: inheritedOf(record),
    move,
    reviewerRef,
    canAttest: attestCapability(standing, assessed),
    selfAccepts: selfAccepts(assessed, record, policy, entity.ownerRef),
    ...(record.answer?.decision === 'waiting' && {
      canAccept: acceptCapability(standing, record, reviewerRef),
    }),
    acts: actsOf({
      standing,
      assessed,
      record,
      reviewerRef,
      now,
    }),
  };
}

/** What an unchanged answer would rest on without a second person. */
function selfAccepts(
  { item, standing }: AssessedItem,
  record: ItemRecord,
  policy: ReviewPolicy,
  ownerRef: string | undefined,
): ItemView['selfAccepts'] {
  if (item.kind === 'automatic') return null;
  const basis = basisWithoutSecondPerson(item, {
    record,
    state: standing.state,
    evidence: record.acceptance?.evidence ?? { kind: 'text', text: '' },
    mode: reviewModeOf(policy, ownerRef),
  });
  return basis ?? null;
}

/** An exemption that has ended by time excuses nothing. */
function waiverOf({ waiver }: ItemRecord, now: number): ItemView['waiver'] {
  if (waiver === undefined || !isWaived(waiver, now)) return null;
  return { compensatingControl: null, until: null, ...waiver };
}

function requestOf({
  waiverRequest,
}: ItemRecord): Pick<ItemView, 'waiverRequest'> {
  if (waiverRequest === undefined) return {};
  return {
    waiverRequest: {
      compensatingControl: null,
      until: null,
      decidedBy: null,
      decidedAt: null,
      comment: null,
      ...waiverRequest,
    },
  };
}

function factOf(item: ChecklistItem, { fact }: ItemRecord): ItemView['fact'] {
  if (item.check === undefined) return null;
  return fact?.value ?? 'unknown';
}

/** Most items have neither, and a page of 42 of them is kept small. */
function saidOfFact({
  fact,
}: ItemRecord): Pick<ItemView, 'factError' | 'report'> {
  const { error, report } = fact ?? {};
  return {
    ...(error !== undefined && { factError: error }),
    ...(report && {
      report: { ...report, evidence: report.evidence ?? null },
    }),
  };
}

function answerOf({ answer }: ItemRecord): ItemView['answer'] {
  if (answer === undefined) return null;
  return {
    evidence: answer.evidence,
    by: answer.by,
    at: answer.at,
    decision: answer.decision,
    decidedBy: answer.decidedBy ?? null,
    decidedAt: answer.decidedAt ?? null,
    comment: answer.comment ?? null,
  };
}

function inheritedOf({
  acceptance,
  inherited,
}: ItemRecord): ItemView['inherited'] {
  return inherited
    ? {
        ref: inherited.hidden ? null : inherited.ref,
        overridden: acceptance !== undefined,
      }
    : null;
}

function acceptanceOf({
  answer,
  acceptance: own,
  inherited,
}: ItemRecord): Pick<ItemView, 'acceptance'> {
  // What may not be read is not told either, only that it counts.
  const acceptance =
    own ?? (inherited?.hidden ? undefined : inherited?.acceptance);
  // The answer says it all when it is the accepted one.
  if (acceptance === undefined || answer?.decision === 'accepted') return {};
  const { until, basis, ...view } = acceptance;
  return { acceptance: view };
}

function blockerViewOf(
  { item, move }: AssessedItem,
  records: ReadonlyMap<string, ItemRecord>,
  entity: DirectoryEntity,
  reviewerRef: string | null,
): BlockerView {
  const { answer, waiverRequest } = recordOf(records, item.id);
  const asked =
    waiverRequest?.decision === 'waiting' ? waiverRequest.requestedAt : null;
  const waitsFor: Partial<Record<Move, string | null>> = {
    reviewer: reviewerRef,
    team: entity.ownerRef,
  };
  return {
    itemId: item.id,
    move,
    waitsForRef: waitsFor[move] ?? null,
    since: move === 'reviewer' ? asked ?? answer?.at ?? null : null,
  };
}

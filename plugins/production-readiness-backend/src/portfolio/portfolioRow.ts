import {
  LocalizedText,
  PortfolioRow,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { Caller } from '../access';
import { NEVER, NO_SCORE } from '../checklist/summaryRow';
import { PortfolioLine } from './PortfolioStore';

/**
 * The words of an item's risk, of a checklist or, without a digest, of the
 * first one that has the item.
 */
export type RiskOf = (
  itemId: string,
  checklistDigest?: string,
) => LocalizedText | undefined;

/**
 * A row as it is answered.
 *
 * @param showsToil - whether the caller may compare the toil of this row
 */
export function toPortfolioRow(
  line: PortfolioLine,
  riskOf: RiskOf,
  showsToil: boolean,
): PortfolioRow {
  return {
    entityRef: line.ref,
    kind: line.kind,
    namespace: line.namespace,
    name: line.name,
    title: line.title ?? line.name,
    type: line.type,
    lifecycle: line.lifecycle,
    tier: line.tier,
    phase: line.phase,
    ownerRef: line.owner_ref,
    systemRef: line.system_ref,
    domainRef: line.domain_ref,
    level: line.level,
    score: line.score === NO_SCORE ? null : line.score,
    required: line.required_count,
    satisfied: line.satisfied_count,
    waiting: line.waiting_count,
    blockerCount: line.blocker_count,
    topBlocker: line.top_blocker
      ? toBlocker(line.top_blocker, riskOf, line.checklist_digest)
      : null,
    adoptionUntil: optional(line.adoption_until),
    nextDue: Number(line.next_due) === NEVER ? null : Number(line.next_due),
    sloState: line.slo_state as PortfolioRow['sloState'],
    toilState: showsToil
      ? (line.toil_state as PortfolioRow['toilState'])
      : null,
  };
}

/**
 * Rows as a caller sees them; undefined: as somebody does who is in none of the
 * teams. Only members see the toil of their team, unless all may compare it.
 */
export function toPortfolioRows(
  caller: Caller | undefined,
  lines: readonly PortfolioLine[],
  options: { riskOf: RiskOf; comparesToil: boolean },
): PortfolioRow[] {
  return lines.map(line =>
    toPortfolioRow(
      line,
      options.riskOf,
      options.comparesToil || isOfTeam(caller, line),
    ),
  );
}

/** Whether the caller is in the Group that owns a line. */
export function isOfTeam(
  caller: Caller | undefined,
  { owner_ref }: PortfolioLine,
): boolean {
  return owner_ref !== null && !!caller?.principals.includes(owner_ref);
}

/** A blocker in words; by its id when no checklist tells of it any more. */
export function toBlocker(itemId: string, riskOf: RiskOf, digest?: string) {
  return { itemId, risk: riskOf(itemId, digest) ?? { en: itemId, ja: itemId } };
}

function optional(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

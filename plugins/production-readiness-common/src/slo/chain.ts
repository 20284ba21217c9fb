import { z } from 'zod';
import { AlertFact, alertReviewDueAt } from './alert';
import { AlertRule, watchingOf } from './alertRule';

/** What can be missing between users and what is done for them at night. @public */
export const CHAIN_HOLES = [
  'no_journey',
  'journey_without_slo',
  'slo_without_journey',
  'slo_without_owner',
  'slo_not_measured',
  'slo_without_alert',
  'alert_without_slo',
  'alert_without_runbook',
  'alert_review_stale',
  'rule_without_runbook',
  'rule_not_recorded',
] as const;

/** One of {@link CHAIN_HOLES}. @public */
export type ChainHole = (typeof CHAIN_HOLES)[number];

/**
 * One hole in the chain journey → SLI → SLO → alert → runbook.
 *
 * @public
 */
export const chainFinding = z.strictObject({
  hole: z.enum(CHAIN_HOLES),
  /** The journey, the SLO or the alert; null when it is about the entity. */
  id: z.uuid().nullable(),
  /** The rule of the SLO that it is about; rules have no id. */
  rule: z.string().optional(),
});

/** What {@link chainFinding} lets through. @public */
export type ChainFinding = z.output<typeof chainFinding>;

/** The chain of an entity, as far as holes are looked for in it. @public */
export interface ChainFacts {
  /** Of every journey of the entity. */
  journeyIds: readonly string[];
  /** Its SLOs, each with the journey that it measures. */
  slos: readonly {
    id: string;
    journeyId: string;
    /** Whether somebody answers for it. */
    owned: boolean;
    /** Whether a source or a query is written down. */
    measured: boolean;
  }[];
  /** Its alerts, those without an SLO too. */
  alerts: readonly AlertFact[];
  /** What monitoring was found to run for the SLOs. */
  rules?: readonly AlertRule[];
  /** Somebody decided that no SLO is needed. */
  notNeeded?: boolean;
}

/**
 * Names every hole in the chain, from the user's end to the runbook.
 *
 * An entity whose team decided that no SLO is needed has no holes at the SLO.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function findChainHoles(facts: ChainFacts, now: number): ChainFinding[] {
  const { journeyIds, slos, rules = [] } = facts;
  const { known: alerts, found } = watchingOf(facts.alerts, rules);
  const about = (
    hole: ChainHole,
    list: readonly { id: string }[],
  ): ChainFinding[] => list.map(({ id }) => ({ hole, id }));
  const covered = new Set(slos.map(one => one.journeyId));
  const known = new Set(journeyIds);
  const watched = new Set([...alerts, ...found].map(one => one.sloId));
  const aboutRules = (
    hole: ChainHole,
    list: readonly AlertRule[],
  ): ChainFinding[] =>
    list.map(({ sloId, name }) => ({ hole, id: sloId, rule: name }));
  return [
    ...(journeyIds.length === 0 && !facts.notNeeded
      ? [{ hole: 'no_journey' as const, id: null }]
      : []),
    ...journeyIds
      .filter(id => !covered.has(id) && !facts.notNeeded)
      .map(id => ({ hole: 'journey_without_slo' as const, id })),
    ...about(
      'slo_without_journey',
      slos.filter(one => !known.has(one.journeyId)),
    ),
    ...about(
      'slo_without_owner',
      slos.filter(one => !one.owned),
    ),
    ...about(
      'slo_not_measured',
      slos.filter(one => !one.measured),
    ),
    ...about(
      'slo_without_alert',
      slos.filter(one => !watched.has(one.id)),
    ),
    ...about(
      'alert_without_slo',
      alerts.filter(one => one.sloId === null),
    ),
    ...about(
      'alert_without_runbook',
      alerts.filter(one => one.runbookUrl === null),
    ),
    ...about(
      'alert_review_stale',
      alerts.filter(one => alertReviewDueAt(one) <= now),
    ),
    ...aboutRules(
      'rule_without_runbook',
      found.filter(one => one.runbookUrl === null),
    ),
    ...aboutRules('rule_not_recorded', found),
  ];
}

/**
 * The items of the default checklist that a hole holds back. A checklist of
 * one's own may have others; a screen shows only those that it knows.
 *
 * @public
 */
export const CHAIN_HOLE_ITEMS: Record<ChainHole, readonly string[]> = {
  no_journey: ['DSN-2'],
  journey_without_slo: ['SLO-1'],
  slo_without_journey: ['SLO-1'],
  slo_without_owner: ['SLO-2'],
  slo_not_measured: ['SLO-4'],
  slo_without_alert: ['OBS-4'],
  alert_without_slo: ['OBS-4'],
  alert_without_runbook: ['OBS-5'],
  alert_review_stale: ['OBS-6'],
  rule_without_runbook: ['OBS-5'],
  rule_not_recorded: ['OBS-6'],
};

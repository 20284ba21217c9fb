import { AlertFact } from './alert';
import { alertFactsOf, nextAlertReviewAt } from './alertFacts';
import { AlertRule } from './alertRule';
import { SloFacts, SloSummaryState } from './facts';
import { SignaturePolicy } from './signaturePolicy';
import { SloStanding, SloState } from './state';

/** What an entity's state is called for each state of an SLO, gravest first. */
const GRAVITY: [SloSummaryState, SloState[]][] = [
  ['disputed', ['disputed']],
  ['owner_vacant', ['owner_vacant']],
  ['overdue', ['overdue']],
  ['drifted', ['drifted']],
  ['draft', ['draft', 'rejected', 'changes_requested', 'withdrawn']],
  ['in_review', ['in_review']],
  ['review_due', ['review_due']],
  ['proposed', ['proposed']],
  ['in_force', ['in_force', 'owner_changed']],
  ['recorded', ['recorded']],
];

/**
 * Where all SLOs of an entity stand, for the checklist and the portfolio.
 *
 * @param journeys - number of journeys of the entity
 * @param watching - the entity's alerts, the moment in milliseconds since the
 *   epoch, and whether it was decided that none is needed
 * @public
 */
export function sloFactsOf(
  policy: SignaturePolicy,
  journeys: number,
  all: SloStanding[],
  watching: {
    alerts: readonly AlertFact[];
    /** What monitoring was found to run. */
    rules?: readonly AlertRule[];
    now: number;
    /** Somebody decided that none is needed, and there is none. */
    notNeeded?: boolean;
  } = {
    alerts: [],
    now: 0,
  },
): SloFacts {
  // What was retired promises nothing any more.
  const standings = all.filter(one => one.retired === null);
  const signed = policy.approval !== 'none';
  const agreed = standings.filter(one => one.inForce !== null);
  const reviews = agreed.map(one => one.reviewBy).filter(at => at !== null);
  const changes = [
    ...standings.map(one => one.changesAt),
    nextAlertReviewAt(watching.alerts, watching.now) ?? null,
  ].filter(at => at !== null);
  return {
    journeys,
    slos: standings.length,
    agreed: agreed.length,
    waiting: standings.filter(isWaiting).length,
    state: watching.notNeeded ? 'not_required' : entityState(signed, standings),
    ...(watching.notNeeded && { notRequired: true }),
    ...(reviews.length > 0 && { reviewBy: Math.min(...reviews) }),
    ...(changes.length > 0 && { changesAt: Math.min(...changes) }),
    requiredSignaturesPresent: signed
      ? agreed.length > 0
      : standings.length > 0,
    ...alertFactsOf(watching.alerts, watching.now, watching.rules),
  };
}

function isWaiting(standing: SloStanding): boolean {
  return (
    standing.proposal !== null &&
    standing.versions.get(standing.proposal) === 'in_review'
  );
}

function entityState(
  signed: boolean,
  standings: SloStanding[],
): SloSummaryState {
  if (standings.length === 0) return signed ? 'none' : 'not_required';
  const gravest = GRAVITY.find(([, states]) =>
    standings.some(one => states.includes(one.state)),
  );
  return gravest ? gravest[0] : 'draft';
}

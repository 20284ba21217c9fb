import { AlertFact, alertReviewDueAt } from './alert';
import { AlertRule, watchingOf } from './alertRule';

/** What checklists may know of alerts; nothing while none is recorded. @public */
export interface AlertFacts {
  /** Number of alerts that page, written down or found in monitoring. */
  pagingAlerts: number;
  /** Those of them that lead to no runbook. */
  pagingAlertsWithoutRunbook: number;
  /** Number of alerts, paging or not, that protect no SLO. */
  alertsWithoutSlo: number;
  /** Number of alerts that nobody else looked at for 180 days. */
  alertsNotReviewed: number;
}

/**
 * Counts what checklists ask about alerts: those that are written down, and
 * those that monitoring was found to run.
 *
 * @param now - milliseconds since the epoch
 * @returns undefined without alerts: a list that is kept elsewhere is no list
 *   of zero alerts
 * @public
 */
export function alertFactsOf(
  alerts: readonly AlertFact[],
  now: number,
  rules: readonly AlertRule[] = [],
): AlertFacts | undefined {
  const { known, found } = watchingOf(alerts, rules);
  const watching = [...known, ...found];
  if (watching.length === 0) return undefined;
  const paging = watching.filter(one => one.response === 'page');
  return {
    pagingAlerts: paging.length,
    pagingAlertsWithoutRunbook: paging.filter(one => one.runbookUrl === null)
      .length,
    alertsWithoutSlo: known.filter(one => one.sloId === null).length,
    // Nobody can review what nobody wrote down: that is a hole of its own.
    alertsNotReviewed: known.filter(one => alertReviewDueAt(one) <= now).length,
  };
}

/** The next moment at which a review of an alert runs out by itself. @public */
export function nextAlertReviewAt(
  alerts: readonly AlertFact[],
  now: number,
): number | undefined {
  const moments = alerts.map(alertReviewDueAt).filter(at => at > now);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

import {
  alertOfRule,
  AlertRuleView,
  AlertView,
  alertReviewDueAt,
  ChainFinding,
  findChainHoles,
  rulesByName,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  EntitySlos,
  latestOf,
  materialOf,
  nameOf,
  rulesOf,
} from './EntitySlos';
import { isNotNeeded } from './needView';
import { AlertRecord } from './records';
import { isLive } from './signing/conflicts';

/** An alert as a caller sees it. */
export function toAlertView(
  context: EntitySlos,
  alert: AlertRecord,
  caller: SignerStanding,
): AlertView {
  const person = (userRef: string) => ({
    userRef,
    name: nameOf(context.people, userRef),
  });
  const { review } = alert;
  return {
    id: alert.id,
    name: alert.name,
    sloId: alert.sloId,
    severity: alert.severity,
    response: alert.response,
    runbookUrl: alert.runbookUrl,
    editor: person(alert.editorRef),
    review:
      review && alert.reviewedAt !== null
        ? {
            verdict: review.verdict,
            by: person(review.by),
            at: alert.reviewedAt,
            note: review.note,
          }
        : null,
    reviewDueAt: alertReviewDueAt(alert),
    mayReview: mayReviewAlert(caller, alert),
    version: alert.version,
  };
}

/** What monitoring runs for the entity's SLOs, and as what it is written down. */
export function toRuleViews(context: EntitySlos): AlertRuleView[] {
  const rules = rulesOf(context);
  return rulesByName(rules).map(({ sloId, name, response, runbookUrl }) => ({
    sloId,
    name,
    response,
    runbookUrl,
    firing: rules.some(
      one => one.firing && one.sloId === sloId && one.name === name,
    ),
    alertId: alertOfRule({ sloId, name }, context.alerts)?.id ?? null,
  }));
}

/** Whether somebody may say what they think of an alert: never its writer. */
export function mayReviewAlert(
  caller: SignerStanding,
  alert: AlertRecord,
): boolean {
  return (
    (caller.mayReview || caller.mayEdit) && caller.userRef !== alert.editorRef
  );
}

/**
 * The alerts of an entity as findings see them: one that watched a number which
 * was retired protects none any more.
 */
export function protectingAlerts({
  alerts,
  slos,
}: Pick<EntitySlos, 'alerts' | 'slos'>): AlertRecord[] {
  const live = new Set(slos.filter(isLive).map(slo => slo.record.publicId));
  return alerts.map(alert =>
    alert.sloId === null || live.has(alert.sloId)
      ? alert
      : { ...alert, sloId: null },
  );
}

/** What is missing between users and runbooks, of the numbers that count. */
export function holesOf(context: EntitySlos): ChainFinding[] {
  return findChainHoles(
    {
      journeyIds: context.journeys.map(one => one.publicId),
      slos: context.slos.filter(isLive).map(slo => {
        const { inForce } = slo.standing;
        const material = materialOf(slo, inForce ?? latestOf(slo).version);
        const { sli } = material;
        return {
          id: slo.record.publicId,
          journeyId: material.journey.id,
          owned: material.accountableOwner !== null,
          measured:
            slo.record.running !== undefined ||
            sli?.source !== undefined ||
            Object.keys(sli?.queries ?? {}).length > 0,
        };
      }),
      alerts: protectingAlerts(context),
      rules: rulesOf(context),
      notNeeded: isNotNeeded(context),
    },
    context.now,
  );
}

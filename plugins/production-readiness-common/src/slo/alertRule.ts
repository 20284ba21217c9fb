import { z } from 'zod';
import { ALERT_RESPONSES, AlertFact, AlertResponse } from './alert';

/**
 * An alert rule that monitoring runs for an SLO. It was found there; nobody
 * has written it down here, unless an alert of its name is.
 *
 * @public
 */
export interface AlertRule {
  /** The SLO that it watches. */
  sloId: string;
  /** As the monitoring calls it. */
  name: string;
  /** What happens when it fires, by its severity there. */
  response: AlertResponse;
  /** That its annotations name; null: none. */
  runbookUrl: string | null;
}

/** A rule as the API shows it. Moments are milliseconds since the epoch. @public */
export const alertRuleView = z.strictObject({
  sloId: z.uuid(),
  name: z.string(),
  response: z.enum(ALERT_RESPONSES),
  runbookUrl: z.string().nullable(),
  firing: z.boolean(),
  /** The alert that it is written down as; null: it is not. */
  alertId: z.uuid().nullable(),
});

/** What {@link alertRuleView} lets through. @public */
export type AlertRuleView = z.output<typeof alertRuleView>;

/**
 * What a rule does, by the word that monitoring has for its severity. Sloth
 * and Pyrra write `page` or `critical` for what wakes somebody; whatever is
 * unknown is taken for a ticket, since a rule that pages says so.
 *
 * @public
 */
export function responseOfSeverity(severity: string): AlertResponse {
  return /^(page|pager|critical|sev-?1)$/i.test(severity.trim())
    ? 'page'
    : 'ticket';
}

/**
 * The rules of an SLO, one for each name: tools write one rule for paging and
 * one for a ticket under one name. It pages when one of them does, and leads to
 * a runbook when all of them do.
 *
 * @public
 */
export function rulesByName<T extends AlertRule>(rules: readonly T[]): T[] {
  const byName = new Map<string, T>();
  for (const rule of rules) {
    const key = `${rule.sloId} ${nameKey(rule.name)}`;
    const before = byName.get(key);
    byName.set(
      key,
      before
        ? {
            ...before,
            response: before.response === 'page' ? 'page' : rule.response,
            runbookUrl: before.runbookUrl && rule.runbookUrl,
          }
        : rule,
    );
  }
  return [...byName.values()];
}

/**
 * The written-down alert that a rule is: it has the same name, and watches the
 * same SLO or none that is known.
 *
 * @public
 */
export function alertOfRule<T extends { name: string; sloId: string | null }>(
  rule: Pick<AlertRule, 'name' | 'sloId'>,
  alerts: readonly T[],
): T | undefined {
  const named = alerts.filter(one => nameKey(one.name) === nameKey(rule.name));
  return (
    named.find(one => one.sloId === rule.sloId) ??
    named.find(one => one.sloId === null)
  );
}

/**
 * What watches an entity: the alerts that are written down, with what
 * monitoring knows better, and the rules that nobody has written down.
 *
 * @public
 */
export function watchingOf(
  alerts: readonly AlertFact[],
  rules: readonly AlertRule[],
): { known: AlertFact[]; found: AlertRule[] } {
  const known = new Map(alerts.map(one => [one.id, one]));
  const found: AlertRule[] = [];
  for (const rule of rulesByName(rules)) {
    const alert = alertOfRule(rule, alerts);
    const before = alert && known.get(alert.id);
    if (!before) {
      found.push(rule);
      continue;
    }
    known.set(before.id, {
      ...before,
      sloId: before.sloId ?? rule.sloId,
      response: before.response === 'page' ? 'page' : rule.response,
      runbookUrl: before.runbookUrl ?? rule.runbookUrl,
    });
  }
  return { known: [...known.values()], found };
}

function nameKey(name: string): string {
  return name.trim().toLocaleLowerCase('en-US');
}

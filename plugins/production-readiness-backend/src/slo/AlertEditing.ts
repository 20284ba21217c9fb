import { randomUUID } from 'node:crypto';
import {
  AlertInput,
  AlertReviewInput,
  AlertView,
  ReadinessError,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { entityChain } from '../journal';
import { insertAlert, replaceAlert, saveReview } from './AlertStore';
import { mayReviewAlert, toAlertView } from './alertViews';
import { EntitySlos } from './EntitySlos';
import { AlertRecord } from './records';
import { CallerContext } from './SloContexts';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithSlos,
  SloWriteDeps,
} from './writing';

type EntityPath = { kind: string; namespace: string; name: string };
type Saved = { body: AlertView; version: number };

const MOST_ALERTS = 100;

/** Writes down what watches an entity, and what others think of it. */
export class AlertEditing {
  constructor(
    private readonly deps: SloWriteDeps & { severities: readonly string[] },
  ) {}

  /** Records an alert. */
  async add(
    caller: Caller,
    ref: EntityPath,
    input: AlertInput,
    key: string | undefined,
  ): Promise<AlertView> {
    const { access, contexts, database, evaluation } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    await authorizeEdit(access, caller, entity);
    requireKindWithSlos(entity);
    return database.transaction(async tx => {
      const before = await contexts.read(tx, caller, entity);
      requireEditor(before.standing, entity);
      const at = before.context.now;
      const action = {
        key,
        operationId: 'addAlert',
        actor: before.standing.userRef,
        request: { entity: entity.id, input },
        at,
      };
      const { alertId } = await runOnce(tx, action, async () => {
        if (before.context.alerts.length >= MOST_ALERTS) throw tooMany();
        const publicId = randomUUID();
        await insertAlert(tx, {
          ...this.rowOf(before, input),
          publicId,
          entityId: entity.id,
          at,
        });
        await this.log(tx, before, 'slo.alert_added', {
          alertId: publicId,
          ...input,
        });
        await evaluation.reevaluate(tx, [entity.id], at);
        return { alertId: publicId };
      });
      const after = await contexts.read(tx, caller, entity);
      const alert = alertIn(after.context, alertId);
      return toAlertView(after.context, alert, after.standing);
    });
  }

  /** Replaces what is written down of an alert. */
  async edit(
    caller: Caller,
    path: EntityPath & { alertId: string },
    input: AlertInput,
    expected: number,
  ): Promise<Saved> {
    const { access, contexts, database, evaluation } = this.deps;
    const entity = await contexts.findEntity(caller, path);
    await authorizeEdit(access, caller, entity);
    return database.transaction(async tx => {
      const before = await contexts.read(tx, caller, entity);
      requireEditor(before.standing, entity);
      const alert = alertIn(before.context, path.alertId);
      const row = this.rowOf(before, input);
      const saved = await replaceAlert(tx, alert.rowId, expected, row);
      if (!saved) throw outdated(before, alert);
      await this.log(tx, before, 'slo.alert_changed', {
        alertId: path.alertId,
        ...input,
      });
      await evaluation.reevaluate(tx, [entity.id], before.context.now);
      const after = await contexts.read(tx, caller, entity);
      return savedView(after, alertIn(after.context, path.alertId));
    });
  }

  /** Takes what somebody thinks of an alert that somebody else wrote. */
  async review(
    caller: Caller,
    path: EntityPath & { alertId: string },
    input: AlertReviewInput,
    expected: number,
  ): Promise<Saved> {
    const { access, contexts, database, evaluation } = this.deps;
    const entity = await contexts.findEntity(caller, path);
    await access.authorize(caller, sloSignPermission, entity.ref);
    return database.transaction(async tx => {
      const before = await contexts.read(tx, caller, entity);
      const alert = alertIn(before.context, path.alertId);
      requireReviewer(before, alert);
      const at = before.context.now;
      const review = {
        verdict: input.verdict,
        by: before.standing.userRef,
        note: input.note ?? null,
      };
      const saved = await saveReview(tx, alert.rowId, expected, review, at);
      if (!saved) throw outdated(before, alert);
      await this.log(tx, before, 'slo.alert_reviewed', {
        alertId: path.alertId,
        name: alert.name,
        ...input,
      });
      await evaluation.reevaluate(tx, [entity.id], at);
      return savedView(before, {
        ...alert,
        review,
        reviewedAt: at,
        version: expected + 1,
      });
    });
  }

  /** The row of an input whose SLO and severity exist. */
  private rowOf({ context, standing }: CallerContext, input: AlertInput) {
    if (!this.deps.severities.includes(input.severity)) {
      throw ReadinessError.badInput(
        'UNKNOWN_SEVERITY',
        `There is no severity ${
          input.severity
        }. Choose one of ${this.deps.severities.join(', ')}.`,
        { field: 'body.severity' },
      );
    }
    const slo = context.slos.find(one => one.record.publicId === input.sloId);
    if (input.sloId !== null && !slo) {
      throw ReadinessError.badInput(
        'UNKNOWN_SLO',
        `${context.entity.ref} has no such SLO. Choose one of its own, or leave it open.`,
        { field: 'body.sloId' },
      );
    }
    return {
      ...input,
      sloId: slo?.record.id ?? null,
      editorRef: standing.userRef,
    };
  }

  private async log(
    tx: Knex.Transaction,
    { context, standing }: CallerContext,
    action: string,
    subject: Record<string, string | null | undefined>,
  ): Promise<void> {
    await this.deps.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: standing.userRef,
      action,
      subject: JSON.parse(JSON.stringify(subject)),
      at: context.now,
    });
  }
}

function savedView(
  { context, standing }: CallerContext,
  alert: AlertRecord,
): Saved {
  return {
    body: toAlertView(context, alert, standing),
    version: alert.version,
  };
}

function alertIn(context: EntitySlos, alertId: string): AlertRecord {
  const found = context.alerts.find(one => one.id === alertId);
  if (found) return found;
  throw ReadinessError.notFound(
    'ALERT_NOT_FOUND',
    `${context.entity.ref} has no such alert. Reload the page to see what there is.`,
    { field: 'path.alertId' },
  );
}

function requireReviewer(
  { context, standing }: CallerContext,
  alert: AlertRecord,
): void {
  if (mayReviewAlert(standing, alert)) return;
  if (standing.isPerson && alert.editorRef === standing.userRef) {
    throw ReadinessError.notAllowed(
      'REVIEWER_WROTE_ALERT',
      'You wrote this alert down last, so another person has to look at it.',
    );
  }
  throw ReadinessError.notAllowed(
    'NOT_AN_ALERT_REVIEWER',
    `Alerts of ${context.entity.ref} are reviewed by its team, its owners or the reviewer group. Ask one of them.`,
  );
}

function outdated(
  { context, standing }: CallerContext,
  current: AlertRecord,
): ReadinessError {
  return ReadinessError.preconditionFailed(
    'ALERT_CHANGED',
    'Somebody else changed this alert in the meantime. Look at what it says now, then decide again.',
    { details: { current: toAlertView(context, current, standing) } },
  );
}

function tooMany(): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_ALERTS',
    `An entity has at most ${MOST_ALERTS} alerts. Review those that are there: one that nobody needs can be deleted.`,
  );
}

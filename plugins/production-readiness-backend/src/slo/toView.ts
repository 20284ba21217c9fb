import {
  EntitySlosView,
  SignerStanding,
  SloPageView,
  SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { holesOf, toAlertView, toRuleViews } from './alertViews';
import { SloConfig } from './config';
import { toCriteriaView } from './criteriaView';
import { DerivedSlo, EntitySlos } from './EntitySlos';
import { nameablePolicies } from './errorBudgetPolicies/namedPolicy';
import { toPolicyLine } from './errorBudgetPolicies/toPolicyView';
import { toNeedView } from './needView';
import { toOwnerHistory, toOwnerViews } from './ownerViews';
import { toQuestionView } from './questions/toQuestionView';
import { JourneyRecord } from './records';
import { sloDocument } from './signing/SignedDocument';
import {
  toSignedView,
  toVersionLines,
  toVersionView,
} from './signing/signedViews';
import { CallerStanding } from './standingOfCaller';

/** Everything about an entity's SLOs, as a caller sees it. */
export function toEntityView(
  context: EntitySlos,
  caller: CallerStanding,
  { severities }: Pick<SloConfig, 'severities'>,
): EntitySlosView {
  return {
    entityRef: context.entity.ref,
    entityTitle: context.entity.title ?? context.entity.name,
    tier: context.entity.tier,
    policy: context.policy,
    owners: toOwnerViews(context),
    ownerHistory: toOwnerHistory(context),
    journeys: context.journeys.map(toJourneyView),
    slos: context.slos.map(slo => toSloView(context, slo, caller)),
    budgetPolicies: nameablePolicies(context).map(one =>
      toPolicyLine(context, one),
    ),
    alerts: context.alerts.map(alert => toAlertView(context, alert, caller)),
    rules: toRuleViews(context),
    severities: [...severities],
    severityCriteria: toCriteriaView(context, caller.isAdmin),
    need: toNeedView(context, caller),
    holes: holesOf(context),
    mayEdit: caller.mayEdit,
    asOf: context.now,
  };
}

/** One SLO with what its reader has to know of the entity. */
export function toPageView(
  context: EntitySlos,
  slo: DerivedSlo,
  caller: SignerStanding,
): SloPageView {
  return {
    entityRef: context.entity.ref,
    entityTitle: context.entity.title ?? context.entity.name,
    owners: toOwnerViews(context),
    slo: toSloView(context, slo, caller),
    mayEdit: caller.mayEdit,
    asOf: context.now,
  };
}

/** A journey without what is the database's. */
export function toJourneyView(journey: JourneyRecord) {
  const { id, publicId, entityId, ...shown } = journey;
  return { ...shown, id: publicId };
}

function toSloView(
  context: EntitySlos,
  slo: DerivedSlo,
  caller: SignerStanding,
): SloView {
  const { record, standing } = slo;
  const document = sloDocument(context, slo);
  const view = (version: number | null) =>
    version === null ? null : toVersionView(context, document, version, caller);
  return {
    ...toSignedView(context, document),
    entityRef: context.entity.ref,
    editorial: record.editorial,
    inForce: view(standing.inForce),
    proposal: view(standing.proposal),
    retired: view(standing.retired?.version ?? null),
    history: toVersionLines(document)
      .map((line, index) => ({
        ...line,
        target: record.versions[index].target,
      }))
      .reverse(),
    questions: record.questions
      .map(one => toQuestionView(one, caller))
      .reverse(),
  };
}

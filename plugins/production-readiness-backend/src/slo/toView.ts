import {
  decisionsOn,
  differenceOf,
  EntitySlosView,
  isRequestable,
  OwnerView,
  shownDigestOf,
  SignatureView,
  SignerStanding,
  signerSummaryOf,
  SloPageView,
  SloView,
  spokenAs,
  VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { holesOf, toAlertView, toRuleViews } from './alertViews';
import { SloConfig } from './config';
import { toNeedView } from './needView';
import { toCriteriaView } from './criteriaView';
import {
  caseOf,
  DerivedSlo,
  EntitySlos,
  materialOf,
  nameOf,
} from './EntitySlos';
import { JourneyRecord, SignatureRecord } from './records';
import { toQuestionView } from './questions/toQuestionView';
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
    journeys: context.journeys.map(toJourneyView),
    slos: context.slos.map(slo => toSloView(context, slo, caller)),
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

/** Who holds each role. */
export function toOwnerViews(context: EntitySlos): OwnerView[] {
  return context.owners.map(owner => {
    const { place, by } = owner.origin ?? {};
    const set = context.setOwners.find(one => one.role === owner.role);
    return {
      role: owner.role,
      holder: owner.userRef
        ? {
            userRef: owner.userRef,
            name: nameOf(context.people, owner.userRef),
          }
        : null,
      origin: owner.origin && {
        ...owner.origin,
        entityRef: context.hiddenPlaces.has(owner.origin.entityRef)
          ? null
          : owner.origin.entityRef,
      },
      vacant: owner.vacant,
      settable: !(place === 'entity' && by === 'annotation'),
      version: set?.version ?? 0,
    };
  });
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
  const view = (version: number | null) =>
    version === null ? null : toVersionView(context, slo, version, caller);
  const decider = context.owners.find(one => one.role === 'cto' && !one.vacant);
  const both = standing.inForce !== null && standing.proposal !== null;
  return {
    id: record.publicId,
    entityRef: context.entity.ref,
    version: record.version,
    editorial: record.editorial,
    state: standing.state,
    overlays: standing.overlays,
    reviewBy: standing.reviewBy,
    inForce: view(standing.inForce),
    proposal: view(standing.proposal),
    retired: view(standing.retired?.version ?? null),
    changes: both
      ? differenceOf(
          materialOf(slo, standing.inForce!),
          materialOf(slo, standing.proposal!),
        )
      : [],
    history: record.versions
      .map(one => ({
        version: one.version,
        state: standing.versions.get(one.version) ?? 'superseded',
        contentDigest: one.contentDigest,
        target: one.target,
        editor: { userRef: one.editorRef, name: one.editorName },
        createdAt: one.createdAt,
        requestedAt: one.requestedAt,
      }))
      .reverse(),
    questions: record.questions
      .map(one => toQuestionView(one, caller))
      .reverse(),
    disputes: standing.disputes.flatMap(dispute => {
      const found = record.signatures.find(one => one === dispute);
      return found ? [toSignatureView(context, found)] : [];
    }),
    disputeDecidedBy: decider?.userRef
      ? {
          userRef: decider.userRef,
          name: nameOf(context.people, decider.userRef),
        }
      : null,
    signatures: record.signatures
      .map(one => toSignatureView(context, one))
      .reverse(),
  };
}

function toSignatureView(
  context: EntitySlos,
  one: SignatureRecord,
): SignatureView {
  return {
    id: one.publicId,
    version: one.version,
    contentDigest: one.contentDigest,
    meaning: one.meaning,
    signer: { userRef: one.signerRef, name: one.signerName },
    role: one.role,
    onBehalfOf: one.onBehalfOf
      ? {
          userRef: one.onBehalfOf,
          name: nameOf(context.people, one.onBehalfOf),
        }
      : null,
    signedAt: one.signedAt,
    satisfaction: one.satisfaction,
    reason: one.reason,
    shownDigest: one.shownDigest,
  };
}

/** What a signer of a version sees, from the content in force on. */
export function summaryOf(
  context: EntitySlos,
  slo: DerivedSlo,
  version: number,
) {
  const { inForce } = slo.standing;
  return signerSummaryOf(
    materialOf(slo, version),
    inForce === null || inForce === version
      ? undefined
      : materialOf(slo, inForce),
    context.now,
    context.around,
  );
}

function toVersionView(
  context: EntitySlos,
  slo: DerivedSlo,
  version: number,
  caller: SignerStanding,
): VersionView {
  const record = slo.record.versions.find(one => one.version === version)!;
  const state = slo.standing.versions.get(version) ?? 'superseded';
  const summary = summaryOf(context, slo, version);
  const decisions = decisionsOn(caller, caseOf(context, slo), version);
  return {
    version,
    state,
    contentDigest: record.contentDigest,
    material: materialOf(slo, version),
    editor: { userRef: record.editorRef, name: record.editorName },
    createdAt: record.createdAt,
    requestedAt: record.requestedAt,
    requirements: slo.standing.requirements(version),
    summary,
    shownDigest: shownDigestOf(summary),
    decisions,
    actingAs: decisions.includes('approve')
      ? toActingAs(context, caller, slo, version)
      : null,
    requestable: caller.mayEdit && isRequestable(caseOf(context, slo), version),
  };
}

/** In which role, and for whom, the caller would agree. */
function toActingAs(
  context: EntitySlos,
  caller: SignerStanding,
  slo: DerivedSlo,
  version: number,
): VersionView['actingAs'] {
  const { role, onBehalfOf } = spokenAs(
    caller,
    caseOf(context, slo),
    version,
    'approve',
  );
  return {
    role,
    onBehalfOf: onBehalfOf
      ? { userRef: onBehalfOf, name: nameOf(context.people, onBehalfOf) }
      : null,
  };
}

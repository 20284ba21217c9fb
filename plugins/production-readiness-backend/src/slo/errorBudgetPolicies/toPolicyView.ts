import {
  BudgetPolicyLine,
  BudgetPolicyPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  DerivedPolicy,
  EntitySlos,
  latestOf,
  policyMaterialOf,
} from '../EntitySlos';
import { policyDocument } from '../signing/SignedDocument';
import {
  toSignedView,
  toVersionLines,
  toVersionView,
} from '../signing/signedViews';
import { CallerStanding } from '../standingOfCaller';

/** A policy of the context's entity, as a caller sees it. */
export function toPolicyPage(
  context: EntitySlos,
  policy: DerivedPolicy,
  caller: CallerStanding,
): BudgetPolicyPageView {
  const { standing } = policy;
  const document = policyDocument(context, policy);
  const view = (version: number | null) =>
    version === null ? null : toVersionView(context, document, version, caller);
  return {
    policy: {
      ...toSignedView(context, document),
      entityRef: context.entity.ref,
      entityTitle: context.entity.title ?? context.entity.name,
      inForce: view(standing.inForce),
      proposal: view(standing.proposal),
      retired: view(standing.retired?.version ?? null),
      history: toVersionLines(document)
        .map(line => ({
          ...line,
          title: document.material(line.version).title,
        }))
        .reverse(),
      mayEdit: caller.mayEdit,
    },
    asOf: context.now,
  };
}

/** A policy in the list of those that SLOs can name. */
export function toPolicyLine(
  context: EntitySlos,
  policy: DerivedPolicy,
): BudgetPolicyLine {
  const { record, standing, entityRef } = policy;
  const { inForce } = standing;
  const shown = inForce ?? latestOf(policy).version;
  const { title, steps } = policyMaterialOf(policy, shown);
  const version = record.versions.find(one => one.version === inForce);
  return {
    id: record.publicId,
    entityRef,
    entityTitle:
      entityRef === context.entity.ref
        ? context.entity.title ?? context.entity.name
        : entityRef.slice(entityRef.indexOf('/') + 1),
    title,
    state: standing.state,
    inForce: version
      ? { version: version.version, digest: version.contentDigest }
      : null,
    steps,
    reviewBy: standing.reviewBy,
  };
}

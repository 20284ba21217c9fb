import {
  PolicyRef,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DerivedPolicy, EntitySlos } from '../EntitySlos';

/**
 * Lets contents pass that name no policy, one that is agreed on, or the one
 * that they named before.
 *
 * @throws ReadinessError 400 UNKNOWN_POLICY or 409 POLICY_NOT_AGREED
 */
export function requireNameablePolicy(
  context: EntitySlos,
  named: PolicyRef | undefined,
  before?: PolicyRef,
): void {
  if (!named) return;
  const isSame =
    before?.id === named.id &&
    before.version === named.version &&
    before.digest === named.digest;
  if (isSame) return;
  const field = 'body.content.policyRef';
  const policy = nameablePolicies(context).find(
    one => one.record.publicId === named.id,
  );
  const version = policy?.record.versions.find(
    one => one.version === named.version && one.contentDigest === named.digest,
  );
  if (!policy || !version) {
    throw ReadinessError.badInput(
      'UNKNOWN_POLICY',
      `Neither ${context.entity.ref} nor its System or Domain has such an error-budget policy. Choose one from the list on the SLO page.`,
      { field },
    );
  }
  if (policy.standing.inForce !== named.version) {
    throw ReadinessError.conflict(
      'POLICY_NOT_AGREED',
      `Version ${named.version} of this error-budget policy is not in force. Have it signed first, or name the version that is.`,
      { field },
    );
  }
}

/** The policies that SLOs of an entity can name, as far as the reader may see. */
export function nameablePolicies(context: EntitySlos): DerivedPolicy[] {
  return context.policies.filter(
    one => !context.hiddenPlaces.has(one.entityRef),
  );
}

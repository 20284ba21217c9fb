import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos } from './EntitySlos';

/**
 * Lets entities pass whose tier asks for signatures.
 *
 * @throws ReadinessError 409 NO_SIGNATURE_NEEDED
 */
export function requireSignablePolicy(context: EntitySlos): void {
  if (context.policy.approval !== 'none') return;
  throw ReadinessError.conflict(
    'NO_SIGNATURE_NEEDED',
    `An SLO of a tier ${context.entity.tier} entity is recorded and needs no signature.`,
  );
}

/** 409: the entity has as many SLOs as it can have. */
export function tooMany(most: number): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_SLOS',
    `An entity has at most ${most} SLOs. Change one that is there.`,
  );
}

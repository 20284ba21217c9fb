import {
  differenceOf,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DerivedSlo, EntitySlos, latestOf, materialOf } from './EntitySlos';

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

/** Whether an SLO has not been retired. */
export function isLive(slo: DerivedSlo): boolean {
  return slo.standing.retired === null;
}

/**
 * Lets SLOs pass that have not been retired.
 *
 * @throws ReadinessError 409 SLO_RETIRED
 */
export function requireLive(slo: DerivedSlo): void {
  if (isLive(slo)) return;
  throw ReadinessError.conflict(
    'SLO_RETIRED',
    'This SLO was retired and takes no more changes. Write a new one if the promise is needed again.',
  );
}

/** 412: the edit was made from an older version. */
export function outdated(slo: DerivedSlo): ReadinessError {
  const { version } = latestOf(slo);
  return ReadinessError.preconditionFailed(
    'SLO_CHANGED',
    'Somebody else changed this SLO in the meantime. Compare it with yours, then save again.',
    {
      details: {
        current: {
          version: slo.record.version,
          editor: latestOf(slo).editorName,
          material: materialOf(slo, version),
        },
      },
    },
  );
}

/** 404: there is no such version. */
export function unknownVersion(): ReadinessError {
  return ReadinessError.notFound(
    'VERSION_NOT_FOUND',
    'This SLO has no such version. Reload the page to see its versions.',
    { field: 'path.version' },
  );
}

/** 409: a newer version exists; the difference is in the details. */
export function notTheNewest(slo: DerivedSlo, version: number): ReadinessError {
  return ReadinessError.conflict(
    'SLO_CHANGED',
    `Version ${version} is not the newest any more. Read version ${
      latestOf(slo).version
    }, then ask for signatures on it.`,
    {
      details: {
        latestVersion: latestOf(slo).version,
        changes: differenceOf(
          materialOf(slo, version),
          materialOf(slo, latestOf(slo).version),
        ),
      },
    },
  );
}

/** 409: the entity has as many SLOs as it can have. */
export function tooMany(most: number): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_SLOS',
    `An entity has at most ${most} SLOs. Change one that is there.`,
  );
}

/** 409: the signers have answered already. */
export function nothingToAskFor(inForce: boolean): ReadinessError {
  return ReadinessError.conflict(
    'NOTHING_TO_ASK_FOR',
    inForce
      ? 'This version is agreed on already. Change it first, then ask for signatures.'
      : 'The signers have answered this version already. Change what they asked for, then ask again.',
  );
}

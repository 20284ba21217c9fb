import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { latestOf } from '../EntitySlos';
import { SignedDocument } from './SignedDocument';

/** Begins the codes of errors about a kind of document. */
function prefixOf({ kind }: SignedDocument): 'SLO' | 'POLICY' {
  return kind === 'slo' ? 'SLO' : 'POLICY';
}

/** Whether a document has not been retired. */
export function isLive({
  standing,
}: Pick<SignedDocument, 'standing'>): boolean {
  return standing.retired === null;
}

/**
 * Lets documents pass that have not been retired.
 *
 * @throws ReadinessError 409 SLO_RETIRED or POLICY_RETIRED
 */
export function requireLive(document: SignedDocument): void {
  if (isLive(document)) return;
  throw ReadinessError.conflict(
    `${prefixOf(document)}_RETIRED`,
    `This ${document.noun} was retired and takes no more changes. Write a new one if it is needed again.`,
  );
}

/** 412: the edit was made from an older version. */
export function outdated(document: SignedDocument): ReadinessError {
  const latest = latestOf(document);
  return ReadinessError.preconditionFailed(
    `${prefixOf(document)}_CHANGED`,
    `Somebody else changed this ${document.noun} in the meantime. Compare it with yours, then save again.`,
    {
      details: {
        current: {
          version: document.record.version,
          editor: latest.editorName,
          material: document.material(latest.version),
        },
      },
    },
  );
}

/** 404: there is no such version. */
export function unknownVersion({
  noun,
}: Pick<SignedDocument, 'noun'>): ReadinessError {
  return ReadinessError.notFound(
    'VERSION_NOT_FOUND',
    `This ${noun} has no such version. Reload the page to see its versions.`,
    { field: 'path.version' },
  );
}

/** 409: a newer version exists; the difference is in the details. */
export function notTheNewest(
  document: SignedDocument,
  version: number,
): ReadinessError {
  const latestVersion = latestOf(document).version;
  return ReadinessError.conflict(
    `${prefixOf(document)}_CHANGED`,
    `Version ${version} is not the newest any more. Read version ${latestVersion}, then ask for signatures on it.`,
    {
      details: {
        latestVersion,
        changes: document.changes(version, latestVersion),
      },
    },
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

/**
 * 409: the content was edited between reading and signing. The details say
 * what is different and hold what there is to read now.
 */
export function changedSinceRead(
  document: SignedDocument,
  version: number,
): ReadinessError {
  const latest = latestOf(document);
  return ReadinessError.conflict(
    `${prefixOf(document)}_CHANGED`,
    `This ${document.noun} was changed after you opened it, so your signature was not taken. Read what is different, then decide again.`,
    {
      details: {
        signedVersion: version,
        latestVersion: latest.version,
        contentDigest: latest.contentDigest,
        editor: latest.editorName,
        changes: document.changes(version, latest.version),
        summary: document.summary(latest.version),
      },
    },
  );
}

/** 409: what the signer had on the screen is not what would be agreed to. */
export function shownChanged(summary: object): ReadinessError {
  return ReadinessError.conflict(
    'SHOWN_CHANGED',
    'What this agreement means has changed since you opened it, for example because a calendar month ended or another version came into force. Read it again, then decide.',
    { field: 'body.shownDigest', details: { summary } },
  );
}

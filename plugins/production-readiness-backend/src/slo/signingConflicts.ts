import {
  differenceOf,
  ReadinessError,
  SignerSummary,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DerivedSlo, EntitySlos, latestOf, materialOf } from './EntitySlos';
import { summaryOf } from './toView';

/**
 * 409: the content was edited between reading and signing. The details say
 * what is different and hold what there is to read now.
 */
export function changedSinceRead(
  context: EntitySlos,
  slo: DerivedSlo,
  version: number,
): ReadinessError {
  const latest = latestOf(slo);
  return ReadinessError.conflict(
    'SLO_CHANGED',
    'This SLO was changed after you opened it, so your signature was not taken. Read what is different, then decide again.',
    {
      details: {
        signedVersion: version,
        latestVersion: latest.version,
        contentDigest: latest.contentDigest,
        editor: latest.editorName,
        changes: differenceOf(
          materialOf(slo, version),
          materialOf(slo, latest.version),
        ),
        summary: summaryOf(context, slo, latest.version),
      },
    },
  );
}

/** 409: what the signer had on the screen is not what would be agreed to. */
export function shownChanged(summary: SignerSummary): ReadinessError {
  return ReadinessError.conflict(
    'SHOWN_CHANGED',
    'What this agreement means has changed since you opened it, for example because a calendar month ended or another version came into force. Read it again, then decide.',
    { field: 'body.shownDigest', details: { summary } },
  );
}

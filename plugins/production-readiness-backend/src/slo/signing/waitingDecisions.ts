import {
  decisionsOn,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import { SignedDocument } from './SignedDocument';

/** A decision that a document waits for from somebody. */
export interface WaitingDecision {
  version: number;
  kind: 'sign' | 'technical-review' | 'renew' | 'decide-dispute';
  /** Since when; milliseconds since the epoch. */
  since: number;
  /** When the review of an agreement is due; null for a new one. */
  deadline: number | null;
  /** The User or Group that is waited for. */
  waitingFor: string;
}

/**
 * What a document waits for from a person: to sign or review what is proposed,
 * to decide a dispute, to look at an agreement again.
 *
 * @param waitedFor.group - of the person, that a technical review is asked of
 * @param now - milliseconds since the epoch
 */
export function waitingDecisions(
  document: Pick<SignedDocument, 'record' | 'standing' | 'case'>,
  waitedFor: { standing: SignerStanding; group: string | undefined },
  now: number,
): WaitingDecision[] {
  const { standing, group } = waitedFor;
  const { userRef } = standing;
  const { inForce, proposal, reviewBy, versions, disputes } = document.standing;
  const mayOn = (version: number) =>
    decisionsOn(standing, document.case, version);
  const found: WaitingDecision[] = [];
  if (proposal !== null && versions.get(proposal) === 'in_review') {
    const decisions = mayOn(proposal);
    const unmet = document.standing
      .requirements(proposal)
      .filter(one => !one.met)
      .map(one => one.kind);
    const record = document.record.versions.find(
      one => one.version === proposal,
    );
    const asked = {
      version: proposal,
      since: record?.requestedAt ?? now,
      deadline: null,
    };
    if (decisions.includes('approve') && unmet.includes('approval')) {
      found.push({ ...asked, kind: 'sign', waitingFor: userRef });
    }
    if (
      decisions.includes('technical-review') &&
      unmet.includes('technical-review')
    ) {
      found.push({
        ...asked,
        kind: 'technical-review',
        waitingFor: group ?? userRef,
      });
    }
  }
  if (inForce === null) return found;
  const decisions = mayOn(inForce);
  const [dispute] = disputes;
  if (dispute && decisions.includes('uphold')) {
    found.push({
      version: inForce,
      kind: 'decide-dispute',
      since: dispute.signedAt,
      deadline: null,
      waitingFor: userRef,
    });
  }
  if (decisions.includes('approve')) {
    const signed = document.record.signatures.filter(
      one => one.meaning === 'approve',
    );
    found.push({
      version: inForce,
      kind: 'renew',
      since: signed[signed.length - 1]?.signedAt ?? now,
      deadline: reviewBy,
      waitingFor: userRef,
    });
  }
  return found;
}

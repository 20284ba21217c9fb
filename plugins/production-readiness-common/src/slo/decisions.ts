import { VersionFact } from './agreement';
import { OwnerRole } from './owners';
import { SignatureMeaning } from './signaturePolicy';
import {
  approvingCapacity,
  newestOf,
  ownerIsCurrent,
  SignerStanding,
  signingCapacities,
  SloCase,
  Word,
  wordOf,
} from './signer';

/**
 * What a person may say about a version now. Nothing of it depends on what the
 * person asks for.
 *
 * @public
 */
export function decisionsOn(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
): SignatureMeaning[] {
  const record = slo.versions.find(one => one.version === version);
  if (!record || !signer.isPerson) return [];
  const word = wordOf(signer.userRef, slo, version);
  const isNewest = version === newestOf(slo).version;
  const decisions = (): SignatureMeaning[] => {
    switch (slo.standing.versions.get(version)) {
      case 'in_force':
        return inForceDecisions(signer, slo, word);
      case 'in_review':
      case 'withdrawn':
        return isNewest ? openDecisions(signer, slo, record, word) : [];
      case 'rejected':
      case 'changes_requested':
        // Only who refused can take it back; for the others it needs an edit.
        return isNewest && hasRefused(word)
          ? openDecisions(signer, slo, record, word).filter(
              meaning =>
                meaning === 'approve' || meaning === 'technical-review',
            )
          : [];
      default:
        return [];
    }
  };
  return [...decisions(), ...acknowledgeable(signer, slo, word, record)].concat(
    mayRetire(signer, slo, version) ? ['retire'] : [],
  );
}

function inForceDecisions(
  signer: SignerStanding,
  slo: SloCase,
  { said, approvedAs }: Word,
): SignatureMeaning[] {
  const decisions: SignatureMeaning[] = [];
  const signs = signingCapacities(signer, slo.policy).length > 0;
  const isOwner = signer.capacities.length > 0;
  const belongs = isOwner || signer.mayReview;
  const disputes = said.has('dispute');
  if (signs && mayRenew(slo)) decisions.push('approve');
  if (slo.standing.disputes.length > 0 && holds(signer, 'cto')) {
    decisions.push('uphold', 'overturn');
  }
  if (disputes || (isOwner && approvedAs.size > 0)) decisions.push('withdraw');
  // Who agreed withdraws instead; nobody disputes twice.
  if (belongs && !disputes && approvedAs.size === 0) decisions.push('dispute');
  return decisions;
}

function openDecisions(
  signer: SignerStanding,
  slo: SloCase,
  version: VersionFact,
  { said, approvedAs }: Word,
): SignatureMeaning[] {
  const decisions: SignatureMeaning[] = [];
  const isOwner = signer.capacities.length > 0;
  const signs = signingCapacities(signer, slo.policy).length > 0;
  const canReview =
    slo.policy.technicalReview &&
    signer.mayReview &&
    signer.userRef !== version.editorRef;
  if (
    ownerIsCurrent(slo.owners, version) &&
    approvingCapacity(signer, slo.policy, approvedAs)
  ) {
    decisions.push('approve');
  }
  if (canReview && !said.has('technical-review')) {
    decisions.push('technical-review');
  }
  if (isOwner || canReview) decisions.push('request-changes');
  if (signs) decisions.push('reject');
  if (said.has('approve') || said.has('technical-review')) {
    decisions.push('withdraw');
  }
  return decisions;
}

/** Who belongs here and has not agreed can say that it was read; once. */
function acknowledgeable(
  signer: SignerStanding,
  slo: SloCase,
  { said }: Word,
  version: VersionFact,
): SignatureMeaning[] {
  if (version.editorRef === signer.userRef) return [];
  const state = slo.standing.versions.get(version.version);
  const belongs =
    signer.capacities.length > 0 || signer.mayReview || signer.mayEdit;
  const isOpen = state === 'in_force' || state === 'in_review';
  return belongs && isOpen && said.size === 0 ? ['acknowledge'] : [];
}

/**
 * What is agreed is retired by an owner, what nobody agreed to also by whoever
 * may edit it.
 */
function mayRetire(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
): boolean {
  const { inForce, retired } = slo.standing;
  if (retired || version !== (inForce ?? newestOf(slo).version)) return false;
  const signs = signingCapacities(signer, slo.policy).length > 0;
  return signs || (inForce === null && signer.mayEdit);
}

/** An agreement is renewed when its review is due and its owner the same. */
function mayRenew(slo: SloCase): boolean {
  const { overlays, inForce } = slo.standing;
  const version = slo.versions.find(one => one.version === inForce);
  return (
    (overlays.includes('review_due') || overlays.includes('overdue')) &&
    version !== undefined &&
    ownerIsCurrent(slo.owners, version)
  );
}

/**
 * Whether signatures can be asked for: of a draft, or anew of a content that
 * names an owner who is not the owner any more.
 *
 * @public
 */
export function isRequestable(slo: SloCase, version: number): boolean {
  const newest = newestOf(slo);
  if (newest.version !== version || slo.policy.approval === 'none') {
    return false;
  }
  const state = slo.standing.versions.get(version);
  if (state === 'draft') return true;
  return (
    (state === 'in_review' || state === 'in_force') &&
    !ownerIsCurrent(slo.owners, newest)
  );
}

function hasRefused({ said }: Word): boolean {
  return (
    said.has('reject') || said.has('request-changes') || said.has('overturn')
  );
}

function holds(signer: SignerStanding, role: OwnerRole): boolean {
  return signer.capacities.some(one => one.role === role);
}

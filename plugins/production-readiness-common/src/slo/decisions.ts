import { isBy, SignatureFact, VersionFact } from './agreement';
import { OwnerRole, ResolvedOwner } from './owners';
import {
  SignatureMeaning,
  SignaturePolicy,
  SignerRole,
} from './signaturePolicy';
import { SloStanding } from './state';

/**
 * A role in which a person decides: as its holder, or for its holder by a
 * delegation.
 *
 * @public
 */
export interface Capacity {
  role: OwnerRole;
  /** The holder of the role who delegated it. */
  onBehalfOf?: string;
  delegationId?: string;
}

/**
 * What a person is to an entity, as the server found out from the catalog, the
 * configuration and the delegations.
 *
 * @public
 */
export interface SignerStanding {
  /** A person who is in the catalog, and no service in a person's name. */
  isPerson: boolean;
  userRef: string;
  /** The person's own roles first. */
  capacities: Capacity[];
  /** In the owning team, or in the configured reviewer group. */
  mayReview: boolean;
  mayEdit: boolean;
}

/** An SLO with all that decisions about it look at. @public */
export interface SloCase {
  policy: SignaturePolicy;
  owners: ResolvedOwner[];
  versions: VersionFact[];
  signatures: SignatureFact[];
  standing: SloStanding;
}

/** What a person last said about a content. @public */
export interface Word {
  /** Agreeing and reviewing stand side by side; all else replaces. */
  said: Set<SignatureMeaning>;
  /** The roles in which the person agreed, or another in the person's name. */
  approvedAs: Set<SignerRole>;
}

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
  const isOwner = signer.capacities.length > 0;
  const belongs = isOwner || signer.mayReview;
  const disputes = said.has('dispute');
  if (isOwner && mayRenew(slo)) decisions.push('approve');
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
  if (isOwner) decisions.push('reject');
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
  return signer.capacities.length > 0 || (inForce === null && signer.mayEdit);
}

/** Whether the content names who answers for the entity today. @public */
export function ownerIsCurrent(
  owners: ResolvedOwner[],
  version: Pick<VersionFact, 'accountableOwner'>,
): boolean {
  const { accountableOwner } = version;
  return owners.some(
    one =>
      !one.vacant &&
      one.userRef === accountableOwner?.userRef &&
      one.role === accountableOwner.role,
  );
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

/**
 * What a person last said about a version. An agreement counts for its content
 * until another content is agreed on; a refusal is about the version.
 *
 * @public
 */
export function wordOf(userRef: string, slo: SloCase, version: number): Word {
  const own = slo.standing.counted(version).filter(isBy(userRef));
  const disputed = slo.standing.disputes.some(one => one.signerRef === userRef);
  const last = slo.signatures
    .filter(one => one.version === version && isBy(userRef)(one))
    .pop();
  const isWord =
    last?.meaning === 'reject' ||
    last?.meaning === 'request-changes' ||
    last?.meaning === 'overturn' ||
    last?.meaning === 'acknowledge';
  return {
    said: new Set<SignatureMeaning>([
      ...own.map(one => one.meaning),
      ...(isWord ? [last.meaning] : []),
      ...(disputed && slo.standing.inForce === version
        ? (['dispute'] as const)
        : []),
    ]),
    approvedAs: new Set(
      own.filter(one => one.meaning === 'approve').map(one => one.role),
    ),
  };
}

function hasRefused({ said }: Word): boolean {
  return (
    said.has('reject') || said.has('request-changes') || said.has('overturn')
  );
}

function holds(signer: SignerStanding, role: OwnerRole): boolean {
  return signer.capacities.some(one => one.role === role);
}

/**
 * The capacity in which a person agrees next; undefined when there is none
 * left. Where every owner has to agree, who holds two roles agrees in each.
 */
function approvingCapacity(
  signer: SignerStanding,
  policy: SignaturePolicy,
  approvedAs: ReadonlySet<string>,
): Capacity | undefined {
  if (policy.approval !== 'all' && approvedAs.size > 0) return undefined;
  return signer.capacities.find(
    one => policy.roles.includes(one.role) && !approvedAs.has(one.role),
  );
}

/** In which role, and for whom, something is said. @public */
export type SpokenAs = Omit<Capacity, 'role'> & { role: SignerRole };

/**
 * The capacity in which a person says something about a version.
 *
 * @public
 */
export function spokenAs(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
  meaning: SignatureMeaning,
): SpokenAs {
  const { approvedAs } = wordOf(signer.userRef, slo, version);
  const { capacities } = signer;
  const among = (role: string) => capacities.find(one => one.role === role);
  if (meaning === 'technical-review') return { role: 'technical-reviewer' };
  if (meaning === 'approve') {
    const next = approvingCapacity(signer, slo.policy, approvedAs);
    if (next) return next;
  }
  if (meaning === 'uphold' || meaning === 'overturn') {
    const cto = among('cto');
    if (cto) return cto;
  }
  // A renewal is given in the role of the first agreement.
  const [first] = approvedAs;
  const held = (first && among(first)) || capacities[0];
  if (held) return held;
  return { role: signer.mayReview ? 'technical-reviewer' : 'team-member' };
}

/** What becomes of something that a person wants to say. @public */
export type SignatureVerdict =
  | { outcome: 'unknown-version' | 'changed' | 'repeated' | 'refused' }
  | { outcome: 'taken'; as: SpokenAs };

/**
 * Judges a signature that somebody wants to give: whether the version exists,
 * is still the one that was read, was not said before, and is this person's to
 * decide.
 *
 * @param input.contentDigest - of the content that the signer read
 * @public
 */
export function judgeSignature(
  signer: SignerStanding,
  slo: SloCase,
  input: { version: number; contentDigest: string; meaning: SignatureMeaning },
): SignatureVerdict {
  const { version, contentDigest, meaning } = input;
  const record = slo.versions.find(one => one.version === version);
  if (!record) return { outcome: 'unknown-version' };
  const isCurrent =
    version === newestOf(slo).version ||
    version === slo.standing.inForce ||
    version === slo.standing.retired?.version;
  if (record.contentDigest !== contentDigest || !isCurrent) {
    return { outcome: 'changed' };
  }
  if (saysNothingNew(signer, slo, version, meaning)) {
    return { outcome: 'repeated' };
  }
  return decisionsOn(signer, slo, version).includes(meaning)
    ? { outcome: 'taken', as: spokenAs(signer, slo, version, meaning) }
    : { outcome: 'refused' };
}

/** A second click says nothing new. */
function saysNothingNew(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
  meaning: SignatureMeaning,
): boolean {
  const { retired } = slo.standing;
  if (retired) {
    return meaning === 'retire' && retired.signerRef === signer.userRef;
  }
  const last = slo.signatures
    .filter(one => one.version === version && one.signerRef === signer.userRef)
    .pop();
  if (meaning === 'uphold' || meaning === 'overturn') {
    const isOpen = slo.standing.disputes.length > 0;
    return !isOpen && last?.meaning === meaning;
  }
  const { said, approvedAs } = wordOf(signer.userRef, slo, version);
  if (meaning === 'withdraw') {
    return said.size === 0 && last?.meaning === 'withdraw';
  }
  if (!said.has(meaning)) return false;
  if (meaning !== 'approve') return true;
  const renews =
    slo.standing.versions.get(version) === 'in_force' &&
    decisionsOn(signer, slo, version).includes('approve');
  return !renews && !approvingCapacity(signer, slo.policy, approvedAs);
}

function newestOf(slo: SloCase): VersionFact {
  return slo.versions[slo.versions.length - 1];
}

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
  /** In which the person decides. */
  role: OwnerRole;
  /** The holder of the role who delegated it. */
  onBehalfOf?: string;
  /** Of the delegation; absent for the holder. */
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
  /** Canonical reference. */
  userRef: string;
  /** The person's own roles first. */
  capacities: Capacity[];
  /** In the owning team, or in the configured reviewer group. */
  mayReview: boolean;
  /** Whether the entity's SLOs are theirs to write, as a member of the team. */
  mayEdit: boolean;
}

/**
 * A signed document, an SLO or an error-budget policy, with all that decisions
 * about it look at.
 *
 * @public
 */
export interface SloCase {
  /** Which signatures it needs. */
  policy: SignaturePolicy;
  /** Who holds the roles now. */
  owners: ResolvedOwner[];
  /** Oldest first. */
  versions: VersionFact[];
  /** In the order in which they were given. */
  signatures: SignatureFact[];
  /** Where it stands at the moment of the decision. */
  standing: SloStanding;
}

/** What a person last said about a content. @public */
export interface Word {
  /** Agreeing and reviewing stand side by side; all else replaces. */
  said: Set<SignatureMeaning>;
  /** The roles in which the person agreed, or another in the person's name. */
  approvedAs: Set<SignerRole>;
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

/**
 * The roles in which a person signs a document: those that its policy names.
 * Who holds another one is heard, but does not decide.
 *
 * @public
 */
export function signingCapacities(
  signer: SignerStanding,
  policy: SignaturePolicy,
): Capacity[] {
  return signer.capacities.filter(one => policy.roles.includes(one.role));
}

/**
 * The capacity in which a person agrees next; undefined when there is none
 * left. Where every owner has to agree, who holds two roles agrees in each.
 */
export function approvingCapacity(
  signer: SignerStanding,
  policy: SignaturePolicy,
  approvedAs: ReadonlySet<string>,
): Capacity | undefined {
  if (policy.approval !== 'all' && approvedAs.size > 0) return undefined;
  return signingCapacities(signer, policy).find(
    one => !approvedAs.has(one.role),
  );
}

/** The newest version. */
export function newestOf(slo: SloCase): VersionFact {
  return slo.versions[slo.versions.length - 1];
}

import { ResolvedOwner } from './owners';
import { Capacity } from './signer';

/** Longest time that a delegation holds without being renewed. @public */
export const LONGEST_DELEGATION_MILLISECONDS = 180 * 24 * 60 * 60 * 1000;

/** How long before its end the delegator is reminded. @public */
export const DELEGATION_NOTICE_MILLISECONDS = 14 * 24 * 60 * 60 * 1000;

/** A delegation as far as deciding looks at it. @public */
export interface DelegationFact {
  /** The UUID by which the API knows it. */
  publicId: string;
  /** Who is away; canonical. */
  delegatorRef: string;
  /** Who decides meanwhile; canonical. */
  delegateRef: string;
  /** An entity with all that belongs to it; null for everything. */
  scopeRef: string | null;
  /** Milliseconds since the epoch. */
  validUntil: number;
  /** Milliseconds since the epoch; null: it was not taken back. */
  revokedAt: number | null;
}

/** Where an entity stands, as far as a delegation's scope looks at it. @public */
export interface DelegationPlace {
  /** Canonical reference of the entity. */
  ref: string;
  /** That it is part of; absent: of none. */
  systemRef?: string;
  /** Of its System; absent: of none. */
  domainRef?: string;
}

/**
 * Whether a delegation holds for an entity at a moment.
 *
 * @param at - milliseconds since the epoch
 * @public
 */
export function delegationHolds(
  delegation: DelegationFact,
  place: DelegationPlace,
  at: number,
): boolean {
  const { scopeRef, validUntil, revokedAt } = delegation;
  const { ref, systemRef, domainRef } = place;
  const inScope =
    scopeRef === null || [ref, systemRef, domainRef].includes(scopeRef);
  return inScope && revokedAt === null && at < validUntil;
}

/**
 * The roles of a person, the own ones first, and then those that their holders
 * delegated. A role that was delegated is not held, so nobody can pass it on;
 * and it ends when its holder no longer has it.
 *
 * @param delegations - those that hold
 * @public
 */
export function capacitiesOf(
  userRef: string,
  owners: ResolvedOwner[],
  delegations: DelegationFact[],
): Capacity[] {
  const present = owners.filter(one => !one.vacant);
  const rolesOf = (ref: string) =>
    present.filter(one => one.userRef === ref).map(one => one.role);
  const delegated = delegations
    .filter(one => one.delegateRef === userRef)
    .flatMap(({ delegatorRef, publicId }) =>
      rolesOf(delegatorRef).map(role => ({
        role,
        onBehalfOf: delegatorRef,
        delegationId: publicId,
      })),
    );
  return [...rolesOf(userRef).map(role => ({ role })), ...delegated];
}

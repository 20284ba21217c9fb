import {
  AssessedItem,
  Capability,
  CapabilityReason,
  checklistAcceptPermission,
  checklistAttestPermission,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller } from '../access';
import { DirectoryEntity } from '../directory';

/** Nothing speaks against it. */
export const YES: Capability = { allowed: true, reason: null };

/** What the permission policy says of somebody and an entity. */
export interface Permitted {
  mayAttest: boolean;
  mayAccept: boolean;
}

/** What the caller is to an entity, and what the permission policy says. */
export interface Standing extends Permitted {
  caller: Caller;
  isOwner: boolean;
  hasOwner: boolean;
  /** A Group answers for the entities below it, and is asked for nothing. */
  forOthers: boolean;
}

/** Asks the permission policy; only people may do anything. */
export async function permittedTo(
  access: Access,
  caller: Caller,
  entityRef: string,
): Promise<Permitted> {
  if (caller.kind !== 'user') return { mayAttest: false, mayAccept: false };
  const [[mayAttest], [mayAccept]] = await Promise.all(
    [checklistAttestPermission, checklistAcceptPermission].map(permission =>
      access.isAllowed(caller, permission, [entityRef]),
    ),
  );
  return { mayAttest, mayAccept };
}

/** Finds out what the caller is to an entity. */
export async function standingOf(
  access: Access,
  caller: Caller,
  entity: DirectoryEntity,
): Promise<Standing> {
  return {
    caller,
    hasOwner: entity.ownerExists,
    forOthers: entity.kind === 'group',
    isOwner: entity.ownerExists && access.ownsEntity(caller, entity.ownerRefs),
    ...(await permittedTo(access, caller, entity.ref)),
  };
}

/** Whether the caller may have the facts of the entity read again. */
export function evaluateCapability(standing: Standing): Capability {
  const { caller, isOwner, mayAttest } = standing;
  if (caller.kind !== 'user') return YES;
  if (!mayAttest) return no('not_permitted');
  return isOwner || caller.isAdmin ? YES : no('not_an_owner');
}

/** Whether the caller may answer an item. */
export function attestCapability(
  standing: Standing,
  { item, standing: { state } }: AssessedItem,
): Capability {
  const { caller, hasOwner, isOwner } = standing;
  if (caller.kind !== 'user') return no('not_a_person');
  if (item.kind === 'automatic') return no('automatic');
  if (state === 'upcoming') return no('upcoming');
  if (!standing.mayAttest) return no('not_permitted');
  if (!hasOwner) return caller.isAdmin ? YES : no('no_owner');
  return isOwner ? YES : no('not_an_owner');
}

/**
 * Whether the caller may accept or return the answer that waits.
 *
 * @param reviewerRef - the Group that is configured to decide; null: another
 *   member of the owning team, or an administrator
 */
export function acceptCapability(
  standing: Standing,
  record: ItemRecord,
  reviewerRef: string | null,
): Capability {
  const { caller } = standing;
  if (caller.kind !== 'user' || caller.onBehalfOf) return no('not_a_person');
  if (record.answer?.decision !== 'waiting') return no('nothing_waits');
  if (record.answer.by.ref === caller.userRef) return no('own_answer');
  if (!standing.mayAccept) return no('not_permitted');
  return isReviewer(standing, reviewerRef) ? YES : no('not_a_reviewer');
}

/**
 * Whether the caller decides on what the team writes: as a member of the
 * configured Group, else as another member of the team or an administrator.
 */
export function isReviewer(
  { caller, isOwner }: Standing,
  reviewerRef: string | null,
): boolean {
  return reviewerRef === null
    ? isOwner || caller.isAdmin
    : caller.principals.includes(reviewerRef);
}

/** It is refused, for a reason. */
export function no(reason: CapabilityReason): Capability {
  return { allowed: false, reason };
}

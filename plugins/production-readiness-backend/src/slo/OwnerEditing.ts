import {
  ownerAnnotation,
  OwnerRole,
  OwnerView,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { entityChain } from '../journal';
import { EntitySlos } from './EntitySlos';
import { findHeirs, saveOwner } from './SloStore';
import { noteOwnerSet } from './OwnerHistory';
import { toOwnerViews } from './ownerViews';
import { requireRole } from './sloContent';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithOwners,
  SloWriteDeps,
} from './writing';

/** Names product owners, CTOs and holders of further roles. */
export class OwnerEditing {
  constructor(private readonly deps: SloWriteDeps) {}

  /**
   * Names the holder of a role for an entity, or nobody. What belongs to a
   * System or Domain takes the name over, unless it has one of its own.
   */
  async set(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
    role: OwnerRole,
    userRef: string | null,
    expected: number,
  ): Promise<{ body: OwnerView; version: number }> {
    const { access, contexts, database, evaluation, journal } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    await authorizeEdit(access, caller, entity);
    requireKindWithOwners(entity);
    return database.transaction(async tx => {
      const { context, standing } = await contexts.read(
        tx,
        caller,
        entity,
        userRef ? [userRef] : [],
      );
      requireEditor(standing, entity);
      requireRole(context.owners, role, 'path.role');
      requireSettable(context, role);
      if (userRef) requireUser(context, userRef);
      const at = context.now;
      const named = { entityId: entity.id, role, userRef };
      const by = { userRef: standing.userRef, at };
      const saved = await saveOwner(tx, named, expected, by);
      if (saved === undefined) throw outdated(context, role);
      await noteOwnerSet(tx, named, by);
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action: 'slo.owner_set',
        subject: { role, userRef },
        at,
      });
      await evaluation.reevaluate(tx, await findHeirs(tx, entity.ref), at);
      const after = await contexts.read(tx, caller, entity);
      return { body: viewOf(after.context, role), version: saved };
    });
  }
}

function viewOf(context: EntitySlos, role: OwnerRole): OwnerView {
  return toOwnerViews(context).find(one => one.role === role)!;
}

function requireSettable(context: EntitySlos, role: OwnerRole): void {
  if (viewOf(context, role).settable) return;
  throw ReadinessError.conflict(
    'OWNER_IN_ANNOTATION',
    `The catalog file of ${
      context.entity.ref
    } names this person in the annotation ${ownerAnnotation(
      role,
    )}, which comes first. Change it there.`,
    { field: 'path.role' },
  );
}

function requireUser(context: EntitySlos, userRef: string): void {
  if (context.people.has(userRef)) return;
  throw ReadinessError.badInput(
    'UNKNOWN_USER',
    `There is no ${userRef} in the catalog. Choose a person from the list.`,
    { field: 'body.userRef' },
  );
}

function outdated(context: EntitySlos, role: OwnerRole): ReadinessError {
  return ReadinessError.preconditionFailed(
    'OWNER_CHANGED',
    'Somebody else named a person here in the meantime. Look at who it is, then decide again.',
    { details: { current: viewOf(context, role) } },
  );
}

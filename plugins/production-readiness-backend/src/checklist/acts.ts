import { Permission } from '@backstage/plugin-permission-common';
import {
  AssessedItem,
  Capability,
  CapabilityReason,
  checklistAcceptPermission,
  checklistAttestPermission,
  EMPTY_RECORD,
  isWaived,
  ITEM_ACTS,
  ItemAct,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  acceptCapability,
  attestCapability,
  isReviewer,
  no,
  Standing,
  YES,
} from './capabilities';

/** An item of an entity as somebody wants to do something to it. */
export interface ActContext {
  standing: Standing;
  assessed: AssessedItem;
  record: ItemRecord;
  /** The Group that is configured to decide; null: a second person. */
  reviewerRef: string | null;
  now: number;
}

/** What somebody may do to an item, and by which permission. */
export interface ActRule {
  /** Undefined where it depends on what the caller is to the entity. */
  permission?: Permission;
  capability(context: ActContext): Capability;
}

/** The rules of everything that is done to an item. */
export const ACT_RULES: Record<ItemAct | 'attest' | 'accept', ActRule> = {
  attest: {
    permission: checklistAttestPermission,
    capability: ({ standing, assessed }) =>
      attestCapability(standing, assessed),
  },
  accept: {
    permission: checklistAcceptPermission,
    capability: ({ standing, record, reviewerRef }) =>
      acceptCapability(standing, record, reviewerRef),
  },
  withdraw: {
    permission: checklistAttestPermission,
    capability: context => {
      const asOwner = attestCapability(context.standing, context.assessed);
      if (!asOwner.allowed) return asOwner;
      return context.record.answer?.decision === 'waiting'
        ? YES
        : no('nothing_waits');
    },
  },
  request_waiver: {
    permission: checklistAttestPermission,
    capability: context =>
      context.standing.forOthers ? no('nothing_to_waive') : ownersOnly(context),
  },
  withdraw_request: {
    permission: checklistAttestPermission,
    capability: context => {
      const asOwner = ownersOnly(context);
      if (!asOwner.allowed) return asOwner;
      return context.record.waiverRequest ? YES : no('nothing_requested');
    },
  },
  decide_request: {
    permission: checklistAcceptPermission,
    capability: ({ standing, record, reviewerRef }) => {
      const { caller } = standing;
      const { waiverRequest } = record;
      if (caller.kind !== 'user' || caller.onBehalfOf) {
        return no('not_a_person');
      }
      if (waiverRequest?.decision !== 'waiting') return no('nothing_requested');
      if (waiverRequest.requestedBy.ref === caller.userRef) {
        return no('own_request');
      }
      if (!standing.mayAccept) return no('not_permitted');
      return isReviewer(standing, reviewerRef) ? YES : no('not_a_reviewer');
    },
  },
  revoke_waiver: {
    // The team gives it up, or whoever may grant it takes it back.
    capability: context => {
      const { standing, record, reviewerRef, now } = context;
      const { caller } = standing;
      if (caller.kind !== 'user' || caller.onBehalfOf) {
        return no('not_a_person');
      }
      if (!isWaived(record.waiver, now)) return no('nothing_waived');
      const asOwner = ownersOnly(context);
      if (asOwner.allowed) return YES;
      return standing.mayAccept && isReviewer(standing, reviewerRef)
        ? YES
        : asOwner;
    },
  },
  take_over: {
    permission: checklistAttestPermission,
    capability: context => {
      const asOwner = attestCapability(context.standing, context.assessed);
      if (!asOwner.allowed) return asOwner;
      const { answer, acceptance, inherited } = context.record;
      return inherited && (answer || acceptance)
        ? YES
        : no('nothing_to_take_over');
    },
  },
};

/** What the caller may do beside answering and deciding on an answer. */
export function actsOf(context: ActContext): ItemAct[] {
  return ITEM_ACTS.filter(act => ACT_RULES[act].capability(context).allowed);
}

/**
 * Whether what is refused depends on the version: of that, the version speaks
 * first, so that whoever comes late learns what happened meanwhile.
 */
export function dependsOnVersion(reason: CapabilityReason | null): boolean {
  return (
    reason !== null &&
    [
      'nothing_waits',
      'own_answer',
      'nothing_requested',
      'own_request',
      'nothing_waived',
      'nothing_to_take_over',
    ].includes(reason)
  );
}

/** The record of an item that may have no row. */
export function recordOf(
  records: ReadonlyMap<string, ItemRecord>,
  itemId: string,
): ItemRecord {
  return records.get(itemId) ?? EMPTY_RECORD;
}

/** Also automatic items can be excused, so the kind does not matter. */
function ownersOnly({ standing, assessed }: ActContext): Capability {
  const { caller, hasOwner, isOwner } = standing;
  if (caller.kind !== 'user' || caller.onBehalfOf) return no('not_a_person');
  if (assessed.standing.state === 'upcoming') return no('upcoming');
  if (!standing.mayAttest) return no('not_permitted');
  if (!hasOwner) return caller.isAdmin ? YES : no('no_owner');
  return isOwner ? YES : no('not_an_owner');
}

import {
  CapabilityReason,
  ChecklistItem,
  Evidence,
  isBareConfirmation,
  ItemRecord,
  ItemView,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';

/** What a refusal is about. */
export interface RefusalSubject {
  /** Undefined when it is about the entity as a whole. */
  itemId?: string;
  entityRef: string;
  ownerRef?: string;
  reviewerRef: string | null;
}

/** The error that says why somebody may not do something to an item. */
export function refusal(
  reason: CapabilityReason,
  { itemId, entityRef, ownerRef, reviewerRef }: RefusalSubject,
): ReadinessError {
  switch (reason) {
    case 'automatic':
      return ReadinessError.conflict(
        'ITEM_IS_AUTOMATIC',
        `${itemId} is computed from facts and takes no answer. Change what the facts say, or evaluate ${entityRef} again.`,
        { field: 'path.itemId' },
      );
    case 'upcoming':
      return ReadinessError.conflict(
        'ITEM_IS_UPCOMING',
        `${itemId} is not asked for yet. Answer it from the day on that the checklist names.`,
        { field: 'path.itemId' },
      );
    case 'nothing_waits':
      return ReadinessError.conflict(
        'NOTHING_WAITS',
        `No answer to ${itemId} of ${entityRef} waits for a decision. Load the entity again to see what became of it.`,
        { field: 'path.itemId' },
      );
    case 'own_answer':
      return ReadinessError.notAllowed(
        'OWN_ANSWER',
        `You answered ${itemId} yourself, so somebody else has to decide: ${whoDecides(
          reviewerRef,
        )}.`,
      );
    case 'not_a_reviewer':
      return ReadinessError.notAllowed(
        'NOT_A_REVIEWER',
        `You may not decide on ${itemId} of ${entityRef}. It waits for ${whoDecides(
          reviewerRef,
        )}.`,
      );
    case 'own_request':
      return ReadinessError.notAllowed(
        'OWN_REQUEST',
        `You asked for this yourself, so somebody else has to decide: ${whoDecides(
          reviewerRef,
        )}.`,
      );
    case 'nothing_requested':
      return ReadinessError.conflict(
        'NOTHING_REQUESTED',
        `No request about ${itemId} of ${entityRef} waits. Load the entity again to see what became of it.`,
        { field: 'path.itemId' },
      );
    case 'nothing_waived':
      return ReadinessError.conflict(
        'NOTHING_WAIVED',
        `${itemId} of ${entityRef} is neither exempt nor agreed not to concern it, so there is nothing to revoke.`,
        { field: 'path.itemId' },
      );
    case 'nothing_to_waive':
      return ReadinessError.conflict(
        'NOTHING_TO_WAIVE',
        `${itemId} is answered at ${entityRef} for the entities below it and is not asked of it, so there is nothing to excuse it from. Ask for the entity that it is asked of.`,
        { field: 'path.itemId' },
      );
    case 'nothing_to_take_over':
      return ReadinessError.conflict(
        'NOTHING_TO_TAKE_OVER',
        `${itemId} of ${entityRef} has no own answer that one of its System, its Domain or the Group at the top could stand in for.`,
        { field: 'path.itemId' },
      );
    case 'not_an_owner':
      return ReadinessError.notAllowed(
        'NOT_AN_OWNER',
        `Only its owners answer for ${entityRef}. Ask ${
          ownerRef ?? 'its owner'
        }, or become a member.`,
      );
    case 'no_owner':
      return ReadinessError.notAllowed(
        'NO_OWNER',
        `The catalog has no owner for ${entityRef}, so only administrators answer for it. Give it a Group as its owner in catalog-info.yaml.`,
      );
    case 'not_a_person':
      return ReadinessError.notAllowed(
        'PERSON_REQUIRED',
        'Only a person may do this, signed in as themselves.',
      );
    default:
      return ReadinessError.notAllowed(
        'NOT_ALLOWED',
        `You may not do this on ${entityRef}: the permission policy does not give it to you. Ask your Backstage administrators.`,
      );
  }
}

function whoDecides(reviewerRef: string | null): string {
  return (
    reviewerRef ?? 'another member of the owning team, or an administrator'
  );
}

/**
 * What can block a release is shown anew each time, with a date.
 *
 * @throws ReadinessError 400 EVIDENCE_WITHOUT_DATE
 */
export function refuseBareConfirmation(
  item: Pick<ChecklistItem, 'id' | 'weight'>,
  record: ItemRecord,
  evidence: Evidence,
): void {
  if (!isBareConfirmation(item, record, evidence)) return;
  throw ReadinessError.badInput(
    'EVIDENCE_WITHOUT_DATE',
    `${item.id} can block a release, so answering it again takes more than a confirmation: say on which day it was last done or checked, for example 2026-11-03, or link to something newer.`,
    { field: 'body.evidence' },
  );
}

/** Somebody else changed the item meanwhile: the answer holds both texts. */
export function staleVersion(
  edit: { itemId: string; version: number },
  current: ItemView,
): ReadinessError {
  return ReadinessError.preconditionFailed(
    'ITEM_CHANGED',
    `${edit.itemId} was changed by somebody else: you edited version ${edit.version}, and it is at version ${current.version} now. Compare both and save again; your text is not lost.`,
    { field: 'header.If-Match', details: { current } },
  );
}

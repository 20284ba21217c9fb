import { evaluateCheck } from './checks';
import type { ChecklistDocument, Tier } from './document';
import type { FactDocument } from './factDocument';
import { isDeprecated } from './tier';

/** What of an entity decides which items concern it. @public */
export interface ApplicabilitySubject {
  /** How critical it is. */
  tier: Tier;
  /** `spec.lifecycle` */
  lifecycle?: string;
  /** `spec.type` */
  type?: string;
}

/** An item that concerns an entity. @public */
export interface ApplicableItem {
  /** Such as `OWN-1`. */
  itemId: string;
  /** Whether its tier asks for it; else it is optional. */
  required: boolean;
}

/**
 * The items of a checklist that concern an entity, in the checklist's order.
 *
 * A deprecated entity is asked for exactly the items that the checklist names
 * for that, whatever its tier. Else the type may narrow the checklist, and an
 * item's own condition leaves it out. Where a condition can't be decided, the
 * item stays as it was, so that an outage changes nobody's list.
 *
 * @param before - ids of the items that concerned it until now
 * @public
 */
export function applicableItems(
  document: ChecklistDocument,
  subject: ApplicabilitySubject,
  facts: FactDocument,
  before: ReadonlySet<string> = new Set(),
): ApplicableItem[] {
  const exactly = document.only.deprecated;
  if (exactly && isDeprecated(subject.lifecycle)) {
    return document.items
      .filter(item => exactly.includes(item.id))
      .map(item => ({ itemId: item.id, required: true }));
  }
  const ofType = itemsOfType(document, subject.type);
  return document.items
    .filter(item => !ofType || ofType.includes(item.id))
    .filter(item => {
      if (item.appliesTo === undefined) return true;
      const result = evaluateCheck(item.appliesTo, facts);
      return result === 'unread' ? before.has(item.id) : result === 'passed';
    })
    .map(item => ({
      itemId: item.id,
      required: item.tiers.includes(subject.tier),
    }));
}

function itemsOfType(
  document: ChecklistDocument,
  type: string | undefined,
): string[] | undefined {
  const wanted = type?.trim().toLocaleLowerCase('en-US');
  return Object.entries(document.only.types).find(
    ([name]) => name.toLocaleLowerCase('en-US') === wanted,
  )?.[1];
}

/**
 * The checklist of an entity: the first one that is for it.
 *
 * @public
 */
export function primaryChecklist<
  T extends { document: Pick<ChecklistDocument, 'appliesTo'> },
>(checklists: readonly T[], facts: FactDocument): T | undefined {
  return checklists.find(
    ({ document }) =>
      document.appliesTo === undefined ||
      evaluateCheck(document.appliesTo, facts) === 'passed',
  );
}

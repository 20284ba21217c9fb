import type { ApplicableItem } from './applicability';
import { readsFact } from './checks';
import type { ChecklistDocument, ChecklistItem } from './document';
import type { ItemRecord } from './record';
import { deriveStanding, ItemStanding, StateTiming } from './states';

/**
 * Who has to do something for an item to count.
 *
 * - `team`: the owners have to answer or to mend something
 * - `reviewer`: somebody has to decide on an answer
 * - `slo-owner`: the product owner or the CTO has to sign
 * - `nobody`: it counts, or it does not have to
 *
 * @public
 */
export const MOVES = ['team', 'reviewer', 'slo-owner', 'nobody'] as const;

/** One of {@link MOVES}. @public */
export type Move = (typeof MOVES)[number];

/** An item with where it stands for one entity. @public */
export interface AssessedItem {
  /** As the checklist defines it. */
  item: ChecklistItem;
  /** Where it stands at the moment of the assessment. */
  standing: ItemStanding;
  /** Whether it counts towards score and level. */
  required: boolean;
  /** Whose turn it is. */
  move: Move;
}

/** What an assessment is made from. @public */
export interface AssessmentInput {
  /** The version of the checklist that counts for the entity. */
  document: ChecklistDocument;
  /** The items that concern the entity. */
  applicable: readonly ApplicableItem[];
  /** By item id; items without a row are left out. */
  records: ReadonlyMap<string, ItemRecord>;
  /** SLOs of the entity that wait for a signature. */
  slosWaiting: number;
  /** Milliseconds since the epoch. */
  now: number;
  /** How long before an end it is due; see {@link DEFAULT_TIMING}. */
  timing?: StateTiming;
}

/**
 * Says of every item that concerns an entity where it stands at a moment.
 *
 * @public
 */
export function assess(input: AssessmentInput): AssessedItem[] {
  const { document, applicable, records, now, timing } = input;
  const byId = new Map(document.items.map(item => [item.id, item]));
  return applicable.flatMap(({ itemId, required }) => {
    const item = byId.get(itemId);
    if (item === undefined) return [];
    const standing = deriveStanding(item, records.get(itemId), now, timing);
    return [
      {
        item,
        standing,
        required: required && isAskedFor(standing),
        move: moveOf(item, standing, input.slosWaiting),
      },
    ];
  });
}

function isAskedFor(standing: ItemStanding): boolean {
  return standing.state !== 'upcoming' && standing.state !== 'not_applicable';
}

function moveOf(
  item: ChecklistItem,
  standing: ItemStanding,
  slosWaiting: number,
): Move {
  if (!isAskedFor(standing) || standing.state === 'exempt') return 'nobody';
  if (standing.requested && !standing.satisfied) return 'reviewer';
  if (standing.waiting) {
    // A failing precondition is for the team to mend, whoever decides.
    return standing.state === 'failed' || standing.state === 'regressed'
      ? 'team'
      : 'reviewer';
  }
  if (standing.satisfied) {
    return standing.due || standing.state === 'returned' ? 'team' : 'nobody';
  }
  const asksForSignature = readsFact(
    item.check,
    'slo.requiredSignaturesPresent',
  );
  return asksForSignature && slosWaiting > 0 ? 'slo-owner' : 'team';
}

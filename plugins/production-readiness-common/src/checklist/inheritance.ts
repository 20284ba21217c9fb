import type { ChecklistItem } from './document';
import type { InheritedAnswer, ItemRecord } from './record';

/**
 * The kinds of entities that answer for others: a System for its parts, a
 * Domain for its Systems, and the Group at the top for everything its teams own.
 *
 * @public
 */
export const ANSWER_SOURCES = ['system', 'domain', 'group'] as const;

/** One of {@link ANSWER_SOURCES}. @public */
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** An entity above another one, with what is stored of its items. @public */
export interface Ancestor {
  /** Canonical reference; its kind says which items may come from it. */
  ref: string;
  /** By item id; items without a row are left out. */
  records: ReadonlyMap<string, ItemRecord>;
}

/**
 * Walks upward from an entity. Each ancestor is named once: a way that comes
 * back to where it was ends there, so that nothing answers for itself.
 *
 * @param parentOf - the next one up; undefined at the top
 * @returns the nearest first, without the entity itself
 * @public
 */
export function ancestryOf(
  ref: string,
  parentOf: (ref: string) => string | undefined,
): string[] {
  const found: string[] = [];
  for (
    let next = parentOf(ref);
    next !== undefined && next !== ref && !found.includes(next);
    next = parentOf(next)
  ) {
    found.push(next);
  }
  return found;
}

/**
 * The accepted answers that an entity may take over, by item id: of each item
 * that of the nearest ancestor that has one, also when it has expired there.
 * An answer that waits or came back is none yet. Automatic items are computed
 * for each entity and come from nobody.
 *
 * @param ancestors - the nearest first
 * @public
 */
export function inheritedAnswers(
  items: readonly Pick<ChecklistItem, 'id' | 'kind' | 'inheritable'>[],
  ancestors: readonly Ancestor[],
): Map<string, InheritedAnswer> {
  const found = new Map<string, InheritedAnswer>();
  for (const { id, kind, inheritable } of items) {
    if (kind === 'automatic' || inheritable === undefined) continue;
    for (const { ref, records } of ancestors) {
      const source = ref.slice(0, ref.indexOf(':')) as AnswerSource;
      const acceptance = records.get(id)?.acceptance;
      if (acceptance === undefined || !inheritable.includes(source)) continue;
      found.set(id, { ref, acceptance });
      break;
    }
  }
  return found;
}

/**
 * A record with what it takes over. Its own accepted answer comes first; an
 * own answer that waits or came back leaves what is taken over counting.
 *
 * @public
 */
export function withInherited(
  record: ItemRecord,
  inherited: InheritedAnswer | undefined,
): ItemRecord {
  return inherited === undefined ? record : { ...record, inherited };
}

/**
 * The acceptance that counts: the own one, else the one that is taken over.
 *
 * @public
 */
export function countingAcceptance(record: ItemRecord) {
  return record.acceptance ?? record.inherited?.acceptance;
}

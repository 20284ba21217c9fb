import type { ChecklistLevel, Phase } from './document';

/** The level of an entity that has not reached the first one. @public */
export const NO_LEVEL = 'none';

/** What of an item the level depends on. @public */
export interface LevelledItem {
  /** Of the item, the phase in which it is asked for first. */
  item: { phase: Phase };
  /** Optional items hold no level back. */
  required: boolean;
  /** Of its standing, whether it counts as done. */
  standing: { satisfied: boolean };
}

/** A level, and its place among the levels: 0 is none. @public */
export interface ReachedLevel {
  /** As the checklist names it, or the name of no level. */
  id: string;
  /** From 1, the lowest; 0: none is reached. */
  rank: number;
}

/**
 * The highest level of which every required item counts, without a gap below
 * it. Where nothing at all is required there is nothing to reach.
 *
 * @param levels - from the lowest to the highest
 * @public
 */
export function levelOf(
  levels: readonly Pick<ChecklistLevel, 'id' | 'phases'>[],
  items: readonly LevelledItem[],
): ReachedLevel {
  const required = items.filter(item => item.required);
  const reached: ReachedLevel = { id: NO_LEVEL, rank: 0 };
  if (required.length === 0) return reached;
  for (const level of levels) {
    const holds = required
      .filter(({ item }) => level.phases.includes(item.phase))
      .every(({ standing }) => standing.satisfied);
    if (!holds) break;
    reached.id = level.id;
    reached.rank += 1;
  }
  return reached;
}

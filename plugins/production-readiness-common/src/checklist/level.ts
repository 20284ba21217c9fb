import type { ChecklistLevel, Phase } from './document';

/** The level of an entity that has not reached the first one. @public */
export const NO_LEVEL = 'none';

/** What of an item the level depends on. @public */
export interface LevelledItem {
  item: { phase: Phase };
  required: boolean;
  standing: { satisfied: boolean };
}

/** A level, and its place among the levels: 0 is none. @public */
export interface ReachedLevel {
  id: string;
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

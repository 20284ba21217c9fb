import type { ChecklistItem, ChecklistLevel, Phase } from './document';
import { LevelledItem, levelOf } from './level';
import type { StepAction } from './nextStep';
import { ScoredItem, scoreOf } from './score';

/**
 * About how long a step takes its team: a few minutes, or an hour and more. Our
 * own rule of thumb, told as one.
 *
 * @public
 */
export const EFFORTS = ['minutes', 'hours'] as const;

/** One of {@link EFFORTS}. @public */
export type Effort = (typeof EFFORTS)[number];

/**
 * About how long a step takes; undefined where others have to act.
 *
 * Confirming again, adding what was asked for and looking at why a fact can't
 * be read take minutes. So does mending what only the catalog says: a link or
 * an annotation in `catalog-info.yaml`. An answer with evidence, and whatever
 * the SLOs or the toil of a team have to show, take longer.
 *
 * @param item - `reads`: the facts that its check reads
 * @public
 */
export function effortOf(
  item: Pick<ChecklistItem, 'weight'> & { reads: readonly string[] },
  action: StepAction,
): Effort | undefined {
  switch (action) {
    case 'wait':
      return undefined;
    case 'check':
    case 'answer-again':
      return 'minutes';
    case 'reconfirm':
      // High weight takes new evidence with a date, not a bare confirmation.
      return item.weight === 'high' ? 'hours' : 'minutes';
    case 'fix':
      return item.reads.length > 0 &&
        item.reads.every(root => root === 'entity')
        ? 'minutes'
        : 'hours';
    default:
      return 'hours';
  }
}

/**
 * By how many tenths of a percent the score rises when one more item counts.
 *
 * @param items - all items of the entity
 * @param item - one of them
 * @returns 0 for an item that counts already or that is not required
 * @public
 */
export function scoreGain<T extends ScoredItem>(
  items: readonly T[],
  item: T,
): number {
  const before = scoreOf(items).score ?? 0;
  const after = scoreOf(
    items.map(one =>
      one === item
        ? { ...one, standing: { ...one.standing, satisfied: true } }
        : one,
    ),
  );
  return (after.score ?? 0) - before;
}

/** The level above, and what it takes. @public */
export interface NextLevel<T> {
  /** Its id. */
  level: string;
  /** The required items that don't count yet; never empty. */
  missing: T[];
}

/**
 * The level above the one that is reached, and the items that are missing for
 * it; undefined at the highest level, and where nothing is required.
 *
 * @param levels - from the lowest to the highest
 * @public
 */
export function nextLevelOf<T extends LevelledItem>(
  levels: readonly Pick<ChecklistLevel, 'id' | 'phases'>[],
  items: readonly T[],
): NextLevel<T> | undefined {
  const required = items.filter(item => item.required);
  if (required.length === 0) return undefined;
  const { rank } = levelOf(levels, items);
  const next = levels[rank];
  if (!next) return undefined;
  // A level holds only above those below it, so these are in place already.
  const phases: readonly Phase[] = next.phases;
  const missing = required.filter(
    ({ item, standing }) => phases.includes(item.phase) && !standing.satisfied,
  );
  return { level: next.id, missing };
}

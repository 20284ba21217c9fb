import {
  type ChecklistDefinition,
  type Effort,
  EFFORTS,
  effortOf,
  type NextLevel,
  nextLevelOf,
  type ReadinessView,
  scoreGain,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { WordedItem } from '../data/joinItems';

/** A step with what it costs and brings. @internal */
export interface Step {
  itemId: string;
  action: ReadinessView['nextSteps'][number]['action'];
  item: WordedItem;
  /** Undefined where others have to act. */
  effort: Effort | undefined;
  /** Tenths of a percent of the score. */
  gain: number;
}

/** The steps of an entity, in the order of the server. @internal */
export function stepsOf(
  readiness: ReadinessView,
  items: ReadonlyMap<string, WordedItem>,
): Step[] {
  const scored = new Map([...items].map(([id, item]) => [id, judged(item)]));
  const all = [...scored.values()];
  return readiness.nextSteps.flatMap(({ itemId, action }): Step[] => {
    const item = items.get(itemId);
    const own = scored.get(itemId);
    if (!item || !own) return [];
    return [
      {
        itemId,
        action,
        item,
        effort: effortOf(item.words, action),
        gain: scoreGain(all, own),
      },
    ];
  });
}

/**
 * The least effort first, and of equals what brings the most; what waits for
 * others last.
 *
 * @internal
 */
export function quickestFirst(steps: readonly Step[]): Step[] {
  const rank = ({ effort }: Step) =>
    effort === undefined ? EFFORTS.length : EFFORTS.indexOf(effort);
  return [...steps].sort(
    (one, other) => rank(one) - rank(other) || other.gain - one.gain,
  );
}

/** The level above, and its items that are missing. @internal */
export function levelAbove(
  checklist: ChecklistDefinition,
  items: ReadonlyMap<string, WordedItem>,
): NextLevel<WordedItem> | undefined {
  const next = nextLevelOf(
    checklist.levels,
    [...items.values()].map(item => ({ ...judged(item), worded: item })),
  );
  return (
    next && {
      level: next.level,
      missing: next.missing.map(({ worded }) => worded),
    }
  );
}

function judged({ view, words }: WordedItem) {
  return {
    item: words,
    required: view.required,
    standing: { satisfied: view.satisfied },
  };
}

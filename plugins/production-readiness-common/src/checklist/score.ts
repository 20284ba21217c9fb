import type { Weight } from './document';

/** How much an item counts. @public */
export const WEIGHT_POINTS: Record<Weight, number> = { high: 3, normal: 1 };

/** What of an item the score depends on. @public */
export interface ScoredItem {
  /** Of the item, what it weighs. */
  item: { weight: Weight };
  /** Optional items change no score. */
  required: boolean;
  /** Of its standing, whether it counts as done. */
  standing: { satisfied: boolean };
}

/** The count and the score of the required items. @public */
export interface Score {
  /** Number of required items. */
  required: number;
  /** Number of required items that count. */
  satisfied: number;
  /** Tenths of a percent, rounded down; null when nothing is required. */
  score: number | null;
}

/**
 * The weighted share of required items that count, in whole tenths of a
 * percent, rounded down: 1000 means all of them.
 *
 * @public
 */
export function scoreOf(items: readonly ScoredItem[]): Score {
  const required = items.filter(item => item.required);
  const satisfied = required.filter(item => item.standing.satisfied);
  const total = pointsOf(required);
  return {
    required: required.length,
    satisfied: satisfied.length,
    score:
      total === 0 ? null : Math.floor((1000 * pointsOf(satisfied)) / total),
  };
}

function pointsOf(items: readonly ScoredItem[]): number {
  return items.reduce((sum, { item }) => sum + WEIGHT_POINTS[item.weight], 0);
}

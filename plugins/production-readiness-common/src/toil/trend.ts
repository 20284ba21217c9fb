import { MinuteShare } from './ratios';
import { roundHalfUp } from './rounding';

/** Whether a ratio fell, stayed within two points, or rose. @public */
export type TrendDirection = 'improving' | 'flat' | 'worsening';

/**
 * How far a ratio moved since the quarter before.
 *
 * @public
 */
export interface ToilTrend {
  /** Percent points to 0.1; negative means less toil or less reactive work. */
  points: number;
  /** Whether it rose, fell or stayed. */
  direction: TrendDirection;
}

/** From this many tenths of a point on, a move is more than noise. */
const NOTABLE_TENTHS = 20;

/**
 * This quarter minus the one before, on unrounded values, then rounded to
 * 0.1 point.
 *
 * @returns `null` when either quarter has no data
 * @public
 */
export function toilTrend(
  previous: MinuteShare,
  current: MinuteShare,
): ToilTrend | null {
  if (previous.whole === 0 || current.whole === 0) {
    return null;
  }
  const before = { part: BigInt(previous.part), whole: BigInt(previous.whole) };
  const now = { part: BigInt(current.part), whole: BigInt(current.whole) };
  const moved = roundHalfUp(
    1000n * (now.part * before.whole - before.part * now.whole),
    now.whole * before.whole,
  );
  return { points: moved / 10, direction: directionOf(moved) };
}

function directionOf(tenths: number): TrendDirection {
  if (tenths <= -NOTABLE_TENTHS) {
    return 'improving';
  }
  return tenths >= NOTABLE_TENTHS ? 'worsening' : 'flat';
}

import { hasEnoughCoverage } from './coverage';
import { MinuteShare } from './ratios';
import { roundHalfUp } from './rounding';
import { QUARTER_WEEKS } from './week';

/**
 * How a ratio stands against its target. `action` is `over` in two quarters
 * in a row; `insufficient` means too few weeks are recorded for a verdict.
 *
 * @public
 */
export const TOIL_STATES = [
  'action',
  'over',
  'watch',
  'ok',
  'insufficient',
  'no_data',
] as const;

/** One of {@link TOIL_STATES}. @public */
export type ToilState = (typeof TOIL_STATES)[number];

/**
 * Target of both ratios, in percent, unless configured.
 *
 * @public
 */
export const DEFAULT_TARGET = 50;

/** From how many points below the target a ratio is watched. */
const WATCH_POINTS = 5;

/** Above this share of unsure minutes, in percent, the status says so. */
const UNSURE_HINT = 20;

/**
 * The share in tenths of a percent point, rounded half up: 1001 of 2000 is
 * 501 (50.1 %). With integers, because 50.05 is less than 50.05 in floats.
 *
 * @returns `null` when the whole is zero
 * @public
 */
export function tenthsOf(share: MinuteShare): number | null {
  if (share.whole === 0) {
    return null;
  }
  return roundHalfUp(1000n * BigInt(share.part), BigInt(share.whole));
}

/**
 * The percentage to 0.1 point, as it is shown and compared with the target.
 *
 * @public
 */
export function percentOf(share: MinuteShare): number | null {
  const value = tenthsOf(share);
  return value === null ? null : value / 10;
}

/**
 * How one quarter stands against the target, without regard to the quarter
 * before.
 *
 * @param recordedWeeks - weeks of the quarter that hold any record
 * @param target - in percent
 * @param weeks - how many weeks there are, where it is no quarter
 * @public
 */
export function quarterState(
  share: MinuteShare,
  recordedWeeks: number,
  target: number = DEFAULT_TARGET,
  weeks: number = QUARTER_WEEKS,
): Exclude<ToilState, 'action'> {
  const value = tenthsOf(share);
  if (value === null) {
    return 'no_data';
  }
  if (!hasEnoughCoverage(recordedWeeks, weeks)) {
    return 'insufficient';
  }
  const limit = Math.round(target * 10);
  if (value > limit) {
    return 'over';
  }
  return value >= limit - WATCH_POINTS * 10 ? 'watch' : 'ok';
}

/**
 * The state of this quarter, which is `action` when the one before was over
 * its target as well.
 *
 * @param target - in percent
 * @param before - what the quarter before was judged by: its target, and how
 *   many weeks both periods have. Two short ranges of weeks that are over make
 *   no `action`; only quarters do.
 * @public
 */
export function toilState(
  current: { share: MinuteShare; recordedWeeks: number },
  previous: { share: MinuteShare; recordedWeeks: number },
  target: number = DEFAULT_TARGET,
  before: { target?: number; weeks?: number } = {},
): ToilState {
  const { weeks = QUARTER_WEEKS } = before;
  const now = quarterState(current.share, current.recordedWeeks, target, weeks);
  if (now !== 'over' || weeks !== QUARTER_WEEKS) return now;
  const then = quarterState(
    previous.share,
    previous.recordedWeeks,
    before.target ?? target,
  );
  return then === 'over' ? 'action' : now;
}

/**
 * Whether so many minutes are unsorted that the ratio should be read with
 * care: more than 20 % of what was recorded.
 *
 * @public
 */
export function hasManyUnsure(share: MinuteShare): boolean {
  return share.part * 100 > share.whole * UNSURE_HINT;
}

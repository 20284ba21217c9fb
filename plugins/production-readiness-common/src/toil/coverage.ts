import { QUARTER_WEEKS } from './week';

/**
 * The part of a quarter's weeks that hold any record, 0 to 1.
 *
 * @public
 */
export function weekCoverage(
  recordedWeeks: number,
  weeks: number = QUARTER_WEEKS,
): number {
  return recordedWeeks / weeks;
}

/**
 * Whether enough weeks are recorded for a verdict: at least half of them.
 *
 * @public
 */
export function hasEnoughCoverage(
  recordedWeeks: number,
  weeks: number = QUARTER_WEEKS,
): boolean {
  return recordedWeeks * 2 >= weeks;
}

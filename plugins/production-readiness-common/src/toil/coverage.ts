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

/** Below this share of the capacity, in percent, the record is thin. */
const UNDER_RECORDED = 25;

/**
 * Whether so little of what the team can work is recorded that much may be
 * missing: a single short entry makes a week covered.
 *
 * @public
 */
export function isUnderRecorded(
  recordedMinutes: number,
  capacityMinutes: number,
): boolean {
  return (
    recordedMinutes > 0 &&
    recordedMinutes * 100 < capacityMinutes * UNDER_RECORDED
  );
}

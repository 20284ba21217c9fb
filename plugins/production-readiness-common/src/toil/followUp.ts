import { addWeeks, countWeeks, QUARTER_WEEKS } from './week';
import { hasEnoughCoverage } from './coverage';

/**
 * The work of a category in a week that holds any record of the team.
 *
 * @public
 */
export interface CategoryWeek {
  /** ISO week, such as `2026-W47`. */
  week: string;
  /** 0 in a week in which the team recorded other work only. */
  minutes: number;
}

/** A stretch of weeks. @public */
export interface WeekStretch {
  /** How many weeks it has. */
  weeks: number;
  /** So many of them hold any record of the team. */
  recordedWeeks: number;
  /** Of the category, for each recorded week; null without one. */
  minutesPerWeek: number | null;
}

/**
 * What became of a decision: the 13 weeks before it took effect, and up to 13
 * since.
 *
 * @public
 */
export interface DecisionFollowUp {
  /** Whether enough weeks on both sides are recorded to compare. */
  comparable: boolean;
  /** The 13 weeks up to the one in which it took effect. */
  before: WeekStretch;
  /** The weeks since; at most 13. */
  after: WeekStretch;
  /** Less minutes a week, upkeep subtracted; negative is more. */
  wonPerWeek: number | null;
  /** Over all weeks since. */
  won: number | null;
  /** Whether 13 weeks have passed. */
  complete: boolean;
}

/**
 * Compares the weeks before and after a decision took effect, recorded weeks
 * only: a week that nobody recorded is no week without work.
 *
 * @param weeks - recorded weeks of the team
 * @param liveFrom - the first week with it
 * @param currentWeek - the running week, which counts in nothing yet
 * @param upkeepMinutes - what keeping it costs each week
 * @public
 */
export function followUp(
  weeks: readonly CategoryWeek[],
  liveFrom: string,
  currentWeek: string,
  upkeepMinutes: number = 0,
): DecisionFollowUp {
  const lastFull = addWeeks(currentWeek, -1);
  const planned = addWeeks(liveFrom, QUARTER_WEEKS - 1);
  const to = planned < lastFull ? planned : lastFull;
  const elapsed = Math.max(0, countWeeks(liveFrom, to));
  const before = stretch(
    weeks,
    addWeeks(liveFrom, -QUARTER_WEEKS),
    addWeeks(liveFrom, -1),
    QUARTER_WEEKS,
  );
  const after = stretch(weeks, liveFrom, to, elapsed);
  const comparable =
    elapsed > 0 &&
    hasEnoughCoverage(before.recordedWeeks) &&
    hasEnoughCoverage(after.recordedWeeks, elapsed);
  const wonPerWeek =
    comparable &&
    before.minutesPerWeek !== null &&
    after.minutesPerWeek !== null
      ? Math.round(before.minutesPerWeek - after.minutesPerWeek - upkeepMinutes)
      : null;
  return {
    comparable,
    before,
    after,
    wonPerWeek,
    won: wonPerWeek === null ? null : wonPerWeek * elapsed,
    complete: elapsed >= QUARTER_WEEKS,
  };
}

function stretch(
  weeks: readonly CategoryWeek[],
  from: string,
  to: string,
  count: number,
): WeekStretch {
  const inside = weeks.filter(({ week }) => week >= from && week <= to);
  const minutes = inside.reduce((sum, week) => sum + week.minutes, 0);
  return {
    weeks: count,
    recordedWeeks: inside.length,
    minutesPerWeek:
      inside.length === 0 ? null : Math.round(minutes / inside.length),
  };
}

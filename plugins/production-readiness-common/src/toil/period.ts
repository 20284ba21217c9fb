import { addWeeks, countWeeks, QUARTER_WEEKS } from './week';

/** The most weeks that may be looked at together: five years. @public */
export const LONGEST_PERIOD_WEEKS = 261;

/**
 * Weeks that are looked at together, and those that they are compared with.
 *
 * @public
 */
export interface ToilPeriod {
  /** The week that is running; in no period. */
  currentWeek: string;
  /** First and last week, both included. */
  from: string;
  /** The last week, ISO, such as `2026-W47`; it is included. */
  to: string;
  /** How many weeks these are. */
  weeks: number;
  /** First week of as many weeks right before them. */
  previousFrom: string;
}

/**
 * The 13 full weeks before the running one, and the 13 before these.
 *
 * @public
 */
export function lastQuarter(currentWeek: string): ToilPeriod {
  return {
    currentWeek,
    from: addWeeks(currentWeek, -QUARTER_WEEKS),
    to: addWeeks(currentWeek, -1),
    weeks: QUARTER_WEEKS,
    previousFrom: addWeeks(currentWeek, -2 * QUARTER_WEEKS),
  };
}

/**
 * The weeks that somebody asked for; without any, the last quarter. A last
 * week alone is the end of a quarter, a first week alone goes on until now.
 *
 * @returns the period, or what is wrong, in a sentence, and with which end
 * @public
 */
export function periodOf(
  asked: { from?: string; to?: string },
  currentWeek: string,
): ToilPeriod | { problem: string; end: 'from' | 'to' } {
  const last = addWeeks(currentWeek, -1);
  const to = asked.to ?? last;
  if (to > last) {
    return {
      problem: `${to} is not over. Only full weeks count; the last one is ${last}.`,
      end: 'to',
    };
  }
  const from = asked.from ?? addWeeks(to, 1 - QUARTER_WEEKS);
  const weeks = countWeeks(from, to);
  if (weeks < 1) {
    return {
      problem: `The first week, ${from}, is after the last one, ${to}. Exchange them.`,
      end: 'from',
    };
  }
  if (weeks > LONGEST_PERIOD_WEEKS) {
    return {
      problem: `${from} to ${to} are ${weeks} weeks; ask for ${LONGEST_PERIOD_WEEKS} at most.`,
      end: 'from',
    };
  }
  return { currentWeek, from, to, weeks, previousFrom: addWeeks(from, -weeks) };
}

import { DateTime, IANAZone } from 'luxon';

/**
 * How many full ISO weeks a quarter has, everywhere in the toil tracker.
 *
 * @public
 */
export const QUARTER_WEEKS = 13;

/**
 * The last week that may be recorded is this many weeks after the current one.
 * One, because a colleague east of the configured time zone is already in the
 * next week while the server still counts this one.
 *
 * @public
 */
export const WEEKS_AHEAD_ALLOWED = 1;

const WEEK_TEXT = /^(\d{4})-W(\d{2})$/;
const DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_YEAR = 2000;
/** Weeks and dates of ten years. */
const MEMORY = 4096;

/**
 * Says in a sentence what is wrong with an ISO week such as `2026-W47`,
 * or `undefined` when the week exists.
 *
 * @public
 */
export const weekProblem = remembered((text: string): string | undefined => {
  const match = WEEK_TEXT.exec(text);
  if (!match) {
    return 'Write the week as year and ISO week number, for example 2026-W47.';
  }
  const year = Number(match[1]);
  const number = Number(match[2]);
  if (year < FIRST_YEAR) {
    return `Weeks before ${FIRST_YEAR} are not kept. Check the year of ${text}.`;
  }
  const last = weeksInYear(year);
  if (number < 1 || number > last) {
    return (
      `${text} does not exist: ${year} has ${last} ISO weeks, ` +
      `${year}-W01 to ${year}-W${last}.`
    );
  }
  return undefined;
});

/**
 * Says in a sentence what is wrong with a calendar date such as `2026-11-22`,
 * or `undefined` when the date exists.
 *
 * @public
 */
export const dateProblem = remembered((text: string): string | undefined => {
  if (!DATE_TEXT.test(text) || !DateTime.fromISO(text).isValid) {
    return 'Write the date as year-month-day, for example 2026-11-22.';
  }
  return weekProblem(weekOfDate(text));
});

/**
 * Says in a sentence why a week may not be recorded yet, or `undefined`.
 * Both weeks must exist; see {@link weekProblem}.
 *
 * @public
 */
export function futureWeekProblem(
  week: string,
  currentWeek: string,
): string | undefined {
  const latest = addWeeks(currentWeek, WEEKS_AHEAD_ALLOWED);
  return week > latest
    ? `${week} has not begun. Record work up to ${latest}; this week is ${currentWeek}.`
    : undefined;
}

/**
 * How many ISO weeks the year has, 52 or 53.
 *
 * @public
 */
export function weeksInYear(year: number): number {
  return DateTime.fromObject({ weekYear: year, weekNumber: 1 }, { zone: 'utc' })
    .weeksInWeekYear;
}

/**
 * The ISO week in which a calendar date falls. A date has no time zone.
 *
 * @public
 */
export const weekOfDate = remembered((date: string): string =>
  format(DateTime.fromISO(date, { zone: 'utc' })),
);

/**
 * The ISO week in which an instant falls.
 *
 * @param at - milliseconds since epoch
 * @param timeZone - IANA name, the organisation's configured time zone
 * @public
 */
export function weekOfInstant(at: number, timeZone: string): string {
  return format(DateTime.fromMillis(at, { zone: timeZone }));
}

/**
 * The calendar date (`2026-11-22`) on which an instant falls.
 *
 * @param at - milliseconds since epoch
 * @public
 */
export function dateOfInstant(at: number, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/**
 * The Monday on which an ISO week begins, as a calendar date.
 *
 * @public
 */
export function firstDayOfWeek(week: string): string {
  return mondayOf(week).toFormat('yyyy-MM-dd');
}

/**
 * The week that lies so many weeks later, or earlier when negative.
 *
 * @public
 */
export function addWeeks(week: string, weeks: number): string {
  return format(mondayOf(week).plus({ weeks }));
}

/**
 * The last full ISO weeks before the one that is running, oldest first.
 *
 * @public
 */
export function fullWeeksBefore(
  currentWeek: string,
  count: number = QUARTER_WEEKS,
): string[] {
  return Array.from({ length: count }, (_, index) =>
    addWeeks(currentWeek, index - count),
  );
}

/**
 * How many weeks there are from one to another, both included; 0 or less when
 * they are in the wrong order.
 *
 * @public
 */
export function countWeeks(from: string, to: string): number {
  return Math.round(mondayOf(to).diff(mondayOf(from), 'weeks').weeks) + 1;
}

/**
 * The weeks from one to another, both included, oldest first.
 *
 * @public
 */
export function weeksBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, countWeeks(from, to)) }, (_, index) =>
    addWeeks(from, index),
  );
}

/**
 * Whether the name is a time zone that this machine knows.
 *
 * @public
 */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

function mondayOf(week: string): DateTime {
  const match = WEEK_TEXT.exec(week);
  if (!match) {
    throw new RangeError(`Not an ISO week: ${week}`);
  }
  return DateTime.fromObject(
    { weekYear: Number(match[1]), weekNumber: Number(match[2]), weekday: 1 },
    { zone: 'utc' },
  );
}

function format(date: DateTime): string {
  return date.toFormat("kkkk-'W'WW");
}

/**
 * The function with a memory of its last answers: an import asks a hundred
 * thousand times about a few dozen weeks, and calendars are slow.
 */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MEMORY) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}

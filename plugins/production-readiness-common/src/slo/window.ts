import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

/** Units of a rolling window. A month, quarter and year are mean ones. */
const ROLLING_SECONDS = {
  hour: 3600,
  day: 86_400,
  week: 604_800,
  // 365.2425 / 12 days: the length that a month has on average.
  month: 2_629_746,
  quarter: 7_889_238,
  year: 31_556_952,
} as const;

const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

const LONGEST_SECONDS = 400 * 86_400;

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/;

function wholeNumber(most: number) {
  const error = `must be a whole number from 1 to ${most}`;
  return z.int({ error }).min(1, { error }).max(most, { error });
}

/** What is said of a field that only windows of the other kind have. */
function ofOtherKind(other: string, kind: string): z.core.$ZodErrorMap {
  return issue =>
    issue.code === 'unrecognized_keys'
      ? `belongs to ${other} window; a window is of one kind. Leave it out, or write another kind than ${kind}`
      : undefined;
}

/** The last so many hours, days, weeks or mean months. */
const rollingWindow = z
  .strictObject(
    {
      kind: z.literal('rolling'),
      n: wholeNumber(400 * 24),
      unit: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year'], {
        error: 'must be hour, day, week, month, quarter or year',
      }),
    },
    { error: ofOtherKind('a calendar', 'rolling') },
  )
  .refine(
    window => window.n * ROLLING_SECONDS[window.unit] <= LONGEST_SECONDS,
    { error: 'must be at most 400 days long', path: ['n'] },
  );

/** Periods of the calendar in a time zone, each of its real length. */
const calendarWindow = z.strictObject({
  kind: z.literal('calendar'),
  n: wholeNumber(12),
  unit: z.enum(CALENDAR_UNITS, {
    error:
      'must be day, week, month, quarter or year; shorter windows are rolling',
  }),
  /** Local time at which one of the periods starts. */
  startTime: z
    .string()
    .regex(LOCAL_TIME, {
      error: 'must be a local time such as 2026-04-01T00:00:00',
    })
    .refine(text => DateTime.fromSQL(text.replace('T', ' ')).isValid, {
      error: 'is not a time that exists in the calendar',
    })
    .transform(text => text.replace(' ', 'T'))
    .optional(),
  timeZone: z
    .string({ error: 'must be the name of a time zone, such as Asia/Tokyo' })
    .max(64)
    .refine(zone => IANAZone.isValidZone(zone), {
      error: 'must be the name of a time zone, such as Asia/Tokyo',
    }),
});

/**
 * The time over which an SLO counts: `28 d` rolling, or months of a calendar.
 *
 * @public
 */
export const sloWindowSchema = z.discriminatedUnion(
  'kind',
  [rollingWindow, calendarWindow],
  { error: 'must be "rolling" or "calendar", and only one of them' },
);

/** What {@link sloWindowSchema} lets through. @public */
export type SloWindow = z.output<typeof sloWindowSchema>;

/** The window when nobody chose one. @public */
export const DEFAULT_WINDOW: SloWindow = {
  kind: 'rolling',
  n: 28,
  unit: 'day',
};

/**
 * The window that a moment lies in.
 *
 * @param at - milliseconds since the epoch
 * @returns start (included) and end (not included) in milliseconds since the
 *   epoch; a rolling window ends at the moment
 * @public
 */
export function windowBounds(
  window: SloWindow,
  at: number,
): { start: number; end: number } {
  if (window.kind === 'rolling') {
    const length = window.n * ROLLING_SECONDS[window.unit] * 1000;
    return { start: at - length, end: at };
  }
  const anchor = anchorOf(window);
  const step = (index: number) =>
    anchor.plus({ [window.unit]: index * window.n }).toMillis();
  const passed = DateTime.fromMillis(at, { zone: anchor.zone })
    .diff(anchor, window.unit)
    .as(window.unit);
  // Steps are always counted from the anchor: 31 January plus a month plus a
  // month is another day than 31 January plus two months.
  let index = Math.floor(passed / window.n);
  while (step(index) > at) index--;
  while (step(index + 1) <= at) index++;
  return { start: step(index), end: step(index + 1) };
}

/**
 * The length of the window that a moment lies in. Calendar windows have their
 * real length, leap days and daylight saving included.
 *
 * @param at - milliseconds since the epoch
 * @returns seconds, whole
 * @public
 */
export function windowSeconds(window: SloWindow, at: number): number {
  const { start, end } = windowBounds(window, at);
  return Math.round((end - start) / 1000);
}

/** Weeks start on Monday, all else on the first of January. */
function anchorOf(window: Extract<SloWindow, { kind: 'calendar' }>): DateTime {
  const natural =
    window.unit === 'week' ? '1970-01-05T00:00:00' : '1970-01-01T00:00:00';
  return DateTime.fromISO(window.startTime ?? natural, {
    zone: window.timeZone,
  });
}

import { DAY } from '@prodready/backstage-plugin-production-readiness-common';

/** Shorter than this is no quarter to work in. */
const SHORTEST = 14 * DAY;

/**
 * A moment as a field for a day takes it: `2026-12-08`, in UTC like sessions.
 *
 * @internal
 */
export function dayOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(0, 10);
}

/**
 * The moment at which a day begins, in UTC; null without a day.
 *
 * @internal
 */
export function startOfDay(day: string): number | null {
  return day === '' ? null : Date.parse(`${day}T00:00:00Z`);
}

/**
 * The end of the calendar quarter, or of the next one when this is all but
 * over; milliseconds since the epoch.
 *
 * @internal
 */
export function quarterEnd(now: number): number {
  const date = new Date(now);
  const quarter = Math.floor(date.getUTCMonth() / 3);
  const end = (number: number) =>
    Date.UTC(date.getUTCFullYear(), (number + 1) * 3, 1) - 1;
  return end(quarter) - now < SHORTEST ? end(quarter + 1) : end(quarter);
}

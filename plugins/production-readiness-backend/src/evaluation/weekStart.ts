import { DateTime } from 'luxon';

/**
 * The start of the next ISO week: facts about the last weeks change then
 * without anybody writing anything.
 *
 * @param now - milliseconds since the epoch
 * @param timeZone - IANA name
 */
export function nextWeekStart(now: number, timeZone: string): number {
  return DateTime.fromMillis(now, { zone: timeZone })
    .startOf('week')
    .plus({ weeks: 1 })
    .toMillis();
}

import { DateTime } from 'luxon';

/**
 * The start of the next ISO week: facts about the last weeks change then
 * without anybody writing anything.
 *
 * @param now - milliseconds since the epoch
 * @param timeZone - IANA name
 */
export function nextWeekStart(now: number, timeZone: string): number {
  // A sweep asks for thousands of entities within one week.
  if (last?.timeZone !== timeZone || now < last.begin || now >= last.end) {
    const begin = DateTime.fromMillis(now, { zone: timeZone }).startOf('week');
    last = {
      timeZone,
      begin: begin.toMillis(),
      end: begin.plus({ weeks: 1 }).toMillis(),
    };
  }
  return last.end;
}

let last: { timeZone: string; begin: number; end: number } | undefined;

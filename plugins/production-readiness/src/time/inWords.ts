const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Days are said as days up to two months: deadlines are planned in them. */
const DAYS_UNTIL_MS = 60 * 86_400_000;

/**
 * A moment as people say it: "in 12 days", "3 hours ago", 「12日後」.
 *
 * @param at - the moment, milliseconds since the epoch
 * @param now - the present, milliseconds since the epoch
 * @param language - a BCP 47 tag
 * @internal
 */
export function relativeTime(
  at: number,
  now: number,
  language: string,
): string {
  const distance = at - now;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of UNITS) {
    const tooFine = size > 86_400_000 && Math.abs(distance) < DAYS_UNTIL_MS;
    if (!tooFine && Math.abs(distance) >= size) {
      return inLanguage(format.format(Math.trunc(distance / size), unit));
    }
  }
  return inLanguage(format.format(0, 'minute'));

  /** Japanese sets no space between a number and its unit; the platform does. */
  function inLanguage(words: string): string {
    return language.startsWith('ja') ? words.replace(/\s/g, '') : words;
  }
}

/**
 * A moment with day and minute in the reader's time zone.
 *
 * @param at - milliseconds since the epoch
 * @param language - a BCP 47 tag
 * @internal
 */
export function exactTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at);
}

/**
 * The day of a moment in the reader's time zone.
 *
 * @param at - milliseconds since the epoch
 * @param language - a BCP 47 tag
 * @internal
 */
export function exactDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(at);
}

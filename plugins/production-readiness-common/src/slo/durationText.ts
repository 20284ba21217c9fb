import { Decimal, decimal, plain } from './decimal';

const UNITS = [
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
] as const;

/** A unit of time. @public */
export type DurationUnit = 'd' | 'h' | 'm' | 's';

/** One part of a duration, such as 43 minutes. @public */
export interface DurationPart {
  /** The unit that the number counts. */
  unit: DurationUnit;
  /** A plain decimal; whole for all but seconds. */
  amount: string;
}

/**
 * Splits a duration into days, hours, minutes and seconds, exactly. Parts of
 * zero are left out, unless nothing else is there.
 *
 * @param seconds - zero or more
 * @public
 */
export function durationParts(seconds: string): DurationPart[] {
  let rest = decimal(seconds);
  const parts: DurationPart[] = [];
  for (const [unit, size] of UNITS) {
    const amount = rest.div(size).round(0, Decimal.roundDown);
    if (amount.gt(0)) parts.push({ unit, amount: plain(amount) });
    rest = rest.minus(amount.times(size));
  }
  if (rest.gt(0) || parts.length === 0) {
    parts.push({ unit: 's', amount: plain(rest) });
  }
  return parts;
}

/**
 * The exact short form: `43m12s`, `40m19.2s`, `36d12h`.
 *
 * @param seconds - negative gives a leading minus
 * @public
 */
export function durationText(seconds: string): string {
  const sign = seconds.startsWith('-') ? '-' : '';
  const parts = durationParts(seconds.replace(/^-/, ''));
  return sign + parts.map(part => `${part.amount}${part.unit}`).join('');
}

const WORDS = {
  en: { d: ' d', h: ' h', m: ' m', s: ' s', between: ' ' },
  ja: { d: '日', h: '時間', m: '分', s: '秒', between: '' },
};

/**
 * A duration for reading: `40 m 19 s`, 「40分19秒」. Seconds are whole from a
 * minute on; below, they keep three digits behind the point.
 *
 * @param seconds - zero or more
 * @param language - a BCP 47 tag; all but Japanese are shown in English
 * @public
 */
export function humanDuration(seconds: string, language: string): string {
  const value = decimal(seconds);
  const rounded = value.round(value.gte(60) ? 0 : 3, Decimal.roundHalfUp);
  const words = language.startsWith('ja') ? WORDS.ja : WORDS.en;
  return durationParts(plain(rounded))
    .map(part => `${part.amount}${words[part.unit]}`)
    .join(words.between);
}

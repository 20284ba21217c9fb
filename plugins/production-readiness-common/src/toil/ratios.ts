/**
 * What forced the work: `reactive` when something outside the plan did,
 * `proactive` when the team chose the time.
 *
 * @public
 */
export const TOIL_TRIGGERS = ['reactive', 'proactive'] as const;

/** One of {@link TOIL_TRIGGERS}. @public */
export type ToilTrigger = (typeof TOIL_TRIGGERS)[number];

/**
 * What kind of work it was. `overhead` is meetings, hiring and training;
 * `unsure` is counted apart, in no ratio.
 *
 * @public
 */
export const TOIL_NATURES = [
  'toil',
  'engineering',
  'overhead',
  'unsure',
] as const;

/** One of {@link TOIL_NATURES}. @public */
export type ToilNature = (typeof TOIL_NATURES)[number];

/**
 * Minutes by nature, and the reactive and proactive minutes of toil and
 * engineering alone, so that reactive + proactive = toil + engineering.
 *
 * @public
 */
export interface ToilTotals {
  /** Minutes of manual, repeated work without lasting value. */
  toil: number;
  /** Minutes of work that lasts. */
  engineering: number;
  /** Minutes of meetings, hiring and training. */
  overhead: number;
  /** Minutes that nobody has sorted yet. */
  unsure: number;
  /** Minutes that an interruption started. */
  reactive: number;
  /** Minutes that were planned. */
  proactive: number;
}

/**
 * A part of a whole, in minutes. Kept as two integers so that rounding and
 * comparing never see a floating point error.
 *
 * @public
 */
export interface MinuteShare {
  /** Minutes, whole; from 0 to the whole. */
  part: number;
  /** Minutes, whole; 0: there is no ratio. */
  whole: number;
}

/**
 * What the toil ratio is a share of: `service` is toil and engineering,
 * `total` adds overhead.
 *
 * @public
 */
export type ToilDenominator = 'service' | 'total';

/** Totals of no work at all, to add to. @public */
export const NO_MINUTES: Readonly<ToilTotals> = Object.freeze({
  toil: 0,
  engineering: 0,
  overhead: 0,
  unsure: 0,
  reactive: 0,
  proactive: 0,
});

/**
 * The totals of one piece of work.
 *
 * @public
 */
export function totalsOf(work: {
  minutes: number;
  trigger: ToilTrigger;
  nature: ToilNature;
}): ToilTotals {
  const { minutes, trigger, nature } = work;
  const counts = nature === 'toil' || nature === 'engineering';
  return {
    ...NO_MINUTES,
    [nature]: minutes,
    ...(counts ? { [trigger]: minutes } : {}),
  };
}

/**
 * Adds up totals. A period's ratio is computed on this sum, never as a mean
 * of the ratios of its weeks.
 *
 * @public
 */
export function poolTotals(all: Iterable<ToilTotals>): ToilTotals {
  const sum = { ...NO_MINUTES };
  for (const totals of all) {
    sum.toil += totals.toil;
    sum.engineering += totals.engineering;
    sum.overhead += totals.overhead;
    sum.unsure += totals.unsure;
    sum.reactive += totals.reactive;
    sum.proactive += totals.proactive;
  }
  return sum;
}

/**
 * All recorded minutes, those whose nature is not yet known included.
 *
 * @public
 */
export function recordedMinutes(totals: ToilTotals): number {
  return totals.toil + totals.engineering + totals.overhead + totals.unsure;
}

/**
 * Toil of toil and engineering, or of these and overhead.
 *
 * @public
 */
export function toilShare(
  totals: ToilTotals,
  denominator: ToilDenominator = 'service',
): MinuteShare {
  const service = totals.toil + totals.engineering;
  return {
    part: totals.toil,
    whole: denominator === 'total' ? service + totals.overhead : service,
  };
}

/**
 * Reactive work of reactive and proactive work, overhead left out.
 *
 * @public
 */
export function reactiveShare(totals: ToilTotals): MinuteShare {
  return {
    part: totals.reactive,
    whole: totals.reactive + totals.proactive,
  };
}

/**
 * Overhead of toil, engineering and overhead.
 *
 * @public
 */
export function overheadShare(totals: ToilTotals): MinuteShare {
  return {
    part: totals.overhead,
    whole: totals.toil + totals.engineering + totals.overhead,
  };
}

/**
 * Minutes whose nature is not yet known, of all recorded minutes.
 *
 * @public
 */
export function unsureShare(totals: ToilTotals): MinuteShare {
  return { part: totals.unsure, whole: recordedMinutes(totals) };
}

/**
 * The share as a number between 0 and 1, or `null` when the whole is zero:
 * no data is never 0 %.
 *
 * @public
 */
export function ratioOf(share: MinuteShare): number | null {
  return share.whole === 0 ? null : share.part / share.whole;
}

import { Decimal, decimal, plain } from './decimal';

/** Round targets on the scale of nines, from one in two to one in 100 000. */
const STOPS = [
  '50',
  '80',
  '90',
  '95',
  '98',
  '99',
  '99.5',
  '99.8',
  '99.9',
  '99.95',
  '99.98',
  '99.99',
  '99.995',
  '99.999',
];

/**
 * The targets to try, lowest first: the round ones on the scale of nines and
 * the targets at hand, each where it belongs. Distances between neighbours say
 * nothing; on a linear scale all that matters would be one pixel wide.
 *
 * @param targets - in percent, for example the agreed and the proposed one
 * @public
 */
export function targetsToTry(...targets: string[]): string[] {
  return [...new Set([...STOPS, ...targets])].sort((a, b) =>
    decimal(a).cmp(decimal(b)),
  );
}

/**
 * The target that fails ten times less: 99 → 99.9, 99.95 → 99.995. At eight
 * digits behind the point, the most that a target can have, it is cut there.
 *
 * @param target - in percent
 * @returns in percent, always below 100
 * @public
 */
export function nextNine(target: string): string {
  const allowed = new Decimal(100).minus(decimal(target)).div(10);
  const next = new Decimal(100).minus(allowed).round(8, Decimal.roundDown);
  return plain(next);
}

/**
 * Compares two targets as numbers.
 *
 * @param a - in percent
 * @param b - in percent
 * @returns below, at or above 0, for sorting
 * @public
 */
export function compareTargets(a: string, b: string): number {
  return decimal(a).cmp(decimal(b));
}

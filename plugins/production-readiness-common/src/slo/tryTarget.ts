import { decimal } from './decimal';

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

/**
 * The share of time that on-call alone takes from each person of a rota:
 * one week as primary and one as secondary per turn, at most all of it.
 *
 * @param people - size of the rota, at least 1
 * @public
 */
export function onCallFloor(people: number): number {
  if (!Number.isInteger(people) || people < 1) {
    throw new RangeError('A rota has at least one person.');
  }
  return Math.min(1, 2 / people);
}

/**
 * How many entries of a week said that one person, or more than one, carried
 * the work. Nobody is named.
 *
 * @public
 */
export interface CarrierCounts {
  /** Entries that one person carried. */
  byOne: number;
  /** Entries that several shared. */
  byMore: number;
}

/**
 * Whether one person seems to carry the load: in at least half of the
 * recorded weeks the entries that say so all say "one person".
 *
 * @param weeks - one element for each recorded week
 * @public
 */
export function loneCarrier(weeks: readonly CarrierCounts[]): boolean {
  const lone = weeks.filter(week => week.byOne > 0 && week.byMore === 0);
  return weeks.length > 0 && lone.length * 2 >= weeks.length;
}

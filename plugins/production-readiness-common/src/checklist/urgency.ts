import type { AssessedItem } from './assessment';
import type { ItemState } from './states';

/** What was true and is no longer comes before what never was. */
const STATE_ORDER: ItemState[] = [
  'regressed',
  'lapsed',
  'returned',
  'failed',
  'unknown',
  'open',
  'attested',
  'accepted',
  'passed',
  'exempt',
  'upcoming',
  'not_applicable',
];

/**
 * A number to sort by: the owners' own moves first, then high weight, then
 * what got worse, then what expires soon.
 *
 * @public
 */
export function urgencyOf({ item, move, standing }: AssessedItem): number {
  return (
    (move === 'team' ? 0 : 1000) +
    (item.weight === 'high' ? 0 : 100) +
    STATE_ORDER.indexOf(standing.state)
  );
}

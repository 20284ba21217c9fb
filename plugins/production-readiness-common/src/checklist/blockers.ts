import type { AssessedItem } from './assessment';
import type { Phase } from './document';
import { isUpTo } from './phase';
import { urgencyOf } from './urgency';

/**
 * The items that stand between an entity and its phase, the most urgent first:
 * required, of high weight, of a phase that it has reached, and not counting.
 * One that waits for a decision still blocks; one that is exempt does not.
 *
 * @param inAdoption - nothing blocks during the adoption period
 * @public
 */
export function blockersOf(
  items: readonly AssessedItem[],
  phase: Phase,
  inAdoption: boolean,
): AssessedItem[] {
  if (inAdoption) return [];
  return items
    .filter(
      ({ item, required, standing }) =>
        required &&
        item.weight === 'high' &&
        isUpTo(item.phase, phase) &&
        !standing.satisfied &&
        standing.state !== 'exempt',
    )
    .map((item, index) => ({ item, index }))
    .sort(
      (one, other) =>
        urgencyOf(one.item) - urgencyOf(other.item) || one.index - other.index,
    )
    .map(({ item }) => item);
}

import { z } from 'zod';
import { remainingBudget } from './errorBudget';

/**
 * One day of an SLO: what share of events failed over the SLO's whole window
 * that ended with the day.
 *
 * @public
 */
export const budgetDay = z.strictObject({
  /** In UTC, such as `2026-11-22`. */
  day: z.string(),
  /** From 0 to 1, as a decimal text. */
  errorRatio: z.string(),
});

/** What {@link budgetDay} lets through. @public */
export type BudgetDay = z.output<typeof budgetDay>;

/** The days that are known of an SLO, oldest first. @public */
export const budgetHistoryView = z.strictObject({
  sloId: z.uuid(),
  days: z.array(budgetDay),
  asOf: z.int(),
});

/** What {@link budgetHistoryView} lets through. @public */
export type BudgetHistoryView = z.output<typeof budgetHistoryView>;

/**
 * On how many days the budget of a target would have been gone, so that
 * releases would have paused. Any target can be asked about: what is stored is
 * the error ratio, which no target is in.
 *
 * @param target - in percent
 * @param days - what is known; days that are missing count nowhere
 * @returns `known` is how many days the answer rests on; 0 means that nothing
 *   is known, and `paused` then says nothing
 * @public
 */
export function daysPaused(
  target: string,
  days: readonly Pick<BudgetDay, 'errorRatio'>[],
): { paused: number; known: number } {
  const spent = days.filter(({ errorRatio }) => {
    const left = remainingBudget(target, errorRatio);
    return left === null || left === '0' || left.startsWith('-');
  });
  return { paused: spent.length, known: days.length };
}

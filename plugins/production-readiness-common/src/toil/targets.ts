import { z } from 'zod';

/** The two ratios that have a target. @public */
export const TARGETED_RATIOS = ['toil', 'reactive'] as const;

/** One of {@link TARGETED_RATIOS}. @public */
export type TargetedRatio = (typeof TARGETED_RATIOS)[number];

const percent = z
  .number({ error: 'must be a percentage from 0 to 100' })
  .min(0, { error: 'must be a percentage from 0 to 100' })
  .max(100, { error: 'must be a percentage from 0 to 100' })
  .multipleOf(0.1, { error: 'has one decimal at most, such as 37.5' });

/** Targets of both ratios, in percent. Lower is always fine. @public */
export const toilTargetsSchema = z.strictObject({
  toil: percent,
  reactive: percent,
});

/** What {@link toilTargetsSchema} lets through. @public */
export type ToilTargets = z.output<typeof toilTargetsSchema>;

/** Targets and the ISO week from which on a team has them. @public */
export const toilTargetChangeSchema = z.strictObject({
  fromWeek: z.string(),
  toil: z.number(),
  reactive: z.number(),
});

/** What {@link toilTargetChangeSchema} lets through. @public */
export type ToilTargetChange = z.output<typeof toilTargetChangeSchema>;

/**
 * The targets in force in a week: those of the last change up to it, else
 * those of the organisation.
 *
 * A period is judged by the targets in force in the week after it, when it was
 * complete: what a team sets this week counts for the quarter it looks at, and
 * last year's quarter keeps the verdict that it had.
 *
 * @param changes - oldest first; of two in a week the later one counts
 * @public
 */
export function targetsInForce(
  changes: readonly ToilTargetChange[],
  week: string,
  otherwise: ToilTargets,
): ToilTargets {
  const inForce = changes.filter(({ fromWeek }) => fromWeek <= week).pop();
  if (!inForce) return otherwise;
  return { toil: inForce.toil, reactive: inForce.reactive };
}

import { z } from 'zod';
import { plainText } from '../api/text';
import { findEvidenceProblem } from './evidence';
import type { ItemWaiver, Waiver } from './record';
import { DAY } from './states';

/** How long an exemption may last at most, in days. @public */
export const EXEMPTION_DAYS_MAX = 180;

/** Longest reason or compensating control, in UTF-16 code units. @public */
export const WAIVER_TEXT_MAX = 2000;

/** Words that a reader learns something from; what fails as evidence fails. */
const statement = plainText({ max: WAIVER_TEXT_MAX }).superRefine(
  (text, context) => {
    const problem = findEvidenceProblem(text);
    if (problem === undefined) return;
    context.addIssue({
      code: 'custom',
      message:
        problem === 'placeholder'
          ? 'only stands in for a reason; say why, in words that somebody else can judge'
          : 'must say a little more: at least 20 columns (a full-width character counts two)',
      params: { problem },
    });
  },
);

/**
 * A request for a waiver as it is sent: an exemption for a time, with what
 * makes up for the gap, or that the item does not concern the entity.
 *
 * @public
 */
export const waiverSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exemption'),
    reason: statement,
    compensatingControl: statement,
    /** Milliseconds since the epoch. */
    until: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('not_applicable'), reason: statement }),
]);

/** Why an exemption can't end at a moment. @public */
export type ExemptionProblem = 'in-the-past' | 'too-long';

/**
 * What is wrong with the moment at which an exemption is to end.
 *
 * @param until - milliseconds since the epoch
 * @returns undefined when it can stand
 * @public
 */
export function findExemptionProblem(
  until: number,
  now: number,
): ExemptionProblem | undefined {
  if (until <= now) return 'in-the-past';
  return until > now + EXEMPTION_DAYS_MAX * DAY ? 'too-long' : undefined;
}

/** Whether a waiver holds at a moment. @public */
export function isWaived(
  waiver: Waiver | ItemWaiver | undefined,
  now: number,
): boolean {
  if (waiver === undefined) return false;
  return waiver.kind === 'not_applicable' || waiver.until > now;
}

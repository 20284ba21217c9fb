import { z } from 'zod';
import { plainText } from '../api/text';
import { isoWeekSchema } from './entry';
import { TOIL_NATURES, TOIL_TRIGGERS, ToilNature, ToilTrigger } from './ratios';

/**
 * Largest capacity of a team in a week, in minutes: a thousand people who
 * never sleep.
 *
 * @public
 */
export const CAPACITY_LIMIT = 10_080_000;

/**
 * The kinds of work that a week is split into when nobody asks for more. No
 * ratio reads the trigger of overhead and of unsorted work, so these are one
 * kind each.
 *
 * @public
 */
export const ALLOCATION_KINDS: readonly {
  readonly trigger: ToilTrigger;
  readonly nature: ToilNature;
}[] = [
  { trigger: 'reactive', nature: 'toil' },
  { trigger: 'proactive', nature: 'toil' },
  { trigger: 'reactive', nature: 'engineering' },
  { trigger: 'proactive', nature: 'engineering' },
  { trigger: 'proactive', nature: 'overhead' },
  { trigger: 'proactive', nature: 'unsure' },
];

const percent = z
  .number({ error: 'must be a whole number of percent from 0 to 100' })
  .int({ error: 'must be a whole number of percent from 0 to 100' })
  .min(0, { error: 'must be a whole number of percent from 0 to 100' })
  .max(100, { error: 'must be a whole number of percent from 0 to 100' });

/**
 * A part of a team's week: what kind of work took how many percent of it.
 *
 * @public
 */
export const allocationPartSchema = z.strictObject({
  trigger: z.enum(TOIL_TRIGGERS, {
    error: `must be ${TOIL_TRIGGERS.join(' or ')}`,
  }),
  nature: z.enum(TOIL_NATURES, {
    error: `must be one of ${TOIL_NATURES.join(', ')}`,
  }),
  /** Id of a configured category. */
  category: plainText({ max: 40 }).optional(),
  /** Of the team's capacity in the week. */
  percent,
});

/** What {@link allocationPartSchema} lets through. @public */
export type AllocationPart = z.output<typeof allocationPartSchema>;

/**
 * A team's week in percent. The parts sum to exactly 100, and no two of them
 * are about the same trigger, nature and category. A part of 0 % says nothing
 * and is not kept.
 *
 * @public
 */
export const allocationInputSchema = z
  .strictObject({
    parts: z
      .array(allocationPartSchema)
      .min(1, { error: 'must name at least one kind of work' })
      .max(200, { error: 'must name at most 200 kinds of work' }),
    /**
     * Minutes that the team worked in the week, when they are not those of all
     * its members: holidays, part time. By default `capacityMinutesPerMember`
     * of the configuration for each person who is directly in the Group.
     */
    capacityMinutes: z
      .number({ error: capacityRule() })
      .int({ error: capacityRule() })
      .min(1, { error: capacityRule() })
      .max(CAPACITY_LIMIT, { error: capacityRule() })
      .optional(),
  })
  .superRefine(({ parts }, context) => {
    const message = allocationSumProblem(parts.map(part => part.percent));
    if (message) {
      context.addIssue({ code: 'custom', path: ['parts'], message });
    }
    parts.forEach((part, index) => {
      const first = parts.findIndex(other => sameKind(other, part));
      if (first < index) {
        context.addIssue({
          code: 'custom',
          path: ['parts', index],
          message: `is about the same trigger, nature and category as part ${
            first + 1
          }; put both into one`,
        });
      }
    });
  });

/** What {@link allocationInputSchema} lets through. @public */
export type AllocationInput = z.output<typeof allocationInputSchema>;

/** A team's week in percent, as members see it. @public */
export const allocationViewSchema = z.strictObject({
  /** ISO week, `2026-W47`. */
  week: isoWeekSchema,
  /** Send as `If-Match`; 0 while there is no allocation. */
  version: z.number().int(),
  /** What 100 % are, in minutes; null when nobody is directly in the Group. */
  capacityMinutes: z.number().int().nullable(),
  /** Empty while there is no allocation. Their minutes sum to the capacity. */
  parts: z.array(allocationPartSchema.extend({ minutes: z.number().int() })),
  /** Entries of the week; they are kept and don't count beside an allocation. */
  entries: z.number().int(),
  /** A start to drag from: how the last recorded week before was split. */
  proposal: z
    .strictObject({
      week: isoWeekSchema,
      /** Sum to 100. */
      parts: z.array(allocationPartSchema),
    })
    .nullable(),
});

/** What {@link allocationViewSchema} lets through. @public */
export type AllocationView = z.output<typeof allocationViewSchema>;

/**
 * Says what is wrong with percents that don't sum to 100, or `undefined`.
 *
 * @public
 */
export function allocationSumProblem(
  percents: readonly number[],
): string | undefined {
  const sum = percents.reduce((total, value) => total + value, 0);
  if (sum === 100) return undefined;
  return sum > 100
    ? `must sum to exactly 100 %, and sum to ${sum} %: take ${sum - 100} away`
    : `must sum to exactly 100 %, and sum to ${sum} %: ${
        100 - sum
      } are missing`;
}

/**
 * Shares a whole number out by weights, in whole numbers that sum to it
 * exactly: what rounding down leaves over goes to the largest remainders, the
 * first of equal ones first.
 *
 * @param whole - a whole number, 0 or more
 * @param weights - whole numbers, 0 or more
 * @returns zeros when all weights are 0
 * @public
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = BigInt(weights.reduce((total, weight) => total + weight, 0));
  if (sum === 0n) return weights.map(() => 0);
  const exact = weights.map(weight => BigInt(whole) * BigInt(weight));
  const shares = exact.map(value => Number(value / sum));
  const left = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % sum }))
    .sort((a, b) => {
      if (a.remainder === b.remainder) return a.index - b.index;
      return a.remainder > b.remainder ? -1 : 1;
    });
  for (const { index } of byRemainder.slice(0, left)) shares[index] += 1;
  return shares;
}

/** Whether two parts are about the same kind of work. @public */
export function sameKind(
  a: Omit<AllocationPart, 'percent'>,
  b: Omit<AllocationPart, 'percent'>,
): boolean {
  return (
    a.trigger === b.trigger &&
    a.nature === b.nature &&
    (a.category ?? '') === (b.category ?? '')
  );
}

function capacityRule(): string {
  return `must be a whole number of minutes from 1 to ${CAPACITY_LIMIT}`;
}

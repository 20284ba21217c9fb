import { z } from 'zod';
import { toilCategorySchema } from './categories';
import { TOIL_STATES } from './status';

const minutes = z.number().int().min(0);

/** Minutes by nature and, of toil and engineering alone, by trigger. @public */
export const toilTotalsSchema = z.strictObject({
  toil: minutes,
  engineering: minutes,
  overhead: minutes,
  unsure: minutes,
  reactive: minutes,
  proactive: minutes,
});

/** One week of a team. @public */
export const toilWeekSchema = z.strictObject({
  /** ISO week, `2026-W47`. */
  week: z.string(),
  /** Its Monday. */
  from: z.string(),
  recorded: z.boolean(),
  totals: toilTotalsSchema,
});

/** One of the two headline figures. @public */
export const toilFigureSchema = z.strictObject({
  /** 0 to 1; null without data, which is never 0. */
  ratio: z.number().nullable(),
  /** The ratio in percent, rounded half up to 0.1; what the state is from. */
  percent: z.number().nullable(),
  /** In percent. */
  target: z.number(),
  state: z.enum(TOIL_STATES),
  /** Against the 13 weeks before; null when either quarter says too little. */
  trend: z
    .strictObject({
      /** Percent points; negative is less. */
      points: z.number(),
      direction: z.enum(['improving', 'flat', 'worsening']),
    })
    .nullable(),
});

const group = z.strictObject({ ref: z.string(), title: z.string() });

/** What only members of the team get. @public */
export const toilForMembersSchema = z.strictObject({
  /** Whether people outside the team see its figures. */
  shownToOthers: z.boolean(),
  /** One person seems to carry the load. */
  loneCarrier: z.boolean(),
  /** The running week so far; in no ratio yet. */
  currentWeek: toilWeekSchema,
  /** Largest entry, in minutes. */
  minutesCap: z.number().int(),
  /** What the quick log offers. */
  categories: z.array(toilCategorySchema),
});

/** A team's toil over the last 13 full weeks. @public */
export const toilReportSchema = z.strictObject({
  access: z.literal('shown'),
  group,
  /** Teams below this one; their figures are included. */
  teamsIncluded: z.number().int(),
  period: z.strictObject({
    fromWeek: z.string(),
    toWeek: z.string(),
    timeZone: z.string(),
  }),
  totals: toilTotalsSchema,
  toil: toilFigureSchema,
  reactive: toilFigureSchema,
  /** What the toil ratio is a share of. */
  denominator: z.enum(['service', 'total']),
  overheadPercent: z.number().nullable(),
  unsurePercent: z.number().nullable(),
  /** More than a fifth is unsorted: read the ratios with care. */
  manyUnsure: z.boolean(),
  coverage: z.strictObject({
    weeks: z.number().int(),
    of: z.number().int(),
  }),
  recordedMinutes: minutes,
  capacityMinutes: minutes,
  /** The 13 weeks, oldest first. */
  weeks: z.array(toilWeekSchema),
  /** Where the time goes, most first; null is work without a category. */
  byCategory: z.array(
    z.strictObject({
      category: z.string().nullable(),
      label: z.strictObject({ en: z.string(), ja: z.string() }).nullable(),
      totals: toilTotalsSchema,
    }),
  ),
  /** Null for a caller who is not a member. */
  members: toilForMembersSchema.nullable(),
});

/** The answer to somebody who may not see this team's figures. @public */
export const toilHiddenSchema = z.strictObject({
  access: z.literal('hidden'),
  group,
  /**
   * The team, or what is left beside the teams that are shown, has too few
   * people: a figure would point at persons. Which of both is not said.
   */
  reason: z.literal('too_few_people'),
});

/** @public */
export const toilAnswerSchema = z.discriminatedUnion('access', [
  toilReportSchema,
  toilHiddenSchema,
]);

/** @public */
export type ToilWeek = z.output<typeof toilWeekSchema>;
/** @public */
export type ToilFigure = z.output<typeof toilFigureSchema>;
/** @public */
export type ToilReport = z.output<typeof toilReportSchema>;
/** @public */
export type ToilAnswer = z.output<typeof toilAnswerSchema>;

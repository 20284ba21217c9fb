import { z } from 'zod';
import { toilCategorySchema } from './categories';
import { TOIL_STATES } from './status';
import { toilTargetChangeSchema, toilTargetsSchema } from './targets';

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
  /** Against as many weeks before; null when either says too little. */
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
  /**
   * Whether the members chose to show their figures although they are few.
   * They are shown then unless that would tell of the people beside them.
   */
  sharing: z.strictObject({
    shares: z.boolean(),
    /** Send as `If-Match` to change it. */
    version: z.number().int(),
    /** Whether the team is so small that the choice makes a difference. */
    offered: z.boolean(),
  }),
  /** One person seems to carry the load. */
  loneCarrier: z.boolean(),
  /** The running week so far; in no ratio yet. */
  currentWeek: toilWeekSchema,
  /** Largest entry, in minutes. */
  minutesCap: z.number().int(),
  /** What the quick log offers. */
  categories: z.array(toilCategorySchema),
});

/** A team's toil over the last 13 full weeks, or the weeks asked for. @public */
export const toilReportSchema = z.strictObject({
  access: z.literal('shown'),
  group,
  /** Teams below this one whose figures are included. */
  teamsIncluded: z.number().int(),
  /**
   * Teams below are left out for this member: together with the figures of
   * the member's own team, the total would tell of a few people.
   */
  leavesOut: z.boolean(),
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
  /** The toil ratio in percent as it would be with either choice. */
  byDenominator: z.strictObject({
    service: z.number().nullable(),
    total: z.number().nullable(),
  }),
  targets: z.strictObject({
    /** Send as `If-Match` to change them; 0 while there are none of its own. */
    version: z.number().int(),
    /** Those of the organisation, in force before the first change. */
    organisation: toilTargetsSchema,
    /** Those of this team since they were first changed, oldest first. */
    changes: z.array(toilTargetChangeSchema),
  }),
  overheadPercent: z.number().nullable(),
  unsurePercent: z.number().nullable(),
  /** More than a fifth is unsorted: read the ratios with care. */
  manyUnsure: z.boolean(),
  coverage: z.strictObject({
    weeks: z.number().int(),
    of: z.number().int(),
  }),
  recordedMinutes: minutes,
  /** What the people of these teams can work in the period. */
  capacityMinutes: minutes,
  /** So little of the capacity is recorded that much may be missing. */
  underRecorded: z.boolean(),
  /** Minutes lost at each interruption, as configured; 0: not counted. */
  contextSwitchMinutes: minutes,
  /** The weeks, oldest first. */
  weeks: z.array(toilWeekSchema),
  /** Where the time goes, most first; null is work without a category. */
  byCategory: z.array(
    z.strictObject({
      category: z.string().nullable(),
      label: z.strictObject({ en: z.string(), ja: z.string() }).nullable(),
      totals: toilTotalsSchema,
      /** How often it happened, as far as entries say. */
      occurrences: minutes,
      /** All its minutes, and those lost by switching to it and back. */
      withSwitch: minutes,
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

/** What became of a change of recorded work. @public */
export const toilAnswerSchema = z.discriminatedUnion('access', [
  toilReportSchema,
  toilHiddenSchema,
]);

/** What {@link toilWeekSchema} lets through. @public */
export type ToilWeek = z.output<typeof toilWeekSchema>;
/** What {@link toilFigureSchema} lets through. @public */
export type ToilFigure = z.output<typeof toilFigureSchema>;
/** What {@link toilReportSchema} lets through. @public */
export type ToilReport = z.output<typeof toilReportSchema>;
/** What {@link toilHiddenSchema} lets through. @public */
export type ToilHidden = z.output<typeof toilHiddenSchema>;
/** What {@link toilAnswerSchema} lets through. @public */
export type ToilAnswer = z.output<typeof toilAnswerSchema>;

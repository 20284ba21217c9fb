import { z } from 'zod';
import { toilHiddenSchema, toilTotalsSchema, toilWeekSchema } from './report';
import { TOIL_STATES } from './status';
import { toilTargetsSchema } from './targets';

const minutes = z.number().int().min(0);

const judged = z.strictObject({
  /** Rounded half up to 0.1; null without data. */
  percent: z.number().nullable(),
  target: z.number(),
  state: z.enum(TOIL_STATES),
});

/** One quarter of a team, 13 full weeks. @public */
export const toilQuarterSchema = z.strictObject({
  fromWeek: z.string(),
  toWeek: z.string(),
  /** Monday of the first week. */
  from: z.string(),
  recordedWeeks: z.number().int(),
  totals: toilTotalsSchema,
  toil: judged,
  reactive: judged,
});

/** What {@link toilQuarterSchema} lets through. @public */
export type ToilQuarter = z.output<typeof toilQuarterSchema>;

/** A team's quarters, oldest first. @public */
export const toilTrendAnswerSchema = z.discriminatedUnion('access', [
  z.strictObject({
    access: z.literal('shown'),
    group: z.strictObject({ ref: z.string(), title: z.string() }),
    quarters: z.array(toilQuarterSchema),
  }),
  toilHiddenSchema,
]);

/** What {@link toilTrendAnswerSchema} lets through. @public */
export type ToilTrendAnswer = z.output<typeof toilTrendAnswerSchema>;

/** All teams that the caller may see, together. @public */
export const organisationToilSchema = z.strictObject({
  /** How many teams are in it. */
  teamsIncluded: z.number().int(),
  /** What the toil ratio is a share of. */
  denominator: z.enum(['service', 'total']),
  /** Those of the organisation; teams may aim at others of their own. */
  targets: toilTargetsSchema,
  /** The last 52 full weeks, oldest first. */
  weeks: z.array(toilWeekSchema),
  /** The same in four quarters, oldest first. */
  quarters: z.array(toilQuarterSchema),
});

/** What {@link organisationToilSchema} lets through. @public */
export type OrganisationToil = z.output<typeof organisationToilSchema>;

/** What the owning team recorded for an entity. @public */
export const entityToilAnswerSchema = z.discriminatedUnion('access', [
  z.strictObject({
    access: z.literal('shown'),
    /** The team that owns the entity. */
    group: z.strictObject({ ref: z.string(), title: z.string() }),
    period: z.strictObject({ fromWeek: z.string(), toWeek: z.string() }),
    totals: toilTotalsSchema,
    /** Weeks with any record of the entity. */
    recordedWeeks: z.number().int(),
    /** What it was, most first; null is work without a category. */
    byCategory: z.array(
      z.strictObject({
        category: z.string().nullable(),
        label: z.strictObject({ en: z.string(), ja: z.string() }).nullable(),
        minutes,
      }),
    ),
  }),
  z.strictObject({
    access: z.literal('hidden'),
    /** `no_team`: no Group owns it. The other one as on the team's page. */
    reason: z.enum(['too_few_people', 'no_team']),
  }),
]);

/** What {@link entityToilAnswerSchema} lets through. @public */
export type EntityToilAnswer = z.output<typeof entityToilAnswerSchema>;

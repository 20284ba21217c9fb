import { z } from 'zod';
import { httpUrl, plainText } from '../api/text';
import { entityRefSchema } from '../entity/params';
import { TOIL_NATURES, TOIL_TRIGGERS } from './ratios';
import { dateProblem, weekProblem } from './week';

/**
 * Largest entry in minutes unless configured: one person's whole week.
 *
 * @public
 */
export const DEFAULT_MINUTES_CAP = 10_080;

/**
 * Largest cap that may be configured, in minutes: a hundred people's week.
 *
 * @public
 */
export const MINUTES_CAP_LIMIT = 1_008_000;

/**
 * An ISO week such as `2026-W47`. Week 53 of a year with 52 is refused.
 *
 * @public
 */
export const isoWeekSchema = z.string().superRefine((text, context) => {
  const message = weekProblem(text);
  if (message) context.addIssue({ code: 'custom', message });
});

/**
 * A calendar date such as `2026-11-22`.
 *
 * @public
 */
export const calendarDateSchema = z.string().superRefine((text, context) => {
  const message = dateProblem(text);
  if (message) context.addIssue({ code: 'custom', message });
});

const kind = {
  trigger: z.enum(TOIL_TRIGGERS, {
    error: `must be ${TOIL_TRIGGERS.join(' or ')}`,
  }),
  nature: z.enum(TOIL_NATURES, {
    error: `must be one of ${TOIL_NATURES.join(', ')}`,
  }),
};

const about = {
  /** Id of a configured category. */
  category: plainText({ max: 40 }).optional(),
  /** What the work was for. */
  entityRef: entityRefSchema.optional(),
  /** How many times it happened. */
  occurrences: wholeNumber(1, 10_000).optional(),
  automatable: z.enum(['yes', 'no', 'unknown']).optional(),
  /** How many people carried it; nobody is named. */
  carriedBy: z.enum(['1', '2', '3plus']).optional(),
  ticketUrl: httpUrl.optional(),
  /** For members of the team only. */
  note: plainText({ max: 200 }).optional(),
  /** Handed over to another team or shift. */
  handover: z.boolean().optional(),
  /** The critical user journey that an inquiry was about. */
  journeyId: z.uuid({ error: 'must be the id of a journey' }).optional(),
};

/**
 * What a person says about a piece of work: the week (or a date in it), the
 * minutes and the two axes; the rest is optional. Who says it is no field,
 * here or anywhere else.
 *
 * @param minutesCap - largest entry, in minutes
 * @public
 */
export function toilEntrySchema(minutesCap: number = DEFAULT_MINUTES_CAP) {
  return z
    .strictObject({
      week: isoWeekSchema.optional(),
      date: calendarDateSchema.optional(),
      minutes: wholeNumber(1, minutesCap, 'minutes'),
      ...kind,
      ...about,
    })
    .superRefine((entry, context) => {
      if ((entry.week === undefined) === (entry.date === undefined)) {
        context.addIssue({
          code: 'custom',
          path: ['week'],
          message: entry.week
            ? 'say either the week or a date in it, not both'
            : 'say in which week it was, for example 2026-W47, or on which date',
        });
      }
    });
}

/** What a person says about a piece of work. @public */
export type ToilEntryInput = z.output<ReturnType<typeof toilEntrySchema>>;

/** A piece of work as members of the team see it. @public */
export const toilEntryViewSchema = z.strictObject({
  id: z.uuid(),
  /** Send as `If-Match` to change or delete it. */
  version: z.number().int(),
  week: z.string(),
  /** The day it was done, or else recorded. */
  date: z.string(),
  minutes: z.number().int(),
  ...kind,
  ...about,
  source: z.enum(['manual', 'allocation', 'import']),
});

/** A piece of work as members of the team see it. @public */
export type ToilEntryView = z.output<typeof toilEntryViewSchema>;

function wholeNumber(min: number, max: number, unit: string = '') {
  const error = `must be a whole number${
    unit && ` of ${unit}`
  } from ${min} to ${max}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, {
    error,
  });
}

import { z } from 'zod';
import { plainText } from '../api/text';
import { isoWeekSchema } from './entry';
import { DecisionFollowUp } from './followUp';

const hours = (max: number) => {
  const error = `must be a number of hours from 0 to ${max}`;
  return z.number({ error }).min(0, { error }).max(max, { error });
};

const fields = {
  /** `automate` costs building and upkeep; `stop` costs nothing. */
  kind: z.enum(['automate', 'stop'], { error: 'must be automate or stop' }),
  /** Id of the category that it is about. */
  category: plainText({ max: 40 }),
  /** In the team's words; for its members only. */
  what: plainText({ max: 200 }).optional(),
  buildHours: hours(10_000),
  /** Each week, once it runs. */
  upkeepHours: hours(1000),
  /** The first ISO week with it; null while it is only planned. */
  liveFrom: isoWeekSchema.nullable(),
  /** Given up; kept, so that nobody proposes it again unknowingly. */
  dropped: z.boolean(),
};

/** What a team decides to automate or to stop. @public */
export const toilDecisionInputSchema = z
  .strictObject(fields)
  .superRefine((decision, context) => {
    if (
      decision.kind === 'stop' &&
      (decision.buildHours > 0 || decision.upkeepHours > 0)
    ) {
      context.addIssue({
        code: 'custom',
        path: ['buildHours'],
        message: 'costs nothing to build or keep up when work is only stopped',
      });
    }
  });

/** What {@link toilDecisionInputSchema} lets through. @public */
export type ToilDecisionInput = z.output<typeof toilDecisionInputSchema>;

const stretch = z.strictObject({
  weeks: z.number().int(),
  recordedWeeks: z.number().int(),
  minutesPerWeek: z.number().int().nullable(),
});

const followUpSchema: z.ZodType<DecisionFollowUp> = z.strictObject({
  comparable: z.boolean(),
  before: stretch,
  after: stretch,
  wonPerWeek: z.number().int().nullable(),
  won: z.number().int().nullable(),
  complete: z.boolean(),
});

/** A decision and what became of it. @public */
export const toilDecisionViewSchema = z.strictObject({
  id: z.uuid(),
  /** Send as `If-Match` to change or delete it. */
  version: z.number().int(),
  ...fields,
  label: z.strictObject({ en: z.string(), ja: z.string() }).nullable(),
  /** ISO week. */
  decidedIn: z.string(),
  /** Minutes of the category a week, over the last 13 full weeks. */
  minutesPerWeek: z.number().int(),
  /** Null when it saves no more than its upkeep costs, or costs nothing. */
  paybackWeeks: z.number().nullable(),
  /** Null while it is not live. */
  followUp: followUpSchema.nullable(),
});

/** What {@link toilDecisionViewSchema} lets through. @public */
export type ToilDecisionView = z.output<typeof toilDecisionViewSchema>;

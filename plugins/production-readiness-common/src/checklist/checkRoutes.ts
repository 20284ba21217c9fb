import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { entityParams } from '../entity/params';
import { LONGEST_CHECK_ID } from './checkPath';
import { evidenceSchema } from './evidence';
import { ITEM_STATES } from './states';

/** How long a report counts when it does not say, in days. @public */
export const REPORT_DAYS = 7;

/** How long a report may count at most, in days. @public */
export const LONGEST_REPORT_DAYS = 366;

/** Longest text that may be reported. */
const LONGEST_VALUE = 2000;

/** Routes by which other systems report facts. @public */
export const checkRoutes = {
  reportCheck: defineRoute({
    operationId: 'reportCheck',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/checks/:checkId',
    summary:
      'Report what another system found; never an answer, an acceptance or a signature',
    callers: 'user-or-service',
    params: entityParams.extend({
      /** What items ask for as `checks.pushed.<check id>`. */
      checkId: z
        .string()
        .max(LONGEST_CHECK_ID)
        .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/, {
          error: 'must be the id of a check, such as build-is-green',
        }),
    }),
    body: z.strictObject({
      /** What the items of the checklist compare with. */
      value: z.union(
        [z.boolean(), z.number(), plainText({ max: LONGEST_VALUE })],
        {
          error: `must be true, false, a number or a text of at most ${LONGEST_VALUE} characters`,
        },
      ),
      /** Where a person can see it, or what was found. */
      evidence: evidenceSchema.optional(),
      /** Days that it counts without being reported again. */
      validDays: z
        .number()
        .int()
        .min(1)
        .max(LONGEST_REPORT_DAYS, {
          error: `must be at most ${LONGEST_REPORT_DAYS} days`,
        })
        .default(REPORT_DAYS),
    }),
    response: z.strictObject({
      checkId: z.string(),
      reportedAt: z.number().int(),
      validUntil: z.number().int(),
      /** Where the items stand now that ask for it. */
      items: z.array(
        z.strictObject({ itemId: z.string(), state: z.enum(ITEM_STATES) }),
      ),
    }),
    bodyLimit: '32kb',
  }),
};

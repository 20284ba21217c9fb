import { z } from 'zod';
import { defineRoute } from '../api/route';
import { groupParams } from '../entity/params';
import { allocationInputSchema, allocationViewSchema } from './allocation';
import {
  isoWeekSchema,
  MINUTES_CAP_LIMIT,
  toilEntrySchema,
  toilEntryViewSchema,
} from './entry';
import { toilDecisionRoutes } from './decisionRoutes';
import { toilFigureRoutes } from './figureRoutes';
import { importMappingSchema, importReportSchema } from './import';
import { toilWeekSchema } from './report';

const entryParams = groupParams.extend({ entryId: z.uuid() });

const allocationParams = groupParams.extend({ week: isoWeekSchema });

const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .optional();

// The cap that the organisation configured is checked by the service.
const entryBody = toilEntrySchema(MINUTES_CAP_LIMIT);

const saved = z.strictObject({
  entry: toilEntryViewSchema,
  /**
   * Entries of the same day, category and axes that were there before: perhaps
   * a colleague recorded the same work. A hint, not a refusal.
   */
  similar: z.number().int(),
  /**
   * False when the week has an allocation in percent, which counts instead:
   * the entry is kept, and counts once the allocation is removed.
   */
  counted: z.boolean(),
});

/** Routes of the toil tracker. @public */
export const toilRoutes = {
  ...toilFigureRoutes,
  ...toilDecisionRoutes,
  listToilEntries: defineRoute({
    operationId: 'listToilEntries',
    method: 'get',
    path: '/groups/:namespace/:name/toil/entries',
    summary: 'List what a team recorded in a week (members)',
    callers: 'user',
    params: groupParams,
    query: z.strictObject({
      /** The running week when left out. */
      week: isoWeekSchema.optional(),
    }),
    response: z.strictObject({
      /** What counts: the allocation if there is one, else the entries. */
      week: toilWeekSchema,
      /** The week has an allocation, so that its entries don't count. */
      allocated: z.boolean(),
      entries: z.array(toilEntryViewSchema),
    }),
  }),
  listUnsureToil: defineRoute({
    operationId: 'listUnsureToil',
    method: 'get',
    path: '/groups/:namespace/:name/toil/unsure',
    summary: 'List what a team has still to sort out, oldest first (members)',
    callers: 'user',
    params: groupParams,
    response: z.strictObject({
      /** Of the last 13 full weeks and the running one, at most 50. */
      entries: z.array(toilEntryViewSchema),
      /** How many there are in all. */
      count: z.number().int(),
    }),
  }),
  logToil: defineRoute({
    operationId: 'logToil',
    method: 'post',
    path: '/groups/:namespace/:name/toil/entries',
    summary: 'Record work of a team (members)',
    callers: 'user',
    params: groupParams,
    body: entryBody,
    response: saved,
    status: 201,
    idempotencyKey: true,
  }),
  updateToilEntry: defineRoute({
    operationId: 'updateToilEntry',
    method: 'put',
    path: '/groups/:namespace/:name/toil/entries/:entryId',
    summary: 'Change an entry of a team (any member)',
    callers: 'user',
    params: entryParams,
    body: entryBody,
    response: saved,
    ifMatch: true,
  }),
  deleteToilEntry: defineRoute({
    operationId: 'deleteToilEntry',
    method: 'delete',
    path: '/groups/:namespace/:name/toil/entries/:entryId',
    summary: 'Delete an entry of a team (any member)',
    callers: 'user',
    params: entryParams,
    response: z.strictObject({}),
    status: 204,
    ifMatch: true,
  }),

  /**
   * Also where there is none yet: version 0, no parts, the capacity that one
   * would be of, and a proposal to start from.
   */
  getAllocation: defineRoute({
    operationId: 'getAllocation',
    method: 'get',
    path: '/groups/:namespace/:name/toil/allocations/:week',
    summary: "Read how a team's week was split, in percent (members)",
    callers: 'user',
    params: allocationParams,
    response: allocationViewSchema,
  }),
  /**
   * `{ parts: [{ trigger, nature, category?, percent }], capacityMinutes? }`,
   * percents as whole numbers that sum to exactly 100, with `If-Match: "0"`
   * where there is no allocation yet, else its version. It replaces the whole
   * allocation of that week, and counts in place of the week's entries until
   * it is deleted; the entries are kept.
   */
  putAllocation: defineRoute({
    operationId: 'putAllocation',
    method: 'put',
    path: '/groups/:namespace/:name/toil/allocations/:week',
    summary: "Split a team's week, in percent (any member)",
    callers: 'user',
    params: allocationParams,
    body: allocationInputSchema,
    response: allocationViewSchema,
    ifMatch: true,
  }),
  deleteAllocation: defineRoute({
    operationId: 'deleteAllocation',
    method: 'delete',
    path: '/groups/:namespace/:name/toil/allocations/:week',
    summary: "Take a team's allocation back; entries count again (any member)",
    callers: 'user',
    params: allocationParams,
    response: z.strictObject({}),
    status: 204,
    ifMatch: true,
  }),

  /**
   * The body is the file itself, in UTF-8, UTF-16 or Shift_JIS: CSV of entries
   * (`importTemplate` is one to fill in), Jira's CSV export, or the answer of
   * `gh issue list --json number,url,labels,createdAt,closedAt` as JSON or
   * CSV.
   */
  importToil: defineRoute({
    operationId: 'importToil',
    method: 'post',
    path: '/groups/:namespace/:name/toil/imports',
    summary: 'Import recorded work of teams from a file (members)',
    callers: 'user',
    params: groupParams,
    query: z.strictObject({
      /** Checks and reports, and writes nothing. */
      dryRun: flag,
      /** Imports the other lines; by default one bad line stops all. */
      skipRejected: flag,
      /** How tickets become entries, as JSON, over the configured mapping. */
      mapping: z
        .string()
        .max(8_000)
        .transform(readMapping)
        .pipe(importMappingSchema)
        .optional(),
    }),
    response: importReportSchema,
    idempotencyKey: true,
    upload: true,
    progress: true,
    bodyLimit: '32mb',
  }),
};

function readMapping(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
}

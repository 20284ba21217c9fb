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
import { toilWeekSchema } from './report';

const entryParams = groupParams.extend({ entryId: z.uuid() });

const allocationParams = groupParams.extend({ week: isoWeekSchema });

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
};

import { z } from 'zod';
import { defineRoute } from '../api/route';
import { groupParams } from '../entity/params';
import {
  isoWeekSchema,
  MINUTES_CAP_LIMIT,
  toilEntrySchema,
  toilEntryViewSchema,
} from './entry';
import { toilAnswerSchema, toilWeekSchema } from './report';

const entryParams = groupParams.extend({ entryId: z.uuid() });

// The cap that the organisation configured is checked by the service.
const entryBody = toilEntrySchema(MINUTES_CAP_LIMIT);

const saved = z.strictObject({
  entry: toilEntryViewSchema,
  /**
   * Entries of the same day, category and axes that were there before: perhaps
   * a colleague recorded the same work. A hint, not a refusal.
   */
  similar: z.number().int(),
});

/** Routes of the toil tracker. @public */
export const toilRoutes = {
  getTeamToil: defineRoute({
    operationId: 'getTeamToil',
    method: 'get',
    path: '/groups/:namespace/:name/toil',
    summary: "Read a team's toil over the last 13 full weeks",
    callers: 'user-or-service',
    params: groupParams,
    response: toilAnswerSchema,
    etag: true,
  }),
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
      week: toilWeekSchema,
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
};

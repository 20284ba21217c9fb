import { z } from 'zod';
import { defineRoute } from '../api/route';
import { entityParams, groupParams } from '../entity/params';
import { isoWeekSchema } from './entry';
import { toilLookSchema } from './looks';
import {
  entityToilAnswerSchema,
  organisationToilSchema,
  toilTrendAnswerSchema,
} from './overviews';
import { toilAnswerSchema } from './report';
import { toilTargetChangeSchema, toilTargetsSchema } from './targets';

/** First and last week; the last 13 full weeks when left out. */
const periodQuery = z.strictObject({
  from: isoWeekSchema.optional(),
  to: isoWeekSchema.optional(),
});

/** How many quarters back; two years when left out. */
const trendQuery = z.strictObject({
  quarters: z.coerce
    .number({ error: 'must be a whole number from 2 to 20' })
    .int({ error: 'must be a whole number from 2 to 20' })
    .min(2, { error: 'must be a whole number from 2 to 20' })
    .max(20, { error: 'must be a whole number from 2 to 20' })
    .default(8),
});

/** Figures of teams, and what a team decides of its figures. @internal */
export const toilFigureRoutes = {
  getTeamToil: defineRoute({
    operationId: 'getTeamToil',
    method: 'get',
    path: '/groups/:namespace/:name/toil',
    summary: "Read a team's toil over 13 full weeks, or the weeks asked for",
    callers: 'user-or-service',
    params: groupParams,
    query: periodQuery,
    response: toilAnswerSchema,
    etag: true,
  }),
  setToilTargets: defineRoute({
    operationId: 'setToilTargets',
    method: 'put',
    path: '/groups/:namespace/:name/toil/targets',
    summary: "Set a team's targets from this week on (members, administrators)",
    callers: 'user',
    params: groupParams,
    body: toilTargetsSchema,
    response: z.strictObject({
      version: z.number().int(),
      targets: toilTargetChangeSchema,
    }),
    ifMatch: true,
  }),
  setToilSharing: defineRoute({
    operationId: 'setToilSharing',
    method: 'put',
    path: '/groups/:namespace/:name/toil/sharing',
    summary: 'Choose whether a small team shows its figures (members)',
    callers: 'user',
    params: groupParams,
    body: z.strictObject({ shares: z.boolean() }),
    response: z.strictObject({
      version: z.number().int(),
      shares: z.boolean(),
      /** Whether people outside see the figures now. */
      shownToOthers: z.boolean(),
    }),
    ifMatch: true,
  }),
  listToilLooks: defineRoute({
    operationId: 'listToilLooks',
    method: 'get',
    path: '/groups/:namespace/:name/toil/looks',
    summary: "List which groups looked at a team's figures (members)",
    callers: 'user',
    params: groupParams,
    response: z.strictObject({ looks: z.array(toilLookSchema) }),
  }),
  getToilTrend: defineRoute({
    operationId: 'getToilTrend',
    method: 'get',
    path: '/groups/:namespace/:name/toil/trend',
    summary: "Read a team's toil quarter by quarter",
    callers: 'user-or-service',
    params: groupParams,
    query: trendQuery,
    response: toilTrendAnswerSchema,
    etag: true,
  }),
  getOrganisationToil: defineRoute({
    operationId: 'getOrganisationToil',
    method: 'get',
    path: '/toil/trend',
    summary: 'Read the toil of all teams together, week by week, over a year',
    callers: 'user-or-service',
    response: organisationToilSchema,
    etag: true,
  }),
  getEntityToil: defineRoute({
    operationId: 'getEntityToil',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/toil',
    summary: 'Read what the owning team recorded for an entity',
    callers: 'user-or-service',
    params: entityParams,
    query: periodQuery,
    response: entityToilAnswerSchema,
    etag: true,
  }),
};

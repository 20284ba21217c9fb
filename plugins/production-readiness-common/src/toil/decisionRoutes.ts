import { z } from 'zod';
import { defineRoute } from '../api/route';
import { groupParams } from '../entity/params';
import { toilDecisionInputSchema, toilDecisionViewSchema } from './decisions';
import { toilHiddenSchema } from './report';

const decisionParams = groupParams.extend({ decisionId: z.uuid() });

/** What a team decided to automate or to stop. @internal */
export const toilDecisionRoutes = {
  listToilDecisions: defineRoute({
    operationId: 'listToilDecisions',
    method: 'get',
    path: '/groups/:namespace/:name/toil/decisions',
    summary: 'List what a team decided to automate or to stop, and what it won',
    callers: 'user-or-service',
    params: groupParams,
    response: z.discriminatedUnion('access', [
      z.strictObject({
        access: z.literal('shown'),
        /** The latest first. */
        decisions: z.array(toilDecisionViewSchema),
      }),
      toilHiddenSchema,
    ]),
  }),
  addToilDecision: defineRoute({
    operationId: 'addToilDecision',
    method: 'post',
    path: '/groups/:namespace/:name/toil/decisions',
    summary: 'Record what a team decided to automate or to stop (members)',
    callers: 'user',
    params: groupParams,
    body: toilDecisionInputSchema,
    response: z.strictObject({ id: z.uuid(), version: z.number().int() }),
    status: 201,
    idempotencyKey: true,
  }),
  updateToilDecision: defineRoute({
    operationId: 'updateToilDecision',
    method: 'put',
    path: '/groups/:namespace/:name/toil/decisions/:decisionId',
    summary: 'Change a decision of a team (any member)',
    callers: 'user',
    params: decisionParams,
    body: toilDecisionInputSchema,
    response: z.strictObject({ id: z.uuid(), version: z.number().int() }),
    ifMatch: true,
  }),
  deleteToilDecision: defineRoute({
    operationId: 'deleteToilDecision',
    method: 'delete',
    path: '/groups/:namespace/:name/toil/decisions/:decisionId',
    summary: 'Delete a decision of a team (any member)',
    callers: 'user',
    params: decisionParams,
    response: z.strictObject({}),
    status: 204,
    ifMatch: true,
  }),
};

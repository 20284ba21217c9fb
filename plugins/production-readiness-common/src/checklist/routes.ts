import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { entityParams } from '../entity/params';
import { checklistDefinitionSchema } from './definition';
import { evidenceSchema } from './evidence';
import { waiverSchema } from './waiver';
import { itemEventView, itemView, readinessView } from './view';

const itemParams = entityParams.extend({
  itemId: z.string().min(1).max(20),
});

/** Largest body of an answer: evidence in words, with room for escapes. */
const ANSWER_LIMIT = '32kb';

const digest = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'must be the digest that a readiness answer names',
});

const item = z.strictObject({
  item: itemView,
  asOf: z.number().int(),
});

/** Routes of the checklist. @public */
export const checklistRoutes = {
  getReadiness: defineRoute({
    operationId: 'getReadiness',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/readiness',
    summary: 'Where an entity stands with its checklist',
    callers: 'user-or-service',
    params: entityParams,
    response: readinessView,
    etag: true,
  }),
  getReadinessAsOf: defineRoute({
    operationId: 'getReadinessAsOf',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/readiness-as-of',
    summary: 'Where an entity stood at a moment in the past',
    callers: 'user-or-service',
    params: entityParams,
    query: z.strictObject({
      /** Milliseconds since the epoch. */
      at: z.coerce.number().int().min(0).max(8.64e15, {
        error: 'must be a moment in milliseconds since 1970',
      }),
    }),
    response: readinessView,
    etag: true,
  }),
  getChecklist: defineRoute({
    operationId: 'getChecklist',
    method: 'get',
    path: '/checklists/:digest',
    summary: 'The words of a checklist, which never change under its digest',
    callers: 'user-or-service',
    params: z.strictObject({
      digest,
    }),
    response: checklistDefinitionSchema,
    etag: true,
  }),
  getChecklistSchema: defineRoute({
    operationId: 'getChecklistSchema',
    method: 'get',
    path: '/checklist-schema.json',
    summary: 'The JSON Schema of checklist documents, for editors',
    callers: 'user-or-service',
    response: z.record(z.string(), z.unknown()),
    etag: true,
  }),
  attestItem: defineRoute({
    operationId: 'attestItem',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/items/:itemId/attestation',
    summary: 'Answer an item with evidence',
    callers: 'user',
    params: itemParams,
    body: z.strictObject({
      evidence: evidenceSchema,
      /**
       * The checklist whose words the person read. When the item says something
       * else by now, the answer is refused instead of being misapplied.
       */
      checklistDigest: digest.optional(),
    }),
    response: item,
    ifMatch: true,
    bodyLimit: ANSWER_LIMIT,
  }),
  acceptItem: defineRoute({
    operationId: 'acceptItem',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/acceptance',
    summary: "Accept another person's answer",
    callers: 'user',
    params: itemParams,
    response: item,
    ifMatch: true,
  }),
  returnItem: defineRoute({
    operationId: 'returnItem',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/return',
    summary: 'Give an answer back with a comment that says what is missing',
    callers: 'user',
    params: itemParams,
    body: z.strictObject({ comment: plainText({ min: 10, max: 2000 }) }),
    response: item,
    ifMatch: true,
    bodyLimit: ANSWER_LIMIT,
  }),
  withdrawAnswer: defineRoute({
    operationId: 'withdrawAnswer',
    method: 'delete',
    path: '/entities/:kind/:namespace/:name/items/:itemId/attestation',
    summary: 'Take an answer back that nobody has decided on',
    callers: 'user',
    params: itemParams,
    response: item,
    ifMatch: true,
  }),
  requestWaiver: defineRoute({
    operationId: 'requestWaiver',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/items/:itemId/waiver-request',
    summary: 'Ask for an exemption, or say that an item does not concern',
    callers: 'user',
    params: itemParams,
    body: z.strictObject({ waiver: waiverSchema }),
    response: item,
    ifMatch: true,
    bodyLimit: ANSWER_LIMIT,
  }),
  withdrawWaiverRequest: defineRoute({
    operationId: 'withdrawWaiverRequest',
    method: 'delete',
    path: '/entities/:kind/:namespace/:name/items/:itemId/waiver-request',
    summary: 'Take a request for a waiver back',
    callers: 'user',
    params: itemParams,
    response: item,
    ifMatch: true,
  }),
  approveWaiver: defineRoute({
    operationId: 'approveWaiver',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/waiver-request/approval',
    summary: "Grant another person's request for a waiver",
    callers: 'user',
    params: itemParams,
    response: item,
    ifMatch: true,
  }),
  returnWaiver: defineRoute({
    operationId: 'returnWaiver',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/waiver-request/return',
    summary: 'Give a request for a waiver back and say why',
    callers: 'user',
    params: itemParams,
    body: z.strictObject({ comment: plainText({ min: 10, max: 2000 }) }),
    response: item,
    ifMatch: true,
    bodyLimit: ANSWER_LIMIT,
  }),
  revokeWaiver: defineRoute({
    operationId: 'revokeWaiver',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/waiver/revocation',
    summary: 'End an exemption or "not applicable" now and say why',
    callers: 'user',
    params: itemParams,
    body: z.strictObject({ reason: plainText({ min: 10, max: 2000 }) }),
    response: item,
    ifMatch: true,
    bodyLimit: ANSWER_LIMIT,
  }),
  takeOverAnswer: defineRoute({
    operationId: 'takeOverAnswer',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/items/:itemId/inheritance',
    summary: 'Give up the own answer for the one of an entity above',
    callers: 'user',
    params: itemParams,
    response: item,
    ifMatch: true,
  }),
  listItemHistory: defineRoute({
    operationId: 'listItemHistory',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/items/:itemId/history',
    summary: 'What happened to an item, newest first',
    callers: 'user-or-service',
    params: itemParams,
    response: z.strictObject({
      events: z.array(itemEventView),
      asOf: z.number().int(),
    }),
  }),
  evaluateEntity: defineRoute({
    operationId: 'evaluateEntity',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/evaluation',
    summary: 'Read the facts of an entity again now',
    callers: 'user-or-service',
    params: entityParams,
    response: readinessView,
  }),
};

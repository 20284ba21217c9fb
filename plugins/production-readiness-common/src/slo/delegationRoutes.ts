import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { entityRefSchema } from '../entity/params';

const person = z.strictObject({ userRef: z.string(), name: z.string() });

/** Where a delegation stands. @public */
export const DELEGATION_STATES = ['active', 'ended', 'revoked'] as const;

/**
 * A delegation as its two people see it. Moments are milliseconds since the
 * epoch.
 *
 * @public
 */
export const delegationView = z.strictObject({
  id: z.uuid(),
  delegator: person,
  delegate: person,
  /** An entity with all that belongs to it; null for everything. */
  scope: z
    .strictObject({
      /** Null when the reader may not see the entity. */
      entityRef: z.string().nullable(),
      title: z.string().nullable(),
    })
    .nullable(),
  reason: z.string(),
  createdAt: z.int(),
  validUntil: z.int(),
  revokedAt: z.int().nullable(),
  state: z.enum(DELEGATION_STATES),
  /** Row version for If-Match. */
  version: z.int(),
});

/** What {@link delegationView} lets through. @public */
export type DelegationView = z.output<typeof delegationView>;

/** Who decides in somebody's place, both ways. @public */
export const delegationsView = z.strictObject({
  /** Whether the caller holds a role that can be delegated. */
  mayDelegate: z.boolean(),
  /** What the caller gave to others, newest first. */
  given: z.array(delegationView),
  /** What others gave to the caller, newest first. */
  received: z.array(delegationView),
  asOf: z.int(),
});

/** What {@link delegationsView} lets through. @public */
export type DelegationsView = z.output<typeof delegationsView>;

const moment = z.int().min(0);
const params = z.strictObject({ delegationId: z.uuid() });

/** What makes a delegation. @public */
export const delegationInput = z.strictObject({
  delegateRef: entityRefSchema,
  scopeRef: entityRefSchema.nullable().default(null),
  /** Milliseconds since the epoch; at most 180 days ahead. */
  validUntil: moment,
  reason: plainText({ min: 10, max: 2000 }),
});

/** What {@link delegationInput} lets through. @public */
export type DelegationInput = z.output<typeof delegationInput>;

/** Routes of delegations. @public */
export const delegationRoutes = {
  listDelegations: defineRoute({
    operationId: 'listDelegations',
    method: 'get',
    path: '/delegations',
    summary: 'List who decides for the caller, and for whom the caller decides',
    callers: 'user',
    response: delegationsView,
  }),
  addDelegation: defineRoute({
    operationId: 'addDelegation',
    method: 'post',
    path: '/delegations',
    summary: 'Let somebody decide on SLOs in your place for a time',
    callers: 'user',
    body: delegationInput,
    response: delegationView,
    status: 201,
    idempotencyKey: true,
  }),
  renewDelegation: defineRoute({
    operationId: 'renewDelegation',
    method: 'put',
    path: '/delegations/:delegationId',
    summary: 'Let a delegation end at another time, or be about something else',
    callers: 'user',
    params,
    body: z.strictObject({
      validUntil: moment,
      /** Null for everything; as it is when left out. */
      scopeRef: entityRefSchema.nullable().optional(),
    }),
    response: delegationView,
    ifMatch: true,
  }),
  revokeDelegation: defineRoute({
    operationId: 'revokeDelegation',
    method: 'post',
    path: '/delegations/:delegationId/revocation',
    summary: 'End a delegation at once; what was signed by it stays signed',
    callers: 'user',
    params,
    response: delegationView,
    ifMatch: true,
  }),
};

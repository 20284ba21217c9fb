import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { MOVES } from '../checklist/assessment';
import { PHASES } from '../checklist/document';
import { localizedText } from '../checklist/localizedText';
import { entityParams } from '../entity/params';
import { GATE_DECISIONS, GATE_MODES } from './rules';

const moment = z.number().int();
const person = z.strictObject({ ref: z.string(), name: z.string() });

/** A release that somebody let past a gate. @public */
export const gatePassView = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  reason: z.string(),
  /** The items that stood in the way then. */
  blockers: z.array(z.string()),
  givenBy: person,
  givenAt: moment,
  validUntil: moment,
  /** When somebody comes back to it. */
  followUpAt: moment,
  closedAt: moment.nullable(),
  closedBy: person.nullable(),
  closingNote: z.string().nullable(),
});

/** What {@link gatePassView} lets through. @public */
export type GatePassView = z.output<typeof gatePassView>;

/** What a gate says of an entity, for people and for pipelines. @public */
export const gateView = z.strictObject({
  entityRef: z.string(),
  decision: z.enum(GATE_DECISIONS),
  /** What the gate does about blockers of an entity of this tier. */
  mode: z.enum(GATE_MODES),
  phase: z.enum(PHASES),
  blockers: z.array(
    z.strictObject({
      itemId: z.string(),
      title: localizedText(160),
      risk: localizedText(400),
      /** Who has to do something. */
      move: z.enum(MOVES),
      graceUntil: moment.nullable(),
    }),
  ),
  /** Until then nothing blocks. */
  adoptionUntil: moment.nullable(),
  /** How much traffic a limited release may take, in words. */
  trafficCap: z.string().nullable(),
  /** What lets the release past the gate now. */
  pass: gatePassView.nullable(),
  /** Passes that nobody has come back to yet. */
  followUps: z.array(gatePassView),
  /** Whether the caller may let a release past the gate. */
  canPass: z.boolean(),
  asOf: moment,
});

/** What {@link gateView} lets through. @public */
export type GateView = z.output<typeof gateView>;

/** Routes of the deployment gate. @public */
export const gateRoutes = {
  getGate: defineRoute({
    operationId: 'getGate',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/gate',
    summary: 'Whether an entity may be released, for a pipeline to ask',
    callers: 'user-or-service',
    params: entityParams,
    response: gateView,
  }),
  passGate: defineRoute({
    operationId: 'passGate',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/gate/passes',
    summary: 'Let a release past the gate, with a reason and a follow-up',
    callers: 'user',
    params: entityParams,
    body: z.strictObject({
      reason: plainText({ min: 20, max: 2000 }),
      /** Milliseconds since the epoch; at most 30 days ahead. */
      followUpAt: moment,
    }),
    response: gateView,
    status: 201,
    idempotencyKey: true,
  }),
  closeGatePass: defineRoute({
    operationId: 'closeGatePass',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/gate/passes/:passId/closing',
    summary: 'Say what came of a release that was let past the gate',
    callers: 'user',
    params: entityParams.extend({
      passId: z.uuid({ error: 'must be the id of a pass' }),
    }),
    body: z.strictObject({ note: plainText({ min: 10, max: 2000 }) }),
    response: gateView,
    ifMatch: true,
  }),
};

import { z } from 'zod';
import { defineRoute } from '../api/route';
import { plainText } from '../api/text';
import { entityParams, entityRefSchema } from '../entity/params';
import { SATISFACTIONS } from './advice';
import { alertInput, alertReviewInput, alertView } from './alert';
import { editorialInput, editorialView } from './editorial';
import { journeyInput, journeyView } from './journey';
import { sloContentInput } from './material';
import { sloNeedInput, sloNeedView } from './need';
import { ownerRoleSchema } from './owners';
import { severityCriteriaInput, severityCriteriaView } from './severity';
import { SIGNATURE_MEANINGS } from './signaturePolicy';
import { entitySlosView, ownerView, sloPageView } from './views';

const sloParams = z.strictObject({ sloId: z.uuid() });
const versionParams = z.strictObject({
  sloId: z.uuid(),
  version: z.coerce.number().int().min(1).max(1_000_000),
});
const alertParams = z.strictObject({
  ...entityParams.shape,
  alertId: z.uuid(),
});
const digest = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'must be a sha-256 digest in lower-case hex',
});

/** Routes of SLO ownership. @public */
export const sloRoutes = {
  getEntitySlos: defineRoute({
    operationId: 'getEntitySlos',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/slos',
    summary: "Read an entity's owners, journeys and SLOs",
    callers: 'user-or-service',
    params: entityParams,
    response: entitySlosView,
    etag: true,
  }),
  setOwner: defineRoute({
    operationId: 'setOwner',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/owners/:role',
    summary: 'Name the product owner or the CTO of an entity, or nobody',
    callers: 'user',
    params: z.strictObject({
      ...entityParams.shape,
      role: ownerRoleSchema,
    }),
    body: z.strictObject({ userRef: entityRefSchema.nullable() }),
    response: ownerView,
    ifMatch: true,
  }),
  addJourney: defineRoute({
    operationId: 'addJourney',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/journeys',
    summary: 'Add a critical journey to an entity',
    callers: 'user',
    params: entityParams,
    body: journeyInput,
    response: journeyView,
    status: 201,
    idempotencyKey: true,
  }),
  editJourney: defineRoute({
    operationId: 'editJourney',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/journeys/:journeyId',
    summary: 'Edit a journey; SLOs about it get a new version to agree on',
    callers: 'user',
    params: z.strictObject({ ...entityParams.shape, journeyId: z.uuid() }),
    body: journeyInput,
    response: journeyView,
    ifMatch: true,
  }),
  addAlert: defineRoute({
    operationId: 'addAlert',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/alerts',
    summary: 'Record an alert that watches an entity',
    callers: 'user',
    params: entityParams,
    body: alertInput,
    response: alertView,
    status: 201,
    idempotencyKey: true,
  }),
  editAlert: defineRoute({
    operationId: 'editAlert',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/alerts/:alertId',
    summary: 'Edit a recorded alert',
    callers: 'user',
    params: alertParams,
    body: alertInput,
    response: alertView,
    ifMatch: true,
  }),
  reviewAlert: defineRoute({
    operationId: 'reviewAlert',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/alerts/:alertId/reviews',
    summary:
      'Say of an alert that somebody else wrote: keep, tune, or delete it',
    callers: 'user',
    params: alertParams,
    body: alertReviewInput,
    response: alertView,
    ifMatch: true,
  }),
  setSeverityCriteria: defineRoute({
    operationId: 'setSeverityCriteria',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/severity-criteria',
    summary: 'Say how severities are told apart for an entity',
    callers: 'user',
    params: entityParams,
    body: severityCriteriaInput,
    response: severityCriteriaView,
    ifMatch: true,
  }),
  setOrganisationCriteria: defineRoute({
    operationId: 'setOrganisationCriteria',
    method: 'put',
    path: '/severity-criteria',
    summary: 'Say how severities are told apart in the whole organisation',
    callers: 'user',
    body: severityCriteriaInput,
    response: severityCriteriaInput,
    ifMatch: true,
  }),
  decideSloNeed: defineRoute({
    operationId: 'decideSloNeed',
    method: 'put',
    path: '/entities/:kind/:namespace/:name/slo-need',
    summary: 'Say why an entity needs no SLO, or take that back',
    callers: 'user',
    params: entityParams,
    body: sloNeedInput,
    response: sloNeedView,
    ifMatch: true,
  }),
  addSlo: defineRoute({
    operationId: 'addSlo',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/slos',
    summary: 'Draft an SLO for an entity',
    callers: 'user',
    params: entityParams,
    body: z.strictObject({
      content: sloContentInput,
      /** Ask for the signatures at once. */
      requestSignatures: z.boolean().default(false),
    }),
    response: sloPageView,
    status: 201,
    idempotencyKey: true,
  }),
  getSlo: defineRoute({
    operationId: 'getSlo',
    method: 'get',
    path: '/slos/:sloId',
    summary: 'Read one SLO',
    callers: 'user-or-service',
    params: sloParams,
    response: sloPageView,
  }),
  editSlo: defineRoute({
    operationId: 'editSlo',
    method: 'put',
    path: '/slos/:sloId',
    summary:
      'Replace the content of an SLO; a difference makes a new version, and the signed one stays in force',
    callers: 'user',
    params: sloParams,
    body: z.strictObject({
      content: sloContentInput,
      requestSignatures: z.boolean().default(false),
    }),
    response: sloPageView,
    ifMatch: true,
  }),
  editSloEditorial: defineRoute({
    operationId: 'editSloEditorial',
    method: 'put',
    path: '/slos/:sloId/editorial',
    summary:
      'Name an SLO, label it and link to it; makes no version and voids no signature',
    callers: 'user',
    params: sloParams,
    body: editorialInput,
    response: editorialView,
    ifMatch: true,
  }),
  requestSignatures: defineRoute({
    operationId: 'requestSignatures',
    method: 'post',
    path: '/slos/:sloId/versions/:version/signature-request',
    summary: 'Ask the owners to sign the newest version',
    callers: 'user',
    params: versionParams,
    response: sloPageView,
  }),
  signSlo: defineRoute({
    operationId: 'signSlo',
    method: 'post',
    path: '/slos/:sloId/versions/:version/signatures',
    summary:
      'Agree to a version, review it, ask for changes, refuse or withdraw',
    callers: 'user',
    params: versionParams,
    body: z.strictObject({
      meaning: z.enum(SIGNATURE_MEANINGS),
      /** Of the content that the signer read. */
      contentDigest: digest,
      /** Of the summary that the signer had on the screen. */
      shownDigest: digest,
      /** Required for all but agreeing and reviewing. */
      reason: plainText({ min: 10, max: 2000 }).optional(),
      /** How content the owner is, with an agreement that renews one. */
      satisfaction: z.enum(SATISFACTIONS).optional(),
    }),
    response: sloPageView,
    status: 201,
    idempotencyKey: true,
  }),
};

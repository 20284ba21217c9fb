import { z } from 'zod';
import { defineRoute } from '../../api/route';
import { plainText } from '../../api/text';
import { entityParams } from '../../entity/params';
import { SIGNATURE_MEANINGS } from '../signaturePolicy';
import { budgetPolicyInput } from './content';
import { budgetPolicyPageView } from './views';

const policyParams = z.strictObject({ policyId: z.uuid() });
const versionParams = z.strictObject({
  policyId: z.uuid(),
  version: z.coerce.number().int().min(1).max(1_000_000),
});
const digest = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'must be a sha-256 digest in lower-case hex',
});
const edit = z.strictObject({
  content: budgetPolicyInput,
  /** Ask for the signatures at once. */
  requestSignatures: z.boolean().default(false),
});

/** Routes of error-budget policies. @public */
export const budgetPolicyRoutes = {
  addBudgetPolicy: defineRoute({
    operationId: 'addBudgetPolicy',
    method: 'post',
    path: '/entities/:kind/:namespace/:name/error-budget-policies',
    summary:
      'Draft an error-budget policy for an entity and what belongs to it',
    callers: 'user',
    params: entityParams,
    body: edit,
    response: budgetPolicyPageView,
    status: 201,
    idempotencyKey: true,
  }),
  getBudgetPolicy: defineRoute({
    operationId: 'getBudgetPolicy',
    method: 'get',
    path: '/error-budget-policies/:policyId',
    summary: 'Read one error-budget policy',
    callers: 'user-or-service',
    params: policyParams,
    response: budgetPolicyPageView,
  }),
  editBudgetPolicy: defineRoute({
    operationId: 'editBudgetPolicy',
    method: 'put',
    path: '/error-budget-policies/:policyId',
    summary:
      'Replace the content of a policy; a difference makes a new version, and the signed one stays in force',
    callers: 'user',
    params: policyParams,
    body: edit,
    response: budgetPolicyPageView,
    ifMatch: true,
  }),
  requestPolicySignatures: defineRoute({
    operationId: 'requestPolicySignatures',
    method: 'post',
    path: '/error-budget-policies/:policyId/versions/:version/signature-request',
    summary: 'Ask the owners to sign the newest version of a policy',
    callers: 'user',
    params: versionParams,
    response: budgetPolicyPageView,
  }),
  signBudgetPolicy: defineRoute({
    operationId: 'signBudgetPolicy',
    method: 'post',
    path: '/error-budget-policies/:policyId/versions/:version/signatures',
    summary:
      'Agree to a version of a policy, ask for changes, refuse or withdraw',
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
    }),
    response: budgetPolicyPageView,
    status: 201,
    idempotencyKey: true,
  }),
};

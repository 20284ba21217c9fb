import { budgetPolicyRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../../http';
import { PolicyEditing } from './PolicyEditing';
import { PolicySigning } from './PolicySigning';

/** Serves the routes of error-budget policies. */
export function serveBudgetPolicies(
  api: ApiRouter,
  policies: { editing: PolicyEditing; signing: PolicySigning },
): void {
  const { editing, signing } = policies;
  api.serve(
    budgetPolicyRoutes.addBudgetPolicy,
    ({ caller, params, body, idempotencyKey }) =>
      editing.add(caller, params, body, idempotencyKey),
  );
  api.serve(budgetPolicyRoutes.getBudgetPolicy, async ({ caller, params }) =>
    versioned(await signing.read(caller, params.policyId)),
  );
  api.serve(
    budgetPolicyRoutes.editBudgetPolicy,
    async ({ caller, params, body, ifMatch }) =>
      versioned(await editing.edit(caller, params.policyId, ifMatch, body)),
  );
  api.serve(budgetPolicyRoutes.requestPolicySignatures, ({ caller, params }) =>
    editing.requestSignatures(caller, params.policyId, params.version),
  );
  api.serve(
    budgetPolicyRoutes.signBudgetPolicy,
    ({ caller, params, body, idempotencyKey }) =>
      signing.sign(
        caller,
        params.policyId,
        params.version,
        body,
        idempotencyKey,
      ),
  );
}

function versioned<T extends { policy: { version: number } }>(body: T) {
  return { body, version: body.policy.version };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BudgetPolicyPageView,
  budgetPolicyRoutes,
  type RouteBodyInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { sloKeys } from '../data/keys';
import { entityPath } from '../data/useSlos';
import { type SignInput } from '../data/useSloWrites';

/** What an edit of a policy sends. @internal */
export type PolicyEditInput = RouteBodyInput<
  typeof budgetPolicyRoutes.editBudgetPolicy
>;

/** One error-budget policy. @internal */
export function usePolicy(policyId: string | undefined) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: sloKeys.policy(policyId ?? ''),
    enabled: policyId !== undefined,
    queryFn: async ({ signal }): Promise<BudgetPolicyPageView> => {
      const { body } = await client.call(budgetPolicyRoutes.getBudgetPolicy, {
        params: { policyId: policyId ?? '' },
        signal,
      });
      return body;
    },
  });
}

/** Writes a new policy of an entity. @internal */
export function useAddPolicy(entityRef: string) {
  const client = useReadinessClient();
  const onSuccess = usePolicyRefresh();
  return useWrite({
    mutationFn: async (input: { body: PolicyEditInput; key: string }) => {
      const { body } = await client.call(budgetPolicyRoutes.addBudgetPolicy, {
        params: entityPath(entityRef),
        body: input.body,
        idempotencyKey: input.key,
      });
      return body;
    },
    onSuccess,
  });
}

/** Writes about one policy. @internal */
export function usePolicyWrites(policyId: string) {
  const client = useReadinessClient();
  const onSuccess = usePolicyRefresh();
  const params = { policyId };
  const edit = useWrite({
    mutationFn: async (input: { body: PolicyEditInput; version: number }) => {
      const { body } = await client.call(budgetPolicyRoutes.editBudgetPolicy, {
        params,
        body: input.body,
        ifMatch: input.version,
      });
      return body;
    },
    onSuccess,
  });
  const request = useWrite({
    mutationFn: async (version: number) => {
      const { body } = await client.call(
        budgetPolicyRoutes.requestPolicySignatures,
        { params: { policyId, version } },
      );
      return body;
    },
    onSuccess,
  });
  const sign = useWrite({
    mutationFn: async (input: {
      body: SignInput;
      version: number;
      key: string;
    }) => {
      const { satisfaction, ...said } = input.body;
      const { body } = await client.call(budgetPolicyRoutes.signBudgetPolicy, {
        params: { policyId, version: input.version },
        body: said,
        idempotencyKey: input.key,
      });
      return body;
    },
    onSuccess,
  });
  return { edit, request, sign };
}

/** Numbers name policies, and the inbox asks for them: all is read again. */
function usePolicyRefresh() {
  const queries = useQueryClient();
  return (page: BudgetPolicyPageView) => {
    queries.setQueryData(sloKeys.policy(page.policy.id), page);
    queries.invalidateQueries();
  };
}

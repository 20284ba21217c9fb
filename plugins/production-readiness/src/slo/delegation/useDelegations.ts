import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  delegationRoutes,
  type DelegationsView,
  type DelegationView,
  type RouteBodyInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';

/** Who decides for the reader, and for whom the reader decides. @internal */
export function useDelegations() {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['delegations'],
    queryFn: async ({ signal }): Promise<DelegationsView> => {
      const { body } = await client.call(delegationRoutes.listDelegations, {
        signal,
      });
      return body;
    },
  });
}

/** Makes, renews and ends delegations. @internal */
export function useDelegationWrites() {
  const client = useReadinessClient();
  const queries = useQueryClient();
  // After a refusal too: what was changed elsewhere is to be seen.
  const onSettled = () => queries.invalidateQueries();
  const add = useWrite({
    mutationFn: async (
      body: RouteBodyInput<typeof delegationRoutes.addDelegation>,
    ) => {
      const answer = await client.call(delegationRoutes.addDelegation, {
        body,
        idempotencyKey: newActionKey(),
      });
      return answer.body;
    },
    onSettled,
  });
  const renew = useWrite({
    mutationFn: async (input: {
      one: DelegationView;
      validUntil: number;
      /** Left out where it stays as it is; null for everything. */
      scopeRef?: string | null;
    }) => {
      const answer = await client.call(delegationRoutes.renewDelegation, {
        params: { delegationId: input.one.id },
        body: { validUntil: input.validUntil, scopeRef: input.scopeRef },
        ifMatch: input.one.version,
      });
      return answer.body;
    },
    onSettled,
  });
  const revoke = useWrite({
    mutationFn: async (one: DelegationView) => {
      const answer = await client.call(delegationRoutes.revokeDelegation, {
        params: { delegationId: one.id },
        ifMatch: one.version,
      });
      return answer.body;
    },
    onSettled,
  });
  return { add, renew, revoke };
}

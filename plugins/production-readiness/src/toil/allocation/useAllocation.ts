import {
  type AllocationInput,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { type GroupName } from '../useTeamToil';

/** How a team's week was split, or what a split would start from. @internal */
export function useAllocation(group: GroupName, week: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['toil', group.namespace, group.name, 'allocation', week],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getAllocation, {
        params: { ...group, week },
        signal,
      });
      return body;
    },
    // A reload must not change bars under somebody's hands.
    refetchOnWindowFocus: false,
  });
}

/** Splits a week, and takes that back; figures and lists follow. @internal */
export function useAllocationWrites(group: GroupName, week: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const params = { ...group, week };
  const onSuccess = () =>
    queries.invalidateQueries({
      queryKey: ['toil', group.namespace, group.name],
    });
  const save = useWrite({
    mutationFn: async (change: { version: number; input: AllocationInput }) => {
      const { body } = await client.call(toilRoutes.putAllocation, {
        params,
        body: change.input,
        ifMatch: change.version,
      });
      return body;
    },
    onSuccess,
  });
  const remove = useWrite({
    mutationFn: async (version: number) => {
      await client.call(toilRoutes.deleteAllocation, {
        params,
        ifMatch: version,
      });
    },
    onSuccess,
  });
  return { save, remove };
}

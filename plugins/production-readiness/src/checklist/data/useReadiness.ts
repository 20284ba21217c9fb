import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checklistRoutes,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { entityAddress } from './entityAddress';
import { checklistKeys } from './keys';

/**
 * Where an entity stands with its checklist.
 *
 * @param entityRef - a full reference in lower case
 * @internal
 */
export function useReadiness(entityRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: checklistKeys.readiness(entityRef),
    queryFn: async ({ signal }): Promise<ReadinessView> => {
      const { body } = await client.call(checklistRoutes.getReadiness, {
        params: entityAddress(entityRef),
        signal,
      });
      return body;
    },
  });
}

/**
 * Where an entity stood at a moment in the past. It never changes, so it is
 * fetched once.
 *
 * @param at - milliseconds; undefined for the present, which asks for nothing
 * @internal
 */
export function useReadinessAsOf(entityRef: string, at: number | undefined) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: checklistKeys.past(entityRef, at ?? 0),
    enabled: at !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<ReadinessView> => {
      const { body } = await client.call(checklistRoutes.getReadinessAsOf, {
        params: entityAddress(entityRef),
        query: { at },
        signal,
      });
      return body;
    },
  });
}

/**
 * Has the server read the facts of an entity again.
 *
 * @internal
 */
export function useEvaluation(entityRef: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async () => {
      const { body } = await client.call(checklistRoutes.evaluateEntity, {
        params: entityAddress(entityRef),
      });
      return body;
    },
    onSuccess: view =>
      queries.setQueryData(checklistKeys.readiness(entityRef), view),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checklistRoutes,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
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
 * Has the server read the facts of an entity again.
 *
 * @internal
 */
export function useEvaluation(entityRef: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useMutation({
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

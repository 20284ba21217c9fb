import { useQuery } from '@tanstack/react-query';
import { checklistRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { entityAddress } from './entityAddress';
import { checklistKeys } from './keys';

/**
 * What happened to an item, newest first.
 *
 * @internal
 */
export function useItemHistory(entityRef: string, itemId: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: checklistKeys.history(entityRef, itemId),
    queryFn: async ({ signal }) => {
      const { body } = await client.call(checklistRoutes.listItemHistory, {
        params: { ...entityAddress(entityRef), itemId },
        signal,
      });
      return body;
    },
  });
}

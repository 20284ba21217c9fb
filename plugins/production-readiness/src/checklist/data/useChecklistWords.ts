import { useQuery } from '@tanstack/react-query';
import {
  checklistRoutes,
  type ChecklistDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { checklistKeys } from './keys';

/**
 * The words of a checklist. They never change under their digest, so they are
 * fetched once.
 *
 * @param digest - undefined while it is not known yet
 * @internal
 */
export function useChecklistWords(digest: string | undefined) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: checklistKeys.words(digest ?? ''),
    enabled: digest !== undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: async ({ signal }): Promise<ChecklistDefinition> => {
      const { body } = await client.call(checklistRoutes.getChecklist, {
        params: { digest: digest ?? '' },
        signal,
      });
      return body;
    },
  });
}

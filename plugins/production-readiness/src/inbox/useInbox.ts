import { inboxRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../api';

const REFRESH_MS = 60_000;

/**
 * What waits for the person who looks, the most urgent first.
 *
 * @internal
 */
export function useInbox() {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['inbox'],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(inboxRoutes.listInbox, { signal });
      return body;
    },
    refetchInterval: REFRESH_MS,
  });
}

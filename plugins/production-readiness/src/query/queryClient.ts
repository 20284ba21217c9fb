import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';

const MAX_RETRIES = 2;

/** Lists that sum up what the three features hold: any write may change them. */
const SUMMARIES = ['inbox', 'portfolio'];

/**
 * Makes a cache with the retry rule of this plugin: an answer that says the
 * request was wrong (4xx) will not become right by asking again; a lost
 * connection or a busy server may.
 *
 * @internal
 */
export function createReadinessQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < MAX_RETRIES && !isRefusal(error),
      },
      // A write is repeated by the person only, who sees what became of it.
      mutations: { retry: false },
    },
    mutationCache: new MutationCache({
      onSuccess: () => {
        client.invalidateQueries({
          predicate: ({ queryKey }) => SUMMARIES.includes(String(queryKey[0])),
        });
      },
    }),
  });
  return client;
}

/**
 * One cache for every page, tab and card of the plugin, so that an item
 * attested on the entity's tab is up to date in the portfolio.
 *
 * @internal
 */
export const queryClient = createReadinessQueryClient();

function isRefusal(error: unknown): boolean {
  return (
    error instanceof ReadinessResponseError &&
    error.status >= 400 &&
    error.status < 500
  );
}

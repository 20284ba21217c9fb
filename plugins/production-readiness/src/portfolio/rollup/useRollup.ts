import { portfolioRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { filtersOf, type PortfolioView } from '../portfolioUrl';

/**
 * What the filters leave, summed up.
 *
 * @internal
 */
export function useRollup(view: PortfolioView) {
  const client = useReadinessClient();
  const query = { ...filtersOf(view), by: view.by };
  return useQuery({
    queryKey: ['portfolio', 'rollup', query],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(portfolioRoutes.getPortfolioRollup, {
        query,
        signal,
      });
      return body;
    },
    placeholderData: keepPreviousData,
  });
}

/**
 * How what the filters leave stood over the last year.
 *
 * @internal
 */
export function useTrend(view: PortfolioView) {
  const client = useReadinessClient();
  const query = filtersOf(view);
  return useQuery({
    queryKey: ['portfolio', 'trend', query],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(portfolioRoutes.getPortfolioTrend, {
        query,
        signal,
      });
      return body;
    },
    placeholderData: keepPreviousData,
  });
}

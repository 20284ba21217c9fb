import { useCallback, useMemo } from 'react';
import { portfolioRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { useReadinessClient } from '../api';
import {
  filtersOf,
  PAGE_SIZE,
  type PortfolioView,
  viewFromUrl,
  viewToUrl,
} from './portfolioUrl';

/** The search parameter that names the entity whose blockers are shown. @internal */
export const OPEN_PARAM = 'open';

/** Changes a part of the view; every change but of the page starts at the first page. */
export type ChangeView = (
  change: Partial<PortfolioView>,
  options?: { replace?: boolean },
) => void;

/**
 * The view that the URL describes, and how to change it.
 *
 * @internal
 */
export function usePortfolioView(): [PortfolioView, ChangeView] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewFromUrl(params), [params]);
  const change = useCallback<ChangeView>(
    (part, options) =>
      setParams(
        previous =>
          viewToUrl({
            ...viewFromUrl(previous),
            cursor: undefined,
            ...part,
          }),
        options,
      ),
    [setParams],
  );
  return [view, change];
}

/**
 * The page of rows that a view asks for. While the next one is on its way the
 * last one stays, so that the table does not jump.
 *
 * @internal
 */
export function usePortfolioPage(view: PortfolioView) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['portfolio', 'page', view],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(portfolioRoutes.listPortfolio, {
        query: {
          ...filtersOf(view),
          sort: view.sort,
          direction: view.direction,
          cursor: view.cursor,
          limit: PAGE_SIZE,
        },
        signal,
      });
      return body;
    },
    placeholderData: keepPreviousData,
  });
}

/**
 * What the rows can be narrowed to; asked for apart from them, so that the
 * list never waits for the counts.
 *
 * @internal
 */
export function usePortfolioFacets(view: PortfolioView) {
  const client = useReadinessClient();
  const query = filtersOf(view);
  return useQuery({
    queryKey: ['portfolio', 'facets', query],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(portfolioRoutes.listPortfolioFacets, {
        query,
        signal,
      });
      return body;
    },
    placeholderData: keepPreviousData,
  });
}

import { defineRoute } from '../api/route';
import { portfolioFacets } from './facets';
import { portfolioFilters, portfolioQuery } from './query';
import { portfolioPage } from './row';

/** Routes of the portfolio. @public */
export const portfolioRoutes = {
  listPortfolio: defineRoute({
    operationId: 'listPortfolio',
    method: 'get',
    path: '/portfolio',
    summary: 'List the readiness of every entity that the caller may read',
    callers: 'user-or-service',
    query: portfolioQuery,
    response: portfolioPage,
  }),
  listPortfolioFacets: defineRoute({
    operationId: 'listPortfolioFacets',
    method: 'get',
    path: '/portfolio/facets',
    summary: 'List what the portfolio can be narrowed to, with counts',
    callers: 'user-or-service',
    query: portfolioFilters,
    response: portfolioFacets,
  }),
};

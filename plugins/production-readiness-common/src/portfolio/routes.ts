import { z } from 'zod';
import { defineRoute } from '../api/route';
import { entityParams, entityRefSchema } from '../entity/params';
import { portfolioFacets } from './facets';
import { exportQuery, portfolioFilters, portfolioQuery } from './query';
import { portfolioRollup, rollupQuery } from './rollup';
import { portfolioPage, portfolioRow } from './row';
import { portfolioTrend, trendQuery } from './trend';

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
  listPortfolioByRefs: defineRoute({
    operationId: 'listPortfolioByRefs',
    method: 'post',
    path: '/portfolio/by-refs',
    summary: 'List the readiness of some entities, for a column of a table',
    callers: 'user-or-service',
    body: z.strictObject({
      entityRefs: z.array(entityRefSchema).min(1).max(200),
    }),
    response: z.strictObject({
      /** In any order; what the caller may not read or has no checklist is left out. */
      rows: z.array(portfolioRow),
      asOf: z.number().int(),
    }),
  }),
  getPortfolioRollup: defineRoute({
    operationId: 'getPortfolioRollup',
    method: 'get',
    path: '/portfolio/rollup',
    summary: 'Sum the portfolio up by team, System, Domain or tier',
    callers: 'user-or-service',
    query: rollupQuery,
    response: portfolioRollup,
  }),
  getPortfolioTrend: defineRoute({
    operationId: 'getPortfolioTrend',
    method: 'get',
    path: '/portfolio/trend',
    summary: 'Show how what the filters leave stood over the last year',
    callers: 'user-or-service',
    query: trendQuery,
    response: portfolioTrend,
  }),
  getEntityTrend: defineRoute({
    operationId: 'getEntityTrend',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/readiness/trend',
    summary: 'Show how an entity stood over the last year',
    callers: 'user-or-service',
    params: entityParams,
    response: portfolioTrend,
  }),
  exportPortfolio: defineRoute({
    operationId: 'exportPortfolio',
    method: 'get',
    path: '/portfolio/export',
    summary: 'Download everything that the filters leave, as CSV or JSON',
    callers: 'user-or-service',
    query: exportQuery,
    /** The file: CSV with a header line, or a JSON array of rows. */
    response: z.string(),
  }),
};

import { z } from 'zod';
import { defineRoute } from '../api/route';
import { budgetHistoryView } from './budgetHistory';

const sloParams = z.strictObject({ sloId: z.uuid() });

/** Routes of what telemetry says about SLOs. @public */
export const sloTelemetryRoutes = {
  getBudgetHistory: defineRoute({
    operationId: 'getBudgetHistory',
    method: 'get',
    path: '/slos/:sloId/budget-history',
    summary: 'Read how the error budget of an SLO stood, day by day',
    callers: 'user-or-service',
    params: sloParams,
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(400).default(91),
    }),
    response: budgetHistoryView,
    etag: true,
  }),
};

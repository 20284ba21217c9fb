import { z } from 'zod';
import { defineRoute } from '../api/route';
import { entityParams } from '../entity/params';
import { budgetHistoryView } from './budgetHistory';
import { entityTelemetryView } from './telemetry';

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
  getEntityTelemetry: defineRoute({
    operationId: 'getEntityTelemetry',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/slo-telemetry',
    summary: "Read how an entity's SLOs do, from what was collected last",
    callers: 'user-or-service',
    params: entityParams,
    response: entityTelemetryView,
    etag: true,
  }),
  bindTelemetry: defineRoute({
    operationId: 'bindTelemetry',
    method: 'put',
    path: '/slos/:sloId/telemetry-binding',
    summary: 'Say which running SLO measures an SLO, or that none does',
    callers: 'user',
    params: sloParams,
    body: z.strictObject({
      running: z
        .strictObject({
          provider: z.string().max(60),
          externalId: z.string().max(300),
        })
        .nullable(),
    }),
    response: z.strictObject({ bindingVersion: z.int() }),
    ifMatch: true,
  }),
};

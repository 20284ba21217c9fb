import { z } from 'zod';
import { defineRoute } from './route';

/** The route that describes the others. @public */
export const openApiRoutes = {
  getOpenApi: defineRoute({
    operationId: 'getOpenApi',
    method: 'get',
    path: '/openapi.json',
    summary: 'The OpenAPI 3.1 document of this API',
    callers: 'user-or-service',
    response: z.record(z.string(), z.unknown()),
    etag: true,
  }),
};

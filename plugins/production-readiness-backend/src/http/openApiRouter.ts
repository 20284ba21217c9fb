import {
  createOpenApiDocument,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { version } from '../../package.json';
import { ApiRouter } from './ApiRouter';

/** Serves the OpenAPI document of every route. */
export function serveOpenApi(api: ApiRouter): void {
  const document = createOpenApiDocument(routes, version);
  api.serve(routes.getOpenApi, async () => document);
}

import { journalRoutes } from '../journal/routes';
import { openApiRoutes } from './openApiRoute';
import { toilRoutes } from '../toil/routes';

/**
 * Every route of the REST API, by its operation id. The server, the OpenAPI
 * document, the client and the permission tests all read this object.
 *
 * @public
 */
export const routes = {
  ...journalRoutes,
  ...openApiRoutes,
  ...toilRoutes,
};

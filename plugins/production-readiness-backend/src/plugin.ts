import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readinessPermissions } from '@prodready/backstage-plugin-production-readiness-common';
import { openDatabase } from './database';
import { createApiRouter, serveOpenApi, unknownRoute } from './http';

/**
 * The production readiness backend: checklists, SLO ownership and toil of
 * catalog entities, with a hash-chained journal. This file only wires.
 *
 * @public
 */
export const productionReadinessPlugin = createBackendPlugin({
  pluginId: 'production-readiness',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        database,
        httpAuth,
        httpRouter,
        logger,
        permissionsRegistry,
      }) {
        permissionsRegistry.addPermissions(readinessPermissions);
        await openDatabase(await database.getClient());

        const api = createApiRouter({
          httpAuth,
          logger,
          resolveCaller: async credentials => ({
            kind: 'service',
            principals: [],
            isAdmin: false,
            onBehalfOf: false,
            credentials,
          }),
        });
        serveOpenApi(api);
        api.router.use(unknownRoute);
        httpRouter.use(api.router);
      },
    });
  },
});

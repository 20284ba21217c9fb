import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readinessPermissions } from '@prodready/backstage-plugin-production-readiness-common';
import { createAccess } from './access';
import { DatabaseClock, openDatabase } from './database';
import { createDirectory } from './directory';
import { createApiRouter, serveOpenApi, unknownRoute } from './http';
import { databaseJournal, serveJournal } from './journal';
import { createToilFeature, readToilConfig } from './toil';

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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        databaseService: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config, httpAuth, logger, scheduler } = services;
        services.permissionsRegistry.addPermissions(readinessPermissions);
        const database = await openDatabase(
          await services.databaseService.getClient(),
        );
        const base = {
          ...services,
          database,
          clock: new DatabaseClock(),
          journal: databaseJournal,
        };
        const { directory, schedule } = createDirectory({
          ...base,
          onEntitiesChanged: async () => {},
        });
        const access = createAccess({ ...base, directory });
        const parts = { ...base, directory, access };
        const toil = createToilFeature({
          ...parts,
          config: readToilConfig(config),
          evaluation: { reevaluate: async () => {} },
        });

        const api = createApiRouter({
          httpAuth,
          logger,
          resolveCaller: access.resolveCaller,
        });
        serveOpenApi(api);
        serveJournal(api, parts);
        toil.serve(api);
        api.router.use(unknownRoute);
        services.httpRouter.use(api.router);
        await schedule(scheduler);
      },
    });
  },
});

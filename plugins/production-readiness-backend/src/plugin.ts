import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readinessPermissions } from '@prodready/backstage-plugin-production-readiness-common';
import {
  ReadinessCheckProvider,
  readinessChecksExtensionPoint,
  TelemetryProvider,
  telemetryProvidersExtensionPoint,
} from '@prodready/backstage-plugin-production-readiness-node';
import { createReadiness } from './createReadiness';
import { addCheckProvider } from './checks';
import { DatabaseClock, openDatabase } from './database';
import {
  createApiRouter,
  errorMiddleware,
  serveOpenApi,
  unknownRoute,
} from './http';
import { serveJournal } from './journal';
import { tasksThatEnd } from './tasks';

/**
 * The production readiness backend: checklists, SLO ownership and toil of
 * catalog entities, with a hash-chained journal. This file only wires.
 *
 * @public
 */
export const productionReadinessPlugin = createBackendPlugin({
  pluginId: 'production-readiness',
  register(env) {
    const telemetryProviders: TelemetryProvider[] = [];
    env.registerExtensionPoint(telemetryProvidersExtensionPoint, {
      addProvider(provider) {
        if (telemetryProviders.some(one => one.id === provider.id)) {
          throw new Error(`There are two telemetry providers ${provider.id}`);
        }
        telemetryProviders.push(provider);
      },
    });
    const checkProviders: ReadinessCheckProvider[] = [];
    env.registerExtensionPoint(readinessChecksExtensionPoint, {
      addCheckProvider: provider => addCheckProvider(checkProviders, provider),
    });
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        databaseService: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config, httpAuth, logger } = services;
        const scheduler = tasksThatEnd(services.scheduler, services.lifecycle);
        services.permissionsRegistry.addPermissions(readinessPermissions);
        const database = await openDatabase(
          await services.databaseService.getClient(),
        );
        const readiness = await createReadiness({
          ...services,
          telemetryProviders,
          checkProviders,
          database,
          clock: new DatabaseClock(),
        });
        const { access, checklist, directory } = readiness;

        const api = createApiRouter({
          httpAuth,
          logger,
          resolveCaller: access.resolveCaller,
        });
        serveOpenApi(api);
        serveJournal(api, { ...directory, access, database });
        checklist.serve(api);
        readiness.checks.serve(api);
        readiness.reviews.serve(api);
        readiness.gate.serve(api);
        readiness.slo.serve(api);
        readiness.studio.serve(api);
        readiness.toil.serve(api);
        readiness.upkeep.serve(api);
        readiness.portfolio.serve(api);
        readiness.records.serve(api);
        readiness.inbox.serve(api);
        api.router.use(unknownRoute, errorMiddleware(logger));
        services.httpRouter.use(api.router);
        await directory.schedule(scheduler);
        await readiness.slo.telemetry.schedule(scheduler);
        await checklist.schedule(scheduler, config);
        await readiness.checks.schedule(scheduler);
        await readiness.toil.schedule(scheduler);
        await readiness.portfolio.schedule(scheduler);
      },
    });
  },
});

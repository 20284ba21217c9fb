import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readinessPermissions } from '@prodready/backstage-plugin-production-readiness-common';
import { createAccess } from './access';
import {
  createChecklistFeature,
  loadChecklists,
  readChecklistConfig,
} from './checklist';
import { DatabaseClock, openDatabase } from './database';
import { createDirectory } from './directory';
import { Evaluation } from './evaluation';
import { createApiRouter, serveOpenApi, unknownRoute } from './http';
import { createInboxFeature } from './inbox';
import { databaseJournal, serveJournal } from './journal';
import { createPortfolioFeature } from './portfolio';
import {
  createSloFactReader,
  createSloFeature,
  createSloOwnerReader,
  readSloConfig,
} from './slo';
import {
  createToilFactReader,
  createToilFeature,
  readToilConfig,
} from './toil';

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
        const checklistConfig = readChecklistConfig(config);
        const sloConfig = readSloConfig(config);
        const toilConfig = readToilConfig(config);
        const registry = await loadChecklists();

        // The directory has entities judged when they change, and judging
        // them reads the directory.
        const directoryParts = createDirectory({
          ...base,
          onEntitiesChanged: async (tx, entityIds, at) => {
            await evaluation.reevaluate(tx, entityIds, at);
          },
        });
        const { directory } = directoryParts;
        const sloReaders = { ...base, directory, config: sloConfig };
        const evaluation = new Evaluation({
          ...base,
          registry,
          config: checklistConfig,
          readers: {
            directory,
            slo: createSloFactReader(sloReaders),
            sloOwners: createSloOwnerReader(sloReaders),
            toil: createToilFactReader({ ...base, config: toilConfig }),
          },
        });
        const access = createAccess({ ...base, directory });
        const parts = { ...base, directory, access, evaluation };

        const checklist = createChecklistFeature({
          ...parts,
          registry,
          config: checklistConfig,
        });
        const slo = createSloFeature({ ...parts, config: sloConfig });
        const toil = createToilFeature({ ...parts, config: toilConfig });
        const portfolio = createPortfolioFeature({ ...parts, registry });
        const inbox = createInboxFeature({
          ...parts,
          registry,
          config: checklistConfig,
          sloWaiting: slo.waiting,
        });

        const api = createApiRouter({
          httpAuth,
          logger,
          resolveCaller: access.resolveCaller,
        });
        serveOpenApi(api);
        serveJournal(api, parts);
        checklist.serve(api);
        slo.serve(api);
        toil.serve(api);
        portfolio.serve(api);
        inbox.serve(api);
        api.router.use(unknownRoute);
        services.httpRouter.use(api.router);
        await directoryParts.schedule(scheduler);
        await checklist.schedule(scheduler, config);
      },
    });
  },
});

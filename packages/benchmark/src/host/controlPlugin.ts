import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  createReadiness,
  DatabaseClock,
  openDatabase,
} from '@prodready/backstage-plugin-production-readiness-backend/services';
import { checklistAttestPermission } from '@prodready/backstage-plugin-production-readiness-common';
import express from 'express';
import { BenchmarkConfig, connect } from '../config';
import { judgeAll } from './judgeAll';
import { Profiler } from './Profiler';
import { ResourceWatch } from './ResourceWatch';
import { StatementCounter } from './StatementCounter';

/**
 * What the measurements need of the measured process: the floors (an empty
 * route, one that commits a row, one that asks for permission before), counters,
 * profiles, and the sweep.
 */
export function controlPlugin(
  config: BenchmarkConfig,
  counter: StatementCounter,
) {
  return createBackendPlugin({
    pluginId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          userInfo: coreServices.userInfo,
        },
        async init({ httpAuth, httpRouter, ...services }) {
          const knex = connect(config);
          const database = await openDatabase(knex);
          const readiness = await createReadiness({
            ...services,
            database,
            clock: new DatabaseClock(),
          });
          await knex.raw(
            'create table if not exists benchmark_rows (id bigserial primary key, body text)',
          );
          const commitRow = () =>
            knex.transaction(tx =>
              tx('benchmark_rows').insert({ body: 'one row' }),
            );
          const router = express.Router();
          router.get('/empty', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            res.json({});
          });
          router.post('/row', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            await commitRow();
            res.json({});
          });
          router.post('/asked', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            await services.permissions.authorize(
              [
                {
                  permission: checklistAttestPermission,
                  resourceRef: 'component:default/service-1',
                },
              ],
              { credentials },
            );
            await commitRow();
            res.json({});
          });
          let used = process.cpuUsage();
          router.get('/counters', (_, res) => {
            const { user, system } = process.cpuUsage(used);
            global.gc?.();
            res.json({
              statements: counter.take(),
              processorMs: (user + system) / 1000,
              rssMb: process.memoryUsage().rss / 1_048_576,
            });
            used = process.cpuUsage();
          });
          const profiler = new Profiler();
          router.post('/profile', async (_, res) => {
            await profiler.start();
            res.json({});
          });
          router.get('/profile', async (_, res) => {
            res.json(await profiler.stop());
          });
          const resources = new ResourceWatch();
          router.post('/resources', (_, res) => {
            resources.start();
            res.json({});
          });
          router.get('/resources', (_, res) => {
            res.json(resources.stop());
          });
          router.post('/judge-all', async (_, res) => {
            res.json(await judgeAll(database, readiness));
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { PostgresConnection } from './postgresServer';

const pluginId = 'production-readiness';

/**
 * The configuration of the databases: in memory, except that the plugin itself
 * may have a database on PostgreSQL.
 */
export function databaseConfig(plugin?: PostgresConnection): JsonObject {
  return {
    client: 'better-sqlite3',
    connection: ':memory:',
    ...(plugin && {
      // It exists already, and looking for it would ask SQLite.
      ensureExists: false,
      plugin: { [pluginId]: { client: 'pg', connection: { ...plugin } } },
    }),
  };
}

/**
 * The database service of Backstage, which also tells the connection pool of
 * the plugin under test, for counting statements and for looking into tables.
 */
export function createPluginDatabase() {
  let pool: Knex | undefined;

  const database = createServiceFactory({
    service: coreServices.database,
    deps: {
      config: coreServices.rootConfig,
      lifecycle: coreServices.lifecycle,
      logger: coreServices.logger,
      plugin: coreServices.pluginMetadata,
      rootLifecycle: coreServices.rootLifecycle,
      rootLogger: coreServices.rootLogger,
    },
    createRootContext: ({ config, rootLifecycle, rootLogger }) =>
      DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger }),
    factory({ plugin, lifecycle, logger }, manager) {
      const service = manager.forPlugin(plugin.getId(), { lifecycle, logger });
      if (plugin.getId() !== pluginId) return service;
      return {
        ...service,
        async getClient() {
          pool = await service.getClient();
          return pool;
        },
      };
    },
  });

  return {
    features: [database],
    knex(): Knex {
      if (!pool) throw new Error('The plugin has not asked for its database');
      return pool;
    },
  };
}

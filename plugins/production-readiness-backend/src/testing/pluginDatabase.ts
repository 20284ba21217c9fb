import { randomBytes } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { TestEngine } from './databases';

const pluginId = 'production-readiness';

/**
 * The configuration of the databases: in memory, except that the plugin itself
 * has a new database on PostgreSQL where that is asked for.
 *
 * @throws Error when PostgreSQL is asked for and there is none
 */
export function databaseConfig(engine: TestEngine): JsonObject {
  const inMemory = { client: 'better-sqlite3', connection: ':memory:' };
  if (engine === 'SQLite') return inMemory;
  const server =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (!server) throw new Error('Run this through `npm test -- <pattern>`');
  const { hostname, port, username, password } = new URL(server);
  return {
    ...inMemory,
    plugin: {
      [pluginId]: {
        client: 'pg',
        connection: {
          host: hostname,
          port: Number(port),
          user: username,
          password,
          database: `readiness_${randomBytes(8).toString('hex')}`,
        },
      },
    },
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

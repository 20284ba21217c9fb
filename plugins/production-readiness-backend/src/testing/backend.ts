import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { JsonObject } from '@backstage/types';
import {
  createReadinessClient,
  ReadinessClient,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { productionReadinessPlugin } from '../plugin';
import { authorization, CallerName } from './callers';
import { CatalogContent, GENERATION_ANNOTATION } from './catalogContent';
import { TestEngine } from './databases';
import { createLoopbackHttp } from './loopbackHttp';
import { organisation } from './organisation';
import { organisationPolicyModule } from './permissionPolicy';
import { createPluginDatabase, databaseConfig } from './pluginDatabase';
import { createPostgresDatabase, PostgresConnection } from './postgresServer';
import { signIn } from './signIn';

const settleTimeoutMs = 30_000;

type Backend = ReturnType<typeof createBackend>;

const running = new Set<Backend>();

// In a process of its own nobody calls that: the process is what ends.
if (typeof afterAll === 'function') {
  afterAll(async () => {
    await Promise.all([...running].map(stop));
  });
}

async function stop(backend: Backend): Promise<void> {
  running.delete(backend);
  await backend.stop();
}

/** An answer as it came over HTTP. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  /** The parsed body; undefined where there is none or it is not JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** What a raw request carries beside the path. */
export interface RawRequest {
  /** Sent as JSON, or as it is when it is a text. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends requests as one caller. */
export interface TestClient extends ReadinessClient {
  /** Sends any request at all, and throws for no status. */
  send(method: string, path: string, request?: RawRequest): Promise<RawAnswer>;
}

/** A started backend with the real catalog, permissions and plugin in it. */
export interface TestReadinessBackend {
  /** Where the plugin's API is, without a slash at the end. */
  readonly url: string;
  /** The plugin's own connection pool. */
  readonly knex: Knex;
  as(caller: CallerName): TestClient;
  /** Changes the whole catalog and waits until it shows the new content. */
  replaceCatalog(change: (entities: Entity[]) => Entity[]): Promise<void>;
  /** Runs each scheduled task of the plugin once, as the scheduler would. */
  sweep(): Promise<void>;
  /** Runs a scheduled task of another plugin. */
  runTask(id: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a backend with the real catalog and permission backends, a policy, and
 * the plugin, on 127.0.0.1. Only sign-in and the scheduler are those of
 * Backstage's test utilities: tokens name their user, tasks run when told to.
 * (The stock test backend listens on every address of the machine, and takes no
 * other HTTP server, so the backend is put together here.)
 *
 * It is stopped after the tests of the file at the latest.
 */
export async function startTestReadinessBackend(
  options: {
    engine?: TestEngine;
    /** A PostgreSQL database that is there already. */
    connection?: PostgresConnection;
    entities?: Entity[];
    /** Merged over `productionReadiness` of the configuration. */
    readiness?: JsonObject;
    features?: BackendFeature[];
    /** Whether Backstage's own scheduler runs the tasks; else `sweep` does. */
    schedules?: boolean;
    /** More of the configuration, of other plugins. */
    config?: JsonObject;
  } = {},
): Promise<TestReadinessBackend> {
  const http = createLoopbackHttp();
  const database = createPluginDatabase();
  const tasks = createTasks();
  const content = new CatalogContent(options.entities ?? organisation());

  const backend = createBackend();
  running.add(backend);
  for (const feature of [
    ...signIn(),
    ...http.features,
    ...database.features,
    ...(options.schedules ? [] : tasks.features),
    mockServices.rootLogger.factory(),
    mockServices.rootConfig.factory({
      data: {
        ...(await configuration(options)),
        ...options.config,
      },
    }),
    catalogPlugin,
    content.module(),
    permissionPlugin,
    organisationPolicyModule,
    productionReadinessPlugin,
    ...(options.features ?? []),
  ]) {
    backend.add(feature);
  }
  await backend.start();

  const url = `${http.url()}/api/production-readiness`;
  await catalogToShow(content, http.url());
  if (!options.schedules) await tasks.run();
  return {
    url,
    get knex() {
      return database.knex();
    },
    as: caller => createTestClient(url, authorization(caller)),
    async replaceCatalog(change) {
      await content.replace(change(content.current));
      await catalogToShow(content, http.url());
    },
    sweep: tasks.run,
    runTask: tasks.runOther,
    stop: () => stop(backend),
  };
}

async function configuration({
  engine = 'SQLite',
  connection,
  readiness,
}: {
  engine?: TestEngine;
  connection?: PostgresConnection;
  readiness?: JsonObject;
}): Promise<JsonObject> {
  const postgres =
    connection ??
    (engine === 'PostgreSQL' ? await createPostgresDatabase() : undefined);
  return {
    backend: { database: databaseConfig(postgres) },
    permission: { enabled: true },
    catalog: {
      rules: [
        { allow: ['Domain', 'System', 'Component', 'API', 'Resource'] },
        { allow: ['Group', 'User'] },
      ],
      processingInterval: { seconds: 1 },
      stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
    },
    productionReadiness: {
      administrators: ['group:default/platform'],
      reviewers: [
        { sections: ['SEC'], group: 'group:default/security' },
        {
          sections: ['SLO', 'OBS', 'OPS', 'REL', 'CAP'],
          group: 'group:default/sre',
        },
      ],
      ...readiness,
    },
  };
}

/** All tasks wait to be run. */
function createTasks() {
  const own = mockServices.scheduler();
  const others = mockServices.scheduler();
  const scheduler = createServiceFactory({
    service: coreServices.scheduler,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }): SchedulerService =>
      plugin.getId() === 'production-readiness' ? own : others,
  });
  return {
    features: [scheduler],
    runOther: (id: string) => others.triggerTask(id),
    async run() {
      for (const { id } of await own.getScheduledTasks()) {
        await own.triggerTask(id);
      }
    },
  };
}

async function catalogToShow(
  content: CatalogContent,
  url: string,
): Promise<void> {
  const query = new URLSearchParams({
    filter: `metadata.annotations.${GENERATION_ANNOTATION}=${content.generation}`,
    limit: '1',
    fields: 'metadata.name',
  });
  const deadline = Date.now() + settleTimeoutMs;
  for (;;) {
    const response = await fetch(
      `${url}/api/catalog/entities/by-query?${query}`,
      {
        headers: authorization('administrator'),
      },
    );
    const answer = await response.text();
    const shown = response.ok ? JSON.parse(answer).totalItems : 0;
    if (shown === content.current.length) return;
    if (Date.now() > deadline) {
      throw new Error(
        `The catalog shows ${shown} of ${content.current.length} entities after ${settleTimeoutMs} ms: ${response.status} ${answer}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function createTestClient(
  url: string,
  identity: Record<string, string>,
): TestClient {
  const client = createReadinessClient({
    discoveryApi: { getBaseUrl: async () => url },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...init?.headers, ...identity },
        }),
    },
  });
  return {
    call: client.call,
    async send(method, path, { body, headers } = {}) {
      const response = await fetch(`${url}${path}`, {
        method: method.toUpperCase(),
        headers: {
          ...identity,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: bodyText(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: parsed(text),
      };
    },
  };
}

function bodyText(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string'
    ? body
    : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

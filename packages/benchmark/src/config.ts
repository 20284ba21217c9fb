import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { SizeName } from './sizes';

/** The configuration of the measured backend, and how to reach its database. */
export interface BenchmarkConfig {
  port: number;
  /** PostgreSQL server, without a database. */
  server: string;
  size: SizeName;
  /** Whether the built app is there too, for a browser. */
  servesApp: boolean;
  /** Whether the Tech Insights backend runs beside it, to compare with. */
  withTechInsights: boolean;
}

const PLUGIN_ID = 'production-readiness';

/** Reads what `npm run benchmark` passed in the environment. */
export function readBenchmarkConfig(
  env: NodeJS.ProcessEnv = process.env,
): BenchmarkConfig {
  const { BENCHMARK_DATABASE, BENCHMARK_PORT, BENCHMARK_SIZE } = env;
  if (!BENCHMARK_DATABASE || !BENCHMARK_SIZE) {
    throw new Error('Start this by `npm run benchmark`, which sets it up');
  }
  return {
    server: BENCHMARK_DATABASE,
    port: Number(BENCHMARK_PORT),
    size: BENCHMARK_SIZE as SizeName,
    withTechInsights: isWanted('TI', env),
    servesApp: env.READINESS_TEST_CHROME !== undefined,
  };
}

/** The name of the plugin's own database at a size. */
export function databaseName(size: SizeName): string {
  return `${prefixOf(size)}${PLUGIN_ID}`;
}

/** Connects to the plugin's own database, or to another one of the server. */
export function connect(
  { server, size }: BenchmarkConfig,
  database = databaseName(size),
  pool = 10,
): Knex {
  const { hostname, port, username, password } = new URL(server);
  return knexFactory({
    client: 'pg',
    pool: { min: 0, max: pool },
    connection: {
      host: hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database,
    },
  });
}

/** The backend's configuration as a service. */
export function rootConfig({ server, size, port }: BenchmarkConfig) {
  const url = new URL(server);
  const baseUrl = `http://127.0.0.1:${port}`;
  return mockServices.rootConfig.factory({
    data: {
      app: {
        baseUrl,
        packageName: 'app',
        packages: 'all',
        disableStaticFallbackCache: true,
      },
      organization: { name: 'Benchmark' },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        // It speaks plain http, which this directive would forbid.
        csp: { 'upgrade-insecure-requests': false },
        database: {
          client: 'pg',
          prefix: prefixOf(size),
          connection: {
            host: url.hostname,
            port: Number(url.port || 5432),
            user: decodeURIComponent(url.username),
            password: decodeURIComponent(url.password),
          },
        },
      },
      auth: {
        environment: 'development',
        providers: { benchmark: {}, demo: {} },
      },
      permission: { enabled: true },
      productionReadiness: {
        administrators: ['user:default/visitor'],
        reviewers: [
          {
            sections: ['SLO', 'OBS', 'OPS', 'REL'],
            group: 'group:default/team-0',
          },
        ],
        // The measurements say when something is swept.
        sweep: { directory: { hours: 12 }, expiry: { hours: 12 } },
      },
    },
  });
}

function prefixOf(size: SizeName): string {
  return `readiness_benchmark_${size.toLowerCase()}_`;
}

/** Whether a workload is among those that were asked for; all, when none is. */
export function isWanted(
  id: string,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  const only = (env.BENCHMARK_ONLY ?? '').split(',').filter(Boolean);
  return only.length === 0 || only.includes(id);
}

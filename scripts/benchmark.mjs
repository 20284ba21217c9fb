// Seeds a large company and measures the plugin on it.
//
//   npm run benchmark -- seed --size M   fill a database (S, M, L or XL)
//   npm run benchmark -- run --size M    measure, and write the results
//   npm run benchmark -- --size S        both
//
//   --only W2,W3     only these workloads
//   --seconds 5      how long each one runs
//   --output <file>  where the results go, as JSON; a table beside it
//   --profiles <folder>  also write a CPU profile of each workload
//
// PostgreSQL is the server that BENCHMARK_DATABASE names as a URL, else one that
// comes along and keeps its data in .data/benchmark.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFrontend } from './start/frontend.mjs';
import { browserEnvironment } from './testing/chromium.mjs';
import { startEmbeddedPostgres } from './testing/embeddedPostgres.mjs';
import { freePort } from './testing/freePort.mjs';
import { endProcesses, runNode } from './testing/processes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let server;

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string', default: 'M' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '5' },
      output: { type: 'string', default: '' },
      profiles: { type: 'string', default: '' },
    },
  });
  const steps = positionals.length > 0 ? positionals : ['seed', 'run'];
  // Only the last workload needs the app and a browser.
  const only = values.only.split(',').filter(Boolean);
  const withBrowser =
    steps.includes('run') && (only.length === 0 || only.includes('W10'));
  if (withBrowser) await buildFrontend(root);
  const browser = withBrowser ? await browserEnvironment(root) : {};
  const url = process.env.BENCHMARK_DATABASE ?? (await ownServer());
  for (const step of steps) {
    if (!['seed', 'run'].includes(step)) {
      throw new Error(`There is no step ${step}; choose seed or run`);
    }
    const code = await runNode(
      [
        '--enable-source-maps',
        '--expose-gc',
        '--require',
        createRequire(join(root, 'package.json')).resolve(
          '@backstage/cli/config/nodeTransform.cjs',
        ),
        `src/${step}/main.ts`,
      ],
      {
        cwd: join(root, 'packages/benchmark'),
        env: {
          ...process.env,
          ...browser,
          NODE_ENV: 'production',
          LOG_LEVEL: 'error',
          BENCHMARK_DATABASE: url,
          BENCHMARK_SIZE: values.size,
          BENCHMARK_PORT: String(await freePort()),
          BENCHMARK_ONLY: values.only,
          BENCHMARK_SECONDS: values.seconds,
          BENCHMARK_OUTPUT: values.output,
          BENCHMARK_PROFILES: values.profiles && resolve(values.profiles),
        },
      },
    );
    if (code !== 0) return code;
  }
  return 0;
}

async function ownServer() {
  server = await startEmbeddedPostgres({
    folder: join(root, '.data/benchmark'),
  });
  return server.connectionString;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => finish(130));
}

async function finish(code) {
  await endProcesses();
  await server?.stop();
  process.exit(code);
}

main().then(finish, error => {
  process.stderr.write(`${error.message}\n`);
  return finish(1);
});

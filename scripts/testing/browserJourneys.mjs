import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFrontend } from '../start/frontend.mjs';
import { browserEnvironment } from './chromium.mjs';
import { runConfiguredTests } from './jestRun.mjs';

/**
 * Builds the frontend once and runs the browser journeys of
 * `packages/app/e2e-tests` against running apps, which the journeys start and
 * stop themselves.
 *
 * @returns {Promise<import('./jestRun.mjs').RunResult>}
 */
export async function runBrowserJourneys({
  root,
  results,
  postgres,
  patterns,
}) {
  await buildFrontend(root);
  // Pictures of an earlier run would be taken for this one's.
  await rm(join(results, 'screenshots'), { recursive: true, force: true });
  return runConfiguredTests({
    root,
    config: join(root, 'packages/app/e2e-tests/jest.config.js'),
    args: [...patterns],
    resultFile: join(results, 'browser-journeys.json'),
    env: {
      ...(await browserEnvironment(root)),
      READINESS_TEST_POSTGRES: postgres.connectionString,
      READINESS_TEST_RESULTS: results,
    },
  });
}

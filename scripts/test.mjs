// Runs all tests of the project: `npm test`.
//
//   npm test                 everything: packages on SQLite and PostgreSQL, then the browser
//   npm test -- <pattern>    only the package tests in files that match
//   npm test -- --browser    only the browser journeys
//
// It brings its own PostgreSQL and its own Chromium from npm packages. The last
// line sums it all up: `N passed, N failed`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from './testing/embeddedPostgres.mjs';
import { runBrowserJourneys } from './testing/browserJourneys.mjs';
import { runPackageTests } from './testing/jestRun.mjs';
import { requireNode } from './testing/preflight.mjs';
import { prometheusPrograms } from './testing/prometheus.mjs';
import { endProcesses } from './testing/processes.mjs';

requireNode();

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const args = process.argv.slice(2);
const browserOnly = args.includes('--browser');
const patterns = args.filter(arg => arg !== '--browser');
const everything = !browserOnly && patterns.length === 0;

let postgres;
let stopping;

/** Ends what this run started, once, in the order in which it depends. */
function stop() {
  stopping ??= endProcesses().then(() => postgres?.stop());
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    process.stderr.write(`\n${signal}: stopping.\n`);
    stop().finally(() => process.exit(130));
  });
}

async function main() {
  const started = Date.now();
  step('Starting PostgreSQL');
  postgres = await startEmbeddedPostgres();

  const totals = { passed: 0, failed: 0 };
  if (!browserOnly) {
    step(`Package tests${patterns.length ? `: ${patterns.join(' ')}` : ''}`);
    add(totals, await packageTests());
  }
  if (browserOnly || everything) {
    step('Browser journeys');
    add(
      totals,
      await runBrowserJourneys({ root, results, postgres, patterns }),
    );
  }
  await stop();

  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `\nTook ${Math.floor(seconds / 60)} min ${seconds % 60} s.\n` +
      `${totals.passed} passed, ${totals.failed} failed\n`,
  );
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

async function packageTests() {
  const prometheus = await prometheusPrograms(root);
  // Skipped tests look like passed ones: where all is run, nothing may be.
  const withoutPrometheus = everything && !prometheus;
  const result = await runPackageTests({
    root,
    patterns,
    // Several partial runs may go on at once while somebody develops.
    resultFile: join(
      results,
      everything ? 'package-tests.json' : `package-tests-${process.pid}.json`,
    ),
    env: {
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
        postgres.connectionString,
      ...(prometheus && { READINESS_TEST_PROMETHEUS: prometheus }),
    },
  });
  const untested = everything && result.passedOnPostgres === 0;
  if (untested || result.skippedOnPostgres > 0) {
    process.stderr.write(
      'PostgreSQL was not really tested: ' +
        `${result.passedOnPostgres} tests passed on it, ${result.skippedOnPostgres} were skipped.\n`,
    );
    return { ...result, failed: result.failed + 1 };
  }
  if (withoutPrometheus && process.env.CI) {
    process.stderr.write(
      'Prometheus was not really tested: neither is it on the path, nor could apt download it.\n',
    );
    return { ...result, failed: result.failed + 1 };
  }
  process.stdout.write(
    `${result.passed} package tests passed, ${result.passedOnPostgres} of them on PostgreSQL.\n`,
  );
  return result;
}

function add(totals, result) {
  totals.passed += result.passed;
  totals.failed += result.failed;
}

function step(title) {
  process.stdout.write(`\n── ${title}\n`);
}

main()
  .then(code => process.exit(code))
  .catch(async error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    await stop();
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  });

import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from './processes.mjs';

const require = createRequire(import.meta.url);

/** A slow or busy machine is no reason for a test to fail. */
const testTimeoutMs = 60_000;

/**
 * @typedef {object} RunResult
 * @property {number} passed tests that passed
 * @property {number} failed tests that failed, and files that could not run
 * @property {number} skipped tests that were not run
 * @property {number} passedOnPostgres of those passed, the ones whose title says PostgreSQL
 * @property {number} skippedOnPostgres of those skipped, likewise
 */

/**
 * Runs all jest tests of all packages, or those in files that match the
 * patterns, with the project's own configuration.
 *
 * @returns {Promise<RunResult>}
 */
export function runPackageTests({ root, patterns, env, resultFile }) {
  const cli = join(
    dirname(require.resolve('@backstage/cli/package.json')),
    'bin/backstage-cli',
  );
  return runJest({
    root,
    env,
    resultFile,
    args: [
      cli,
      'repo',
      'test',
      '--maxWorkers=2',
      `--testTimeout=${testTimeoutMs}`,
      ...patterns,
    ],
  });
}

/**
 * Runs jest with one configuration file.
 *
 * @returns {Promise<RunResult>}
 */
export function runConfiguredTests({ root, config, args, env, resultFile }) {
  return runJest({
    root,
    env,
    resultFile,
    args: [
      join(dirname(require.resolve('jest/package.json')), 'bin/jest.js'),
      '--config',
      config,
      ...args,
    ],
  });
}

async function runJest({ root, args, env, resultFile }) {
  await mkdir(dirname(resultFile), { recursive: true });
  await rm(resultFile, { force: true });
  const code = await runNode(
    [...args, '--watchAll=false', '--json', `--outputFile=${resultFile}`],
    {
      cwd: root,
      env: { ...process.env, ...env, CI: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const result = await readResult(resultFile);
  if (code !== 0 && result.failed === 0) {
    // A crash of the runner itself is a failure too, not "0 failed".
    return { ...result, failed: 1 };
  }
  return result;
}

async function readResult(resultFile) {
  let report;
  try {
    report = JSON.parse(await readFile(resultFile, 'utf8'));
  } catch {
    process.stderr.write('The test runner ended without a report.\n');
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      passedOnPostgres: 0,
      skippedOnPostgres: 0,
    };
  }
  const tests = report.testResults.flatMap(file => file.assertionResults);
  const count = (status, label = '') =>
    tests.filter(
      test => test.status === status && test.fullName.includes(label),
    ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    passedOnPostgres: count('passed', 'PostgreSQL'),
    skippedOnPostgres: count('pending', 'PostgreSQL'),
  };
}

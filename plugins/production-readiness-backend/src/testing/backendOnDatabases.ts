import { startTestReadinessBackend, TestReadinessBackend } from './backend';
import { TestEngine } from './databases';
import { describeOnPostgres } from './describeOnPostgres';

/**
 * Runs the same tests against a started backend on SQLite and against one on
 * PostgreSQL. All tests of a group share the backend and its data.
 *
 * @param name - what is tested, the title of the group
 * @param fn - declares the tests; call `backend()` inside a test or a hook only
 */
export function describeBackendOnDatabases(
  name: string,
  fn: (backend: () => TestReadinessBackend, engine: TestEngine) => void,
): void {
  const groups = { SQLite: describe, PostgreSQL: describeOnPostgres };
  for (const engine of ['SQLite', 'PostgreSQL'] as const) {
    groups[engine](`${name} on ${engine}`, () => {
      let started: TestReadinessBackend | undefined;
      beforeAll(async () => {
        started = await startTestReadinessBackend({ engine });
      }, 60_000);

      fn(() => {
        if (!started) throw new Error('The backend has not started');
        return started;
      }, engine);
    });
  }
}

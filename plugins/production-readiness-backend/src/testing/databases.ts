import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openDatabase, ReadinessDatabase } from '../database';
import { POSTGRES_VARIABLE } from './postgresServer';

/** The engines that every store is tested on. */
export type TestEngine = 'SQLite' | 'PostgreSQL';

const engines: Record<TestEngine, TestDatabaseId> = {
  SQLite: 'SQLITE_3',
  PostgreSQL: 'POSTGRES_18',
};

/** Creating and migrating a database takes a while on a busy machine. */
const setUpTimeoutMs = 60_000;

/** What a test on a database works with. */
export interface TestDatabase {
  readonly engine: TestEngine;
  /** A database of the test's own, empty, with the newest schema. */
  readonly database: ReadinessDatabase;
  /** The connection pool of `database`. */
  readonly knex: Knex;
}

/**
 * Runs the same tests on SQLite and on PostgreSQL 18, each test on a new
 * database with all migrations applied.
 *
 * The engine's name is part of each test's title: `npm test` counts the titles
 * that say PostgreSQL and fails when none ran. Started alone, without a
 * connection string in the environment, the tests on PostgreSQL are reported as
 * skipped; `npm test -- <pattern>` brings a server.
 *
 * @param name - what is tested, the title of the group
 * @param fn - declares the tests; read `db` inside a test or a hook only
 */
export function describeOnDatabases(
  name: string,
  fn: (db: TestDatabase) => void,
): void {
  for (const engine of Object.keys(engines) as TestEngine[]) {
    describeOn(engine, name, fn);
  }
}

/** Runs tests on one of the engines; see `describeOnDatabases`. */
export function describeOn(
  engine: TestEngine,
  name: string,
  fn: (db: TestDatabase) => void,
): void {
  const available = engine === 'SQLite' || process.env[POSTGRES_VARIABLE];
  (available ? describe : describe.skip)(`${name} on ${engine}`, () => {
    const databases = TestDatabases.create({
      ids: [engines[engine]],
      disableDocker: true,
    });
    let current: ReadinessDatabase | undefined;

    beforeEach(async () => {
      current = await openDatabase(await databases.init(engines[engine]));
    }, setUpTimeoutMs);
    afterEach(async () => {
      await current?.knex.destroy();
      current = undefined;
    });

    fn({
      engine,
      get database() {
        if (!current) {
          throw new Error('The database exists only while a test runs');
        }
        return current;
      },
      get knex() {
        return this.database.knex;
      },
    });
  });
}

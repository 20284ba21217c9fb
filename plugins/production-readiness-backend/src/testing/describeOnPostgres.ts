import { POSTGRES_VARIABLE } from './postgresServer';

/** Groups tests that make no sense on SQLite. Skipped without a server. */
export const describeOnPostgres = process.env[POSTGRES_VARIABLE]
  ? describe
  : describe.skip;

import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNAVAILABLE = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '53100', // disk_full
  '25006', // read_only_sql_transaction
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
// SQLite adds what exactly went wrong, as in SQLITE_IOERR_WRITE.
const SQLITE_UNAVAILABLE = /^SQLITE_(FULL|READONLY|IOERR|BUSY)(_|$)/;

const RETRYABLE = new Set(['40P01', '40001']);

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Whether trying the same transaction again may succeed at once. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(codeOf(error));
}

/** Whether the database can't be reached or can't write at the moment. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  const { name = '', message = '' } = error instanceof Error ? error : {};
  return (
    UNAVAILABLE.has(code) ||
    SQLITE_UNAVAILABLE.test(code) ||
    code.startsWith('08') ||
    name === 'KnexTimeoutError' ||
    /Connection terminated|connection is closed|Unable to acquire a connection/.test(
      message,
    )
  );
}

/** The 503 that a caller gets when the database can't be reached. */
export function unavailable(cause: unknown): ReadinessError {
  return ReadinessError.unavailable(
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached or written to at the moment. Nothing was saved; try again in a few seconds.',
    { cause },
  );
}

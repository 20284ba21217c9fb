import { isRetryable, isUnavailable } from './failures';

const withCode = (code: string) =>
  Object.assign(new Error('refused'), { code });

describe('failures of the database', () => {
  it.each([
    'ECONNREFUSED',
    '57P01',
    '08006',
    'SQLITE_FULL',
    'SQLITE_IOERR_WRITE',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_BUSY_SNAPSHOT',
  ])('take %s for a database that is away', code => {
    expect(isUnavailable(withCode(code))).toBe(true);
  });

  it.each(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', ''])(
    'take %j for a fault of the statement',
    code => {
      expect(isUnavailable(withCode(code))).toBe(false);
      expect(isRetryable(withCode(code))).toBe(false);
    },
  );

  it('try a deadlock again', () => {
    expect(isRetryable(withCode('40P01'))).toBe(true);
  });
});

import { isUtf8 } from 'node:buffer';
import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Request } from 'express';

/**
 * No row gets there: PostgreSQL's integers end one further, which leaves room
 * for the version that would come next.
 */
const LARGEST_VERSION = 2 ** 31 - 2;

/**
 * The version that the caller edits, from `If-Match: "<version>"`.
 *
 * @throws ReadinessError 428 without the header, 400 when it holds no version
 */
export function readIfMatch(req: Request): number {
  const header = req.headers['if-match'];
  if (header === undefined) {
    throw ReadinessError.preconditionRequired(
      'IF_MATCH_REQUIRED',
      'Say which version you are changing: send If-Match with the version in quotes, "0" when there is none yet.',
      { field: 'header.If-Match' },
    );
  }
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim());
  if (!match) {
    throw ReadinessError.badInput(
      'IF_MATCH_INVALID',
      'If-Match must hold one version number in quotes, such as "3".',
      { field: 'header.If-Match' },
    );
  }
  // What is larger is as stale as any other version that there is not.
  return Math.min(Number(match[1]), LARGEST_VERSION);
}

/**
 * The caller's key of one action, from `Idempotency-Key`.
 *
 * @throws ReadinessError 400 when it is too short to be unique, or too long
 */
export function readIdempotencyKey(req: Request): string | undefined {
  const header = req.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(header)) {
    throw ReadinessError.badInput(
      'IDEMPOTENCY_KEY_INVALID',
      'Idempotency-Key must be 8 to 200 visible ASCII characters, such as a random UUID.',
      { field: 'header.Idempotency-Key' },
    );
  }
  return header;
}

/**
 * Refuses a body in another form than JSON. It would be passed over, and the
 * caller would read that every field is missing.
 *
 * @throws ReadinessError 415
 */
export function requireJson(req: Request): void {
  const isEmpty = req.headers['content-length'] === '0';
  if (isEmpty || req.is('application/json') !== false) return;
  throw new ReadinessError(
    415,
    'BODY_NOT_JSON',
    'The body is taken as JSON only. Send it with Content-Type: application/json.',
    { field: 'header.Content-Type' },
  );
}

/**
 * Refuses bytes that are no UTF-8. The parser would put a replacement character
 * in their place, and store what nobody wrote.
 *
 * @throws Error that the parser reports as `entity.verify.failed`
 */
export function requireUtf8(_: unknown, __: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Error('Not UTF-8');
}

/**
 * Whether the caller has what the ETag names already: it is compared weakly,
 * since proxies that compress an answer mark its ETag as weak.
 *
 * @param etag - of the answer, in quotes
 */
export function isKnownToCaller(req: Request, etag: string): boolean {
  const known = req.headers['if-none-match'];
  if (known === undefined) return false;
  return known
    .split(',')
    .map(one => one.trim().replace(/^W\//, ''))
    .some(one => one === etag || one === '*');
}

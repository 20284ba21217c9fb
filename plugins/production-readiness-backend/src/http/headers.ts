import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Request } from 'express';

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
  return Number(match[1]);
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

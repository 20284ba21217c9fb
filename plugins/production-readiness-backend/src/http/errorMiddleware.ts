import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorRequestHandler } from 'express';
import { isUnavailable, unavailable } from '../database';

/** Statuses of the errors that Backstage's own services throw. */
const STATUS_BY_NAME: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/**
 * Sends errors in Backstage's shape, with a stable code, the field and a
 * sentence for a person. What nobody expected is logged whole, and the caller
 * gets nothing of its inside.
 */
export function errorMiddleware(logger: LoggerService): ErrorRequestHandler {
  return (thrown, req, res, next) => {
    if (res.headersSent) {
      next(thrown);
      return;
    }
    const error = toReadinessError(thrown);
    if (error.status >= 500) {
      logger.error(
        `${req.method} ${req.path} failed: ${error.message}`,
        isError(thrown) ? thrown : undefined,
      );
    }
    res.status(error.status).json({
      error: {
        name: error.name,
        message: error.message,
        code: error.code,
        ...(error.field && { field: error.field }),
        ...(error.details && { details: error.details }),
      },
      request: { method: req.method, url: req.originalUrl },
      response: { statusCode: error.status },
    });
  };
}

/** What a caller may know of an error. */
export function toReadinessError(thrown: unknown): ReadinessError {
  if (thrown instanceof ReadinessError) return thrown;
  if (isUnavailable(thrown)) return unavailable(thrown);
  const parser = fromBodyParser(thrown);
  if (parser) return parser;
  const status = isError(thrown) ? STATUS_BY_NAME[thrown.name] : undefined;
  if (status && isError(thrown)) {
    const code = thrown.name
      .replace(/Error$/, '')
      .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
      .toUpperCase();
    return new ReadinessError(status, code, thrown.message || thrown.name);
  }
  return new ReadinessError(
    500,
    'INTERNAL',
    'Something went wrong on the server. It is in the log; nothing was saved.',
    { cause: thrown },
  );
}

/** Errors of express.json and of Express's own path decoding. */
function fromBodyParser(thrown: unknown): ReadinessError | undefined {
  const { type, limit, status, code } = (thrown ?? {}) as {
    type?: string;
    limit?: number;
    status?: number;
    code?: unknown;
  };
  if (type === 'entity.too.large') {
    return ReadinessError.tooLarge(
      'BODY_TOO_LARGE',
      `The body is larger than the ${limit} bytes that are taken here. Shorten the text, or link to it.`,
      { field: 'body', details: { limit } },
    );
  }
  // Z_DATA_ERROR and the like: it was not compressed as its header says.
  const isPacked = typeof code === 'string' && code.startsWith('Z_');
  if (
    isPacked ||
    type?.startsWith('entity.') ||
    type?.endsWith('.unsupported')
  ) {
    return ReadinessError.badInput(
      'BODY_INVALID',
      'The body could not be read: send a JSON object in UTF-8, without compression or compressed as Content-Encoding says.',
      { field: 'body' },
    );
  }
  if (thrown instanceof URIError || status === 400) {
    return ReadinessError.badInput(
      'REQUEST_INVALID',
      'The request could not be read; check the percent-encoding of the path.',
      { field: 'path' },
    );
  }
  return undefined;
}

/**
 * Extra facts that travel with an error: the current value after a lost race,
 * the difference between two contents, the bounds of a number.
 *
 * @public
 */
export type ReadinessErrorDetails = Record<string, unknown>;

/**
 * The parts of an error that a client can act on.
 *
 * @public
 */
export interface ReadinessErrorOptions {
  /** Path of the offending input, for example `body.evidence.url`. */
  field?: string;
  /** Machine-readable facts, for example `{ current }` after a lost race. */
  details?: ReadinessErrorDetails;
  /** What caused it; logged on the server and never sent. */
  cause?: unknown;
}

const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  428: 'PreconditionRequiredError',
  503: 'ServiceUnavailableError',
};

/**
 * An error that a person reads: the message is a sentence that says what was
 * wrong, where, and what to do; `code` is stable for programs; `field` names
 * the input.
 *
 * `name` follows `@backstage/errors`, so that a Backstage client maps it.
 *
 * @public
 */
export class ReadinessError extends Error {
  /** Stable, in capitals, such as `ITEM_NOT_FOUND`. */
  readonly code: string;
  /** The HTTP status that it is answered with. */
  readonly status: number;
  /** The path of the input that is wrong, such as `body.evidence`. */
  readonly field?: string;
  /** What a program needs to go on, such as the value that stands now. */
  readonly details?: ReadinessErrorDetails;
  /** The error behind it, for the log; it is never answered. */
  readonly cause?: unknown;

  constructor(
    status: number,
    code: string,
    message: string,
    options: ReadinessErrorOptions = {},
  ) {
    super(message);
    this.name = NAMES[status] ?? 'Error';
    this.status = status;
    this.code = code;
    this.field = options.field;
    this.details = options.details;
    this.cause = options.cause;
  }

  /** 400: the input breaks a rule. */
  static badInput(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(400, code, message, options);
  }

  /** 403: the caller may not do this. */
  static notAllowed(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(403, code, message, options);
  }

  /** 404: it does not exist, or the caller may not know that it does. */
  static notFound(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(404, code, message, options);
  }

  /** 409: the request contradicts the present state. */
  static conflict(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(409, code, message, options);
  }

  /** 412: somebody else was faster; `details.current` holds what stands now. */
  static preconditionFailed(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(412, code, message, options);
  }

  /** 413: the body is larger than this route takes. */
  static tooLarge(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(413, code, message, options);
  }

  /** 428: an edit has to say which version it was made from. */
  static preconditionRequired(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(428, code, message, options);
  }

  /** 503: the database or another part can't be reached; try again. */
  static unavailable(
    code: string,
    message: string,
    options?: ReadinessErrorOptions,
  ) {
    return new ReadinessError(503, code, message, options);
  }
}

import { RouteDefinition } from '@prodready/backstage-plugin-production-readiness-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Request, Response } from 'express';
import { toReadinessError } from './errorMiddleware';

/** Says how far a long work is. */
export type ReportProgress = (done: number, total: number) => void;

/**
 * Sends lines of progress before the answer, to callers who ask for NDJSON.
 * Nothing is sent before the first progress: what is refused at once is
 * refused with a status, as everywhere.
 */
export class ProgressLines {
  private readonly wanted: boolean;

  constructor(
    route: RouteDefinition,
    req: Request,
    private readonly res: Response,
    private readonly logger: LoggerService,
  ) {
    this.wanted =
      route.progress &&
      (req.headers.accept ?? '').includes('application/x-ndjson');
  }

  /** Whether an answer has to follow as a line. */
  get used(): boolean {
    return this.wanted;
  }

  readonly report: ReportProgress = (done, total) => {
    if (this.wanted) this.write({ progress: { done, total } });
  };

  answer(answer: unknown): void {
    this.write({ answer });
    this.res.end();
  }

  /** @returns false when no line was sent yet: the usual answer will do */
  fail(thrown: unknown): boolean {
    if (!this.wanted || !this.res.headersSent) return false;
    const error = toReadinessError(thrown);
    if (error.status >= 500) {
      this.logger.error(
        `A long work failed: ${error.message}`,
        thrown instanceof Error ? thrown : undefined,
      );
    }
    const { status, code, message, field, details } = error;
    this.write({ error: { status, code, message, field, details } });
    this.res.end();
    return true;
  }

  private write(line: object): void {
    if (!this.res.headersSent) {
      this.res.status(200);
      this.res.setHeader('Content-Type', 'application/x-ndjson');
      this.res.setHeader('Cache-Control', 'no-store');
    }
    this.res.write(`${JSON.stringify(line)}\n`);
    // Where answers are compressed, lines would wait for each other.
    (this.res as Response & { flush?: () => void }).flush?.();
  }
}

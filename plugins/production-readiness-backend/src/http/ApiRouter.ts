import {
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  RouteBody,
  RouteDefinition,
  RouteParams,
  RouteQuery,
  RouteResponse,
  ReadinessError,
  takesBody,
} from '@prodready/backstage-plugin-production-readiness-common';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Caller } from '../access/Caller';
import { DatedAnswer } from './DatedAnswer';
import { errorMiddleware } from './errorMiddleware';
import {
  isKnownToCaller,
  readIdempotencyKey,
  readIfMatch,
  requireJson,
  requireUtf8,
} from './headers';
import { parseInput } from './parseInput';
import { receiveFile } from './receiveFile';
import { ProgressLines, ReportProgress } from './ProgressLines';
import { FileAnswer, sendFile } from './sendFile';
import { sendText, TextAnswer } from './sendText';
import { writeOnce } from './writtenAnswer';

/** What a handler gets: validated input and who sent it. */
export interface RequestContext<R extends RouteDefinition> {
  params: RouteParams<R>;
  query: RouteQuery<R>;
  body: RouteBody<R>;
  /** The version from `If-Match`; always set where the route demands it. */
  ifMatch: number;
  idempotencyKey?: string;
  caller: Caller;
  /** The body of a route that takes a file; empty for the others. */
  file: Buffer;
  /** Says how far a long work is; nobody may be listening. */
  progress: ReportProgress;
}

/** An answer with the version of what it shows. */
export interface VersionedAnswer<T> {
  body: T;
  /** The row's version for the ETag; without it the body's digest is used. */
  version: number;
}

/** Answers one route; what it throws becomes an error answer. */
export type Handler<R extends RouteDefinition> = (
  context: RequestContext<R>,
) => Promise<
  | RouteResponse<R>
  | VersionedAnswer<RouteResponse<R>>
  | DatedAnswer<RouteResponse<R> & { asOf: number }>
  | TextAnswer
>;

/** Where features put their routes. */
export interface ApiRouter {
  readonly router: Router;
  /** The routes that are served so far, by operation id. */
  readonly served: ReadonlySet<string>;
  serve<R extends RouteDefinition>(route: R, handler: Handler<R>): void;
  /** Serves a route whose answer is a file of any length. */
  stream<R extends RouteDefinition>(route: R, handler: FileHandler<R>): void;
}

/** Answers one route with a file. */
export type FileHandler<R extends RouteDefinition> = (
  context: Omit<RequestContext<R>, 'progress'>,
) => FileAnswer;

/** Creates the router that every feature serves its routes on. */
export function createApiRouter(options: {
  httpAuth: HttpAuthService;
  resolveCaller(credentials: BackstageCredentials): Promise<Caller>;
  logger: LoggerService;
}): ApiRouter {
  const router = PromiseRouter();
  const served = new Set<string>();

  return {
    router,
    served,
    serve(route, handler) {
      served.add(route.operationId);
      router[route.method](
        route.path,
        ...(takesBody(route)
          ? [express.json({ limit: route.bodyLimit, verify: requireUtf8 })]
          : []),
        async (req: Request, res: Response) => {
          const lines = new ProgressLines(route, req, res, options.logger);
          const context = {
            ...(await readRequest(route, req, options)),
            progress: lines.report,
          };
          try {
            const answer = await handler(context);
            if (answer instanceof TextAnswer)
              await sendText(route, res, answer);
            else if (lines.used) lines.answer(answer);
            else sendAnswer(route, req, res, answer);
          } catch (error) {
            if (!lines.fail(error)) throw error;
          }
        },
        errorMiddleware(options.logger),
      );
    },
    stream(route, handler) {
      served.add(route.operationId);
      router[route.method](
        route.path,
        async (req: Request, res: Response) => {
          const context = await readRequest(route, req, options);
          await sendFile(res, handler(context));
        },
        errorMiddleware(options.logger),
      );
    },
  };
}

async function readRequest<R extends RouteDefinition>(
  route: R,
  req: Request,
  options: Parameters<typeof createApiRouter>[0],
): Promise<Omit<RequestContext<R>, 'progress'>> {
  // Who calls comes first: a stranger learns nothing about the input's form.
  const credentials = await options.httpAuth.credentials(req, {
    allow: route.callers === 'user' ? ['user'] : ['user', 'service'],
  });
  if (takesBody(route)) requireJson(req);
  return {
    params: parseInput('path', route.params, req.params),
    query: parseInput('query', route.query, req.query),
    body: takesBody(route)
      ? parseInput('body', route.body, req.body ?? {})
      : undefined,
    ifMatch: route.ifMatch ? readIfMatch(req) : 0,
    idempotencyKey: route.idempotencyKey ? readIdempotencyKey(req) : undefined,
    caller: await options.resolveCaller(credentials),
    file: route.upload
      ? await receiveFile(req, route.bodyLimit)
      : Buffer.alloc(0),
  } as Omit<RequestContext<R>, 'progress'>;
}

function sendAnswer(
  route: RouteDefinition,
  req: Request,
  res: Response,
  answer: unknown,
): void {
  if (route.status === 204) {
    res.status(204).end();
    return;
  }
  const versioned = isVersioned(answer);
  const { content, digest } =
    answer instanceof DatedAnswer
      ? answer.write()
      : writeOnce(versioned ? answer.body : answer);
  if (versioned) res.setHeader('ETag', `"${answer.version}"`);
  else if (route.etag) res.setHeader('ETag', `"${digest()}"`);
  if (route.etag) {
    // Readable again after a look at the server; never from a shared cache.
    res.setHeader('Cache-Control', 'private, no-cache');
    if (isKnownToCaller(req, String(res.getHeader('ETag')))) {
      res.status(304).end();
      return;
    }
  } else {
    res.setHeader('Cache-Control', 'no-store');
  }
  // Without Express' own digest of the text, which nobody would compare.
  res
    .status(route.status)
    .type('application/json')
    .setHeader('Content-Length', content.byteLength)
    .end(content);
}

function isVersioned(answer: unknown): answer is VersionedAnswer<unknown> {
  if (answer instanceof DatedAnswer) return false;
  const keys = Object.keys(answer ?? {});
  return keys.length === 2 && keys.includes('body') && keys.includes('version');
}

/** The 404 of a path that no route serves. */
export function unknownRoute(req: Request): never {
  throw ReadinessError.notFound(
    'ROUTE_NOT_FOUND',
    `There is no ${req.method} ${req.path} in this API. GET openapi.json lists what there is.`,
  );
}

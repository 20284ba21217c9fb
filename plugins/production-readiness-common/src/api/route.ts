import { z } from 'zod';

/** The HTTP methods that routes have. @public */
export type RouteMethod = 'get' | 'post' | 'put' | 'delete';

/**
 * One route of the REST API: the single source of validation on the server,
 * of the TypeScript types, of the OpenAPI document and of the client.
 *
 * @public
 */
export interface RouteDefinition<
  TParams extends z.ZodType = z.ZodType,
  TQuery extends z.ZodType = z.ZodType,
  TBody extends z.ZodType = z.ZodType,
  TResponse extends z.ZodType = z.ZodType,
> {
  /** Unique name, also the name in the OpenAPI document. */
  operationId: string;
  /** The HTTP method. */
  method: RouteMethod;
  /** Express style, with `:name` parameters. */
  path: string;
  /** What it does, one line. */
  summary: string;
  /** `user`: people only. `user-or-service`: other backend plugins too. */
  callers: 'user' | 'user-or-service';
  /** Of the path. */
  params: TParams;
  /** Of what stands behind `?`; unknown parameters are refused. */
  query: TQuery;
  /** Of the JSON that is sent; unknown fields are refused. */
  body: TBody;
  /** Of the JSON that is answered. */
  response: TResponse;
  /** Of success; 204 answers nothing. */
  status: 200 | 201 | 204;
  /** The caller has to send `If-Match` with the version that it edits. */
  ifMatch: boolean;
  /** The caller may send `Idempotency-Key`; a replay gives the first answer. */
  idempotencyKey: boolean;
  /** The answer carries an ETag, and `If-None-Match` may give 304. */
  etag: boolean;
  /** Largest body, for example `64kb`. */
  bodyLimit: string;
  /** Takes a while: says how far it is to callers who ask for NDJSON. */
  progress: boolean;
  /** The media type of an answer that is a text and no JSON. */
  produces?: string;
  /** The body is a file, taken as it comes, in place of JSON. */
  upload: boolean;
}

/** A route that takes no input of that kind. */
const nothing = z.strictObject({});
type Nothing = typeof nothing;

/**
 * Completes a route with its defaults.
 *
 * @public
 */
export function defineRoute<
  TResponse extends z.ZodType,
  TParams extends z.ZodType = Nothing,
  TQuery extends z.ZodType = Nothing,
  TBody extends z.ZodType = Nothing,
>(route: {
  operationId: string;
  method: RouteMethod;
  path: string;
  summary: string;
  callers: 'user' | 'user-or-service';
  response: TResponse;
  params?: TParams;
  query?: TQuery;
  body?: TBody;
  status?: 200 | 201 | 204;
  ifMatch?: boolean;
  idempotencyKey?: boolean;
  etag?: boolean;
  bodyLimit?: string;
  progress?: boolean;
  upload?: boolean;
  produces?: string;
}): RouteDefinition<TParams, TQuery, TBody, TResponse> {
  return {
    ...route,
    params: (route.params ?? nothing) as TParams,
    query: (route.query ?? nothing) as TQuery,
    body: (route.body ?? nothing) as TBody,
    status: route.status ?? 200,
    ifMatch: route.ifMatch ?? false,
    idempotencyKey: route.idempotencyKey ?? false,
    etag: route.etag ?? false,
    bodyLimit: route.bodyLimit ?? '64kb',
    progress: route.progress ?? false,
    upload: route.upload ?? false,
  };
}

/** Whether a route takes a body of JSON. @public */
export function takesBody(route: RouteDefinition): boolean {
  return !route.upload && (route.method === 'post' || route.method === 'put');
}

/** What the server sees of the path. @public */
export type RouteParams<R extends RouteDefinition> = z.output<R['params']>;
/** What the server sees of the query. @public */
export type RouteQuery<R extends RouteDefinition> = z.output<R['query']>;
/** What the server sees of the body. @public */
export type RouteBody<R extends RouteDefinition> = z.output<R['body']>;
/** What the client sends in the query. @public */
export type RouteQueryInput<R extends RouteDefinition> = z.input<R['query']>;
/** What the client sends in the body. @public */
export type RouteBodyInput<R extends RouteDefinition> = z.input<R['body']>;
/** What the client gets. @public */
export type RouteResponse<R extends RouteDefinition> = z.output<R['response']>;

import { ReadinessError } from './errors';
import {
  RouteBodyInput,
  RouteDefinition,
  RouteParams,
  RouteQueryInput,
  RouteResponse,
  takesBody,
} from './route';

/**
 * An answer of the server that is not a success, in the server's words.
 *
 * @public
 */
export class ReadinessResponseError extends ReadinessError {}

/** What goes with a call. @public */
export interface CallInput<R extends RouteDefinition> {
  /** The values of the path's `:name` parts. */
  params?: RouteParams<R>;
  /** What stands behind `?`; arrays are repeated parameters. */
  query?: RouteQueryInput<R>;
  /** Sent as JSON. */
  body?: RouteBodyInput<R>;
  /** The file, for a route that takes one. */
  file?: Blob;
  /** The version that is being edited; 0 for what does not exist yet. */
  ifMatch?: number;
  /** A random text that is the same for every try of one action. */
  idempotencyKey?: string;
  /** Gives up waiting; what the server has begun may still happen. */
  signal?: AbortSignal;
  /** A Backstage token, for callers whose fetch does not add one. */
  token?: string;
  /** How far a long work is, for routes that can say so. */
  onProgress?: (progress: Progress) => void;
}

/** How far a long work is. @public */
export interface Progress {
  /** So many parts are through, from 0 to the total. */
  done: number;
  /** So many parts there are; it may grow while the work is read. */
  total: number;
}

/** What comes back. @public */
export interface CallResult<R extends RouteDefinition> {
  /** As the route's response schema describes it. */
  body: RouteResponse<R>;
  /** For `ifMatch` of the next change; absent where a route has no versions. */
  etag?: string;
}

/** Calls the REST API by its route definitions. @public */
export interface ReadinessClient {
  /**
   * Calls one route.
   *
   * @throws ReadinessResponseError for every answer that is no success
   */
  call<R extends RouteDefinition>(
    route: R,
    input?: CallInput<R>,
  ): Promise<CallResult<R>>;
}

/**
 * The typed client of the REST API. Works in the browser with Backstage's
 * discovery and fetch APIs, and in Node with the discovery service and fetch.
 *
 * @public
 */
export function createReadinessClient(options: {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}): ReadinessClient {
  return {
    async call(route, input = {}) {
      const base = await options.discoveryApi.getBaseUrl(
        'production-readiness',
      );
      const follows = route.progress && input.onProgress !== undefined;
      const headers: Record<string, string> = {
        Accept: follows
          ? 'application/x-ndjson'
          : route.produces ?? 'application/json',
      };
      if (input.token) headers.Authorization = `Bearer ${input.token}`;
      if (input.ifMatch !== undefined)
        headers['If-Match'] = `"${input.ifMatch}"`;
      if (input.idempotencyKey)
        headers['Idempotency-Key'] = input.idempotencyKey;
      const withBody = takesBody(route);
      if (withBody) headers['Content-Type'] = 'application/json';
      if (route.upload) headers['Content-Type'] = 'application/octet-stream';

      const response = await options.fetchApi.fetch(
        `${base}${pathOf(route, input.params)}${queryOf(input.query)}`,
        {
          method: route.method.toUpperCase(),
          headers,
          body: withBody ? JSON.stringify(input.body ?? {}) : input.file,
          signal: input.signal,
        },
      );
      if (!response.ok) throw await errorOf(response);
      const etag = response.headers.get('ETag') ?? undefined;
      if (follows && input.onProgress) {
        return { body: await followProgress(response, input.onProgress), etag };
      }
      if (route.produces) {
        // A byte order mark belongs to the text; Response.text would drop it.
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          await response.arrayBuffer(),
        );
        return { body: text as RouteResponse<typeof route>, etag };
      }
      return {
        body: response.status === 204 ? {} : await response.json(),
        etag,
      };
    },
  };
}

function pathOf(route: RouteDefinition, params: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>;
  return route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(values[key])),
  );
}

function queryOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        search.append(key, String(one));
      }
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function errorOf(response: Response): Promise<ReadinessResponseError> {
  const body = await response.json().catch(() => undefined);
  const error = body?.error ?? {};
  return new ReadinessResponseError(
    response.status,
    typeof error.code === 'string' ? error.code : `HTTP_${response.status}`,
    typeof error.message === 'string'
      ? error.message
      : `The server answered ${response.status} ${response.statusText}.`,
    { field: error.field, details: error.details },
  );
}

/** Reads lines of progress until the last one, which is the answer. */
async function followProgress(
  response: Response,
  onProgress: (progress: Progress) => void,
) {
  const take = (line: string) => {
    const said = JSON.parse(line);
    if (said.progress) onProgress(said.progress);
    if (said.error) {
      const { code, message, field, details, status } = said.error;
      throw new ReadinessResponseError(status, code, message, {
        field,
        details,
      });
    }
    return said.answer;
  };
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let answer;
  for (;;) {
    const part = await reader?.read();
    rest += decoder.decode(part?.value, { stream: !part?.done });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) answer = take(line) ?? answer;
    if (!part || part.done) break;
  }
  if (rest.trim() !== '') answer = take(rest) ?? answer;
  if (answer !== undefined) return answer;
  throw new ReadinessResponseError(
    503,
    'ANSWER_INCOMPLETE',
    'The connection ended before the answer was complete. Look at what is there, then try again.',
  );
}

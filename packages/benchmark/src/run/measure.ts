import autocannon from 'autocannon';

/** What one workload is. */
export interface Load {
  /** Paths below the server, taken one after the other. */
  requests: {
    method: 'GET' | 'PUT' | 'POST';
    path: string;
    headers?: Record<string, string>;
    body?: string;
  }[];
  clients: number;
  /** How long it runs; or until every request was sent once. */
  seconds?: number;
  once?: boolean;
}

/** What was measured of a workload. */
export interface Measured {
  p50: number;
  p99: number;
  perSecond: number;
  /** Statements on the plugin's own connection for each request. */
  queries: number;
  /**
   * Of processors that the measured process took for each request; unlike the
   * time by the clock it hardly depends on what else the machine does.
   */
  processorMs: number;
  /** Of an answer. */
  bytes: number;
  /** Of the measured process afterwards. */
  rssMb: number;
  /** Answers by status. */
  statuses: Record<string, number>;
}

/** The server under measurement. */
export interface Target {
  url: string;
  token: string;
}

/** So long a start may take to come to rest, in milliseconds. */
const MOST_REST = 15 * 60_000;
/** At rest it takes less of a processor than this. */
const REST = 0.1;

/**
 * Waits until the server has caught up with the catalog: what a first sweep of
 * a hundred thousand entities takes would be measured as part of a request.
 */
export async function settle(target: Target): Promise<void> {
  const until = performance.now() + MOST_REST;
  let quiet = 0;
  while (quiet < 3 && performance.now() < until) {
    await counters(target);
    const began = performance.now();
    await new Promise(resolve => setTimeout(resolve, 2000));
    const { processorMs } = await counters(target);
    quiet = processorMs / (performance.now() - began) < REST ? quiet + 1 : 0;
  }
}

/** Runs one workload and says how it went. */
export async function measure(target: Target, load: Load): Promise<Measured> {
  await counters(target);
  const headers = {
    authorization: `Bearer ${target.token}`,
    'content-type': 'application/json',
  };
  const began = performance.now();
  let last = began;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: target.url,
        connections: load.clients,
        pipelining: 1,
        ...(load.once
          ? { amount: load.requests.length }
          : { duration: load.seconds }),
        requests: spread(load, headers),
      },
      (error, found) => (error ? reject(error) : resolve(found)),
    );
    // The generator itself notices the end of a list only at the next second.
    run.on('response', () => {
      last = performance.now();
    });
  });
  const { statements, processorMs, rssMb } = await counters(target);
  const total = result.requests.total || 1;
  return {
    p50: result.latency.p50,
    p99: result.latency.p99,
    perSecond: (1000 * total) / (last - began),
    queries: Math.round((statements / total) * 10) / 10,
    processorMs: processorMs / total,
    bytes: Math.round(result.throughput.total / total),
    rssMb: Math.round(rssMb),
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([status, stats]) => [
        status,
        Number(stats.count),
      ]),
    ),
  };
}

/**
 * Each client of the generator walks through the same list from its beginning,
 * so the next request is drawn from one list for all of them.
 */
function spread(load: Load, headers: Record<string, string>) {
  let next = 0;
  return [
    {
      setupRequest: (request: autocannon.Request) => {
        const one = load.requests[next % load.requests.length];
        next += 1;
        return {
          ...request,
          method: one.method,
          path: one.path,
          body: one.body,
          headers: { ...headers, ...one.headers },
        };
      },
    },
  ];
}

async function counters(
  target: Target,
): Promise<{ statements: number; processorMs: number; rssMb: number }> {
  const response = await fetch(`${target.url}/api/benchmark/counters`, {
    headers: { authorization: `Bearer ${target.token}` },
  });
  if (!response.ok) throw new Error(`Counters: ${response.status}`);
  return response.json();
}

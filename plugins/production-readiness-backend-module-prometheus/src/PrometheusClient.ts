import { z } from 'zod';
import { PrometheusSettings } from './config';

/** So much of an answer is read; a larger one is refused. */
const LARGEST = 64 * 1024 * 1024;

const labels = z.record(z.string(), z.string());
const point = z.tuple([z.number(), z.string()]);

const vectorAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: labels, value: point })),
  }),
});

const matrixAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric: labels, values: z.array(point) })),
  }),
});

const rulesAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            type: z.string(),
            name: z.string(),
            labels: labels.default({}),
            annotations: labels.default({}),
            state: z.string().optional(),
            alerts: z
              .array(z.object({ state: z.string(), activeAt: z.string() }))
              .default([]),
          }),
        ),
      }),
    ),
  }),
});

/** One series at a moment; the value as Prometheus prints it. */
export interface Series {
  labels: Record<string, string>;
  /** Milliseconds since the epoch. */
  at: number;
  value: string;
}

/** An alert rule and whether it fires. */
export type Rule = z.output<
  typeof rulesAnswer
>['data']['groups'][number]['rules'][number];

/** Asks a Prometheus server; throws for every answer that is none. */
export class PrometheusClient {
  constructor(
    private readonly settings: Pick<
      PrometheusSettings,
      'url' | 'headers' | 'timeoutMilliseconds'
    >,
  ) {}

  async query(query: string, signal: AbortSignal): Promise<Series[]> {
    const answer = vectorAnswer.parse(
      await this.get('/api/v1/query', { query }, signal),
    );
    return answer.data.result.map(({ metric, value: [seconds, value] }) => ({
      labels: metric,
      at: Math.round(seconds * 1000),
      value,
    }));
  }

  async queryRange(
    query: string,
    range: { from: number; to: number; stepSeconds: number },
    signal: AbortSignal,
  ): Promise<Series[][]> {
    const answer = matrixAnswer.parse(
      await this.get(
        '/api/v1/query_range',
        {
          query,
          start: String(range.from / 1000),
          end: String(range.to / 1000),
          step: String(range.stepSeconds),
        },
        signal,
      ),
    );
    return answer.data.result.map(({ metric, values }) =>
      values.map(([seconds, value]) => ({
        labels: metric,
        at: Math.round(seconds * 1000),
        value,
      })),
    );
  }

  async alertRules(signal: AbortSignal): Promise<Rule[]> {
    const answer = rulesAnswer.parse(
      await this.get('/api/v1/rules', { type: 'alert' }, signal),
    );
    return answer.data.groups
      .flatMap(group => group.rules)
      .filter(rule => rule.type === 'alerting');
  }

  private async get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { url, headers, timeoutMilliseconds } = this.settings;
    const response = await fetch(
      `${url}${path}?${new URLSearchParams(query)}`,
      {
        headers: { ...headers, Accept: 'application/json' },
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(timeoutMilliseconds),
        ]),
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`Prometheus answered ${response.status} to ${path}`);
    }
    return JSON.parse(await readBounded(response));
  }
}

/** An answer without end must not fill the memory. */
async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    size += part.value.byteLength;
    if (size > LARGEST) {
      await reader?.cancel();
      throw new Error(`Prometheus answered more than ${LARGEST} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

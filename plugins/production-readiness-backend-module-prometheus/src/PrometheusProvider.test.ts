import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { DEFAULT_METRICS } from './config';
import { toDecimal, toPercent } from './decimals';
import { PrometheusClient } from './PrometheusClient';
import { PrometheusProvider } from './PrometheusProvider';
import { escapeLabelValue, selector } from './promql';
import { PROGRAMS, startPrometheus, TestPrometheus } from './testServer';

const never = new AbortController().signal;

const slothLabels = `sloth_id: checkout-requests, sloth_service: checkout, sloth_slo: requests`;

/** Recording rules as Sloth and Pyrra generate them, on one window. */
const RULES = `groups:
- name: sloth-slo-meta-recordings-checkout-requests
  rules:
  - record: slo:objective:ratio
    expr: vector(0.995)
    labels: { ${slothLabels} }
  - record: slo:error_budget:ratio
    expr: vector(1-0.995)
    labels: { ${slothLabels} }
  - record: slo:time_period:days
    expr: vector(28)
    labels: { ${slothLabels} }
  - record: slo:sli_error:ratio_rate4w
    expr: sum(rate(http_requests_total{code="500"}[2h])) / sum(rate(http_requests_total[2h]))
    labels: { ${slothLabels}, sloth_window: 4w }
  - record: slo:current_burn_rate:ratio
    expr: slo:sli_error:ratio_rate4w / on(sloth_id, sloth_slo, sloth_service) group_left slo:error_budget:ratio
  - record: slo:period_error_budget_remaining:ratio
    expr: 1 - slo:current_burn_rate:ratio
  - record: sloth_slo_info
    expr: vector(1)
    labels: { ${slothLabels}, sloth_version: v0.16.0, sloth_objective: "99.5" }
  - record: slo:objective:ratio
    expr: vector(0.99)
    labels: { sloth_id: 'odd-"} or vector(1)', sloth_service: odd, sloth_slo: x }
  - record: slo:period_error_budget_remaining:ratio
    expr: vector(0) / vector(0)
    labels: { sloth_id: 'odd-"} or vector(1)', sloth_service: odd, sloth_slo: x }
  - record: slo:objective:ratio
    expr: vector(0.9)
    labels: { sloth_id: twice, sloth_service: twice, sloth_slo: a, group: a }
  - record: slo:objective:ratio
    expr: vector(0.8)
    labels: { sloth_id: twice, sloth_service: twice, sloth_slo: a, group: b }
- name: pyrra
  rules:
  - record: pyrra_objective
    expr: vector(0.99)
    labels: { slo: basket-latency, service: basket }
  - record: pyrra_window
    expr: vector(2592000)
    labels: { slo: basket-latency, service: basket }
  - record: pyrra_availability
    expr: vector(0.995)
    labels: { slo: basket-latency, service: basket }
- name: alerts
  rules:
  - alert: CheckoutBudgetBurns
    expr: slo:current_burn_rate:ratio > 0.1
    labels: { ${slothLabels}, sloth_severity: page }
    annotations: { runbook_url: "https://runbooks.example.com/checkout" }
  - alert: CheckoutSlowBurn
    expr: slo:current_burn_rate:ratio > 1000
    labels: { ${slothLabels}, sloth_severity: ticket }
`;

/** Three hours of requests, one in a thousand of which fails. */
function past(now: number): string {
  const lines = ['# TYPE http_requests counter'];
  for (const [code, each] of [
    ['200', 999],
    ['500', 1],
  ] as const) {
    for (let minute = 180; minute >= 0; minute--) {
      const at = Math.floor(now / 1000) - minute * 60;
      lines.push(
        `http_requests_total{code="${code}"} ${each * (180 - minute)} ${at}`,
      );
    }
  }
  // Nobody records these any more; they were, until three minutes ago.
  for (const [name, value] of [
    ['slo:objective:ratio', '0.99'],
    ['slo:period_error_budget_remaining:ratio', '0.5'],
  ]) {
    lines.push(`# TYPE ${name} gauge`);
    for (let minute = 60; minute >= 3; minute--) {
      const at = Math.floor(now / 1000) - minute * 60;
      lines.push(
        `${name}{sloth_id="late",sloth_service="late"} ${value} ${at}`,
      );
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

(PROGRAMS ? describe : describe.skip)('a real Prometheus server', () => {
  let server: TestPrometheus;
  let provider: PrometheusProvider;
  beforeAll(async () => {
    server = await startPrometheus(RULES, past(Date.now()));
    provider = new PrometheusProvider(
      new PrometheusClient({
        url: server.url,
        headers: {},
        timeoutMilliseconds: 5000,
      }),
      DEFAULT_METRICS,
    );
    // Rules build on each other: a few evaluations until all are there.
    for (let tries = 0; tries < 300; tries++) {
      const { results, alerts } = await provider.snapshot(never);
      const known = results.get('sloth:checkout-requests');
      if (known?.kind === 'measured' && alerts.some(one => one.firing)) return;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }, 150_000);
  afterAll(() => server?.stop());

  it('gives budgets, burn rates, objectives and alerts of Sloth and Pyrra', async () => {
    const { slos, results, alerts } = await provider.snapshot(never);
    expect(slos).toContainEqual({
      externalId: 'sloth:checkout-requests',
      source: 'sloth',
      service: 'checkout',
      name: 'requests',
      objective: '99.5',
      windowSeconds: 28 * 86_400,
    });
    expect(slos).toContainEqual(
      expect.objectContaining({
        externalId: 'pyrra:basket-latency',
        windowSeconds: 30 * 86_400,
      }),
    );
    const sloth = results.get('sloth:checkout-requests');
    // One in a thousand fails of the five that may: a fifth is spent.
    expect(sloth).toMatchObject({
      kind: 'measured',
      measurement: { objective: '99.5' },
    });
    if (sloth?.kind !== 'measured') throw new Error('Nothing was measured');
    expect(Number(sloth.measurement.remaining)).toBeCloseTo(0.8, 2);
    expect(Number(sloth.measurement.burnRate)).toBeCloseTo(0.2, 2);
    expect(results.get('pyrra:basket-latency')).toMatchObject({
      kind: 'measured',
      measurement: { objective: '99', burnRate: null },
    });
    expect(alerts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'CheckoutBudgetBurns',
          severity: 'page',
          runbookUrl: 'https://runbooks.example.com/checkout',
          firing: true,
        }),
        expect.objectContaining({
          name: 'CheckoutSlowBurn',
          runbookUrl: null,
          firing: false,
        }),
      ]),
    );
  });

  it('says when a value was recorded, not when it was asked for', async () => {
    const { results } = await provider.snapshot(never);
    const late = results.get('sloth:late');
    if (late?.kind !== 'measured') throw new Error('Nothing was measured');
    expect(late.measurement).toMatchObject({
      objective: '99',
      remaining: '0.5',
    });
    expect(Date.now() - late.measurement.at).toBeGreaterThan(170_000);
    const fresh = results.get('sloth:checkout-requests');
    if (fresh?.kind !== 'measured') throw new Error('Nothing was measured');
    expect(Date.now() - fresh.measurement.at).toBeLessThan(60_000);
  });

  it('is healthy for nobody without data, and says what is ambiguous', async () => {
    const { results } = await provider.snapshot(never);
    expect(results.get('sloth:odd-"} or vector(1)')).toEqual({
      kind: 'no_data',
    });
    expect(results.get('sloth:twice')).toEqual({ kind: 'ambiguous' });
  });

  it('asks for the past of a name with quotes, and of that name alone', async () => {
    const to = Date.now();
    const range = { from: to - 60_000, to, stepSeconds: 5 };
    expect(
      await provider.history('sloth:odd-"} or vector(1)', range, never),
    ).toEqual([]);
    const known = await provider.history(
      'sloth:checkout-requests',
      range,
      never,
    );
    expect(known.length).toBeGreaterThan(0);
    expect(new Set(known.map(one => one.objective))).toEqual(new Set(['99.5']));
  });
});

describe('a server that lies', () => {
  const provider = (answer: (path: string) => Response | Promise<Response>) => {
    jest
      .spyOn(global, 'fetch')
      .mockImplementation(async input =>
        answer(new URL(String(input)).pathname),
      );
    return new PrometheusProvider(
      new PrometheusClient({
        url: 'http://prometheus',
        headers: {},
        timeoutMilliseconds: 100,
      }),
      DEFAULT_METRICS,
    );
  };
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['HTML', () => new Response('<html>')],
    ['an error', () => new Response('{}', { status: 503 })],
    ['another shape', () => Response.json({ status: 'success', data: [] })],
    [
      'numbers for texts',
      () =>
        Response.json({
          status: 'success',
          data: {
            resultType: 'vector',
            result: [{ metric: {}, value: [1, 2] }],
          },
        }),
    ],
  ])('is not believed when it answers %s', async (_, answer) => {
    await expect(provider(answer).snapshot(never)).rejects.toThrow();
  });
});

describe('a server that is down, slow or without end', () => {
  const servers: Server[] = [];
  const provider = async (answer: RequestListener) => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return new PrometheusProvider(
      new PrometheusClient({
        url: `http://127.0.0.1:${port}`,
        headers: {},
        timeoutMilliseconds: 200,
      }),
      DEFAULT_METRICS,
    );
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    }
  });

  it('is given up when nobody listens', async () => {
    const down = await provider((_request, response) => response.destroy());
    await expect(down.snapshot(never)).rejects.toThrow();
  });

  it.each<[string, RequestListener]>([
    ['never begins to answer', () => {}],
    [
      'never ends its answer',
      (_request, response) => response.write('{"status":'),
    ],
  ])('is given up when it %s', async (_, answer) => {
    const slow = await provider(answer);
    const started = Date.now();
    await expect(slow.snapshot(never)).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('is given up when whoever asks gives up', async () => {
    const slow = await provider(() => {});
    await expect(slow.snapshot(AbortSignal.abort())).rejects.toThrow();
  });
});

describe('values', () => {
  it.each([
    ['0.995', '99.5'],
    ['0.999', '99.9'],
    ['0.9990000000000001', '99.9'],
    ['0.99999999', '99.999999'],
    ['1', undefined],
    ['0', undefined],
    ['NaN', undefined],
  ])('reads the objective %s as %s', (share, percent) => {
    expect(toPercent(share)).toBe(percent);
  });

  it.each(['NaN', '+Inf', '-Inf', '', 'abc', '1e400', '1e300'])(
    'takes %s for no value',
    value => {
      expect(toDecimal(value)).toBeUndefined();
    },
  );

  it('writes numbers without exponents', () => {
    expect(toDecimal('1e-05')).toBe('0.00001');
    expect(toDecimal('-0.25')).toBe('-0.25');
    expect(toDecimal('-0')).toBe('0');
  });

  it('keeps a name inside its quotes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const text = escapeLabelValue(name);
        // Every quote and line end is escaped, and no escape is left open.
        expect(text.replace(/\\[\\"n]/g, '')).not.toMatch(/["\n\\]/);
      }),
    );
    expect(selector('up', { slo: 'a"} or b{"' })).toBe(
      'up{slo="a\\"} or b{\\""}',
    );
  });
});

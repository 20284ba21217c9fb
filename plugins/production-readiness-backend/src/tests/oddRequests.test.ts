import {
  RouteDefinition,
  routes,
  takesBody,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  RawAnswer,
  RawRequest,
  TestReadinessBackend,
} from '../testing/backend';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { authorization, CallerName } from '../testing/callers';
import { tableContents } from '../testing/tableContents';
import { MatrixRequest, matrixRequests } from './matrixRequests';
import * as scene from './scenes';

const all = Object.values(routes) as RouteDefinition[];
const people: CallerName[] = [
  'owner',
  'reviewer',
  'productOwner',
  'cto',
  'administrator',
  'service',
];

/** What no field takes: of no type, of no range, of no place in a catalog. */
const ODD: readonly unknown[] = [
  null,
  2 ** 31,
  8.64e15 + 1,
  '',
  ['__proto__'],
  { constructor: {} },
];
const ODD_REFS = ['component:default/😀', 'user:default/__proto__'];

type Place = (string | number)[];

/** Every place in a body, from the outside in. */
function* placesIn(value: unknown, at: Place = []): Generator<Place> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]);
  }
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce(
    (inner, key) => (inner as Record<string | number, unknown>)[key],
    value,
  );
}

/** The value with another one in its place. */
function withOdd(value: unknown, [key, ...rest]: Place, odd: unknown): unknown {
  if (key === undefined) return odd;
  const copy = (
    Array.isArray(value) ? [...value] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[key] = withOdd(copy[key], rest, odd);
  return copy;
}

function pathOf({ path }: RouteDefinition, request: MatrixRequest): string {
  const query = new URLSearchParams(request.query).toString();
  return (
    path.replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent(String(request.params?.[name])),
    ) + (query && `?${query}`)
  );
}

/** Sends it as the first person who may, so that more than that is judged. */
async function sent(
  backend: TestReadinessBackend,
  { method }: RouteDefinition,
  path: string,
  request: RawRequest,
): Promise<RawAnswer> {
  for (const person of people) {
    const answer = await backend.as(person).send(method, path, request);
    if (answer.status !== 403) return answer;
  }
  throw new Error(`Nobody may ${method} ${path}`);
}

/** What is wrong with an answer to odd input; undefined when it is as it should. */
function faultIn({ status, body }: RawAnswer): string | undefined {
  if (status >= 500) return `${status} ${body?.error?.message}`;
  if (status < 400) return undefined;
  const { code, message } = body?.error ?? {};
  const isSaid =
    /^[A-Z][A-Z_]+$/.test(code) &&
    /[.?]$/.test(message) &&
    !/\.\.|undefined|\[object|Invalid|expected|received/.test(message);
  return isSaid ? undefined : `${status} ${code} ${message}`;
}

describeBackendOnDatabases('Odd requests', backend => {
  it('are stale with a version that no row can have', async () => {
    const faults: string[] = [];
    for (const route of all.filter(one => one.ifMatch)) {
      const right = await matrixRequests[route.operationId](backend());
      for (const version of ['2147483646', '2147483648', '999999999999999']) {
        const answer = await sent(backend(), route, pathOf(route, right), {
          ...right,
          headers: { 'If-Match': `"${version}"` },
        });
        if (![404, 409, 412].includes(answer.status)) {
          faults.push(`${route.operationId} ${version}: ${answer.status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('are told what to send, whatever stands in a body', async () => {
    const faults: string[] = [];
    let count = 0;
    for (const route of all.filter(takesBody)) {
      const prepare = matrixRequests[route.operationId];
      let right = await prepare(backend());
      for (const place of placesIn(right.body)) {
        const before = valueAt(right.body, place);
        const isRef = typeof before === 'string' && /^\w+:\w+\//.test(before);
        for (const odd of isRef ? [...ODD, ...ODD_REFS] : ODD) {
          const answer = await sent(backend(), route, pathOf(route, right), {
            ...right,
            body: withOdd(right.body, place, odd),
          });
          count += 1;
          const fault = faultIn(answer);
          if (fault) {
            const where = `${route.operationId} ${place.join('.')}`;
            faults.push(`${where} = ${JSON.stringify(odd)}: ${fault}`);
          }
          if (answer.status < 300) right = await prepare(backend());
        }
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  }, 240_000);

  it('are told which name of a label can’t be one', async () => {
    const { slo } = await scene.draftedSlo(backend());
    const { status, body } = await backend()
      .as('owner')
      .send('put', `/slos/${slo.id}/editorial`, {
        body: { labels: { ['x'.repeat(64)]: 'payments' } },
        headers: { 'If-Match': `"${slo.editorial.version}"` },
      });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /^body\.labels\.x+: is a name that must be letters.* such as team\.$/,
    );
  });

  it('are told when a path can’t be decoded', async () => {
    const faults: string[] = [];
    for (const route of all.filter(one => one.path.includes(':'))) {
      const path = route.path.replace(/:\w+/, '%FF').replace(/:\w+/g, 'x');
      const { status, body } = await backend()
        .as('owner')
        .send(route.method, path);
      const { code, field } = body.error;
      if (status !== 400 || code !== 'REQUEST_INVALID' || field !== 'path') {
        faults.push(`${route.operationId}: ${status} ${code} ${field}`);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it.each([
    '/portfolio?dueWithin=',
    '/portfolio?dueWithin=%20',
    '/portfolio?limit=0x10',
    '/portfolio?limit=1e1',
    '/portfolio?limit[]=10',
    '/portfolio?limit=10&limit=20',
    '/portfolio?limit=１０',
    '/portfolio?tier=4',
    '/portfolio?owner=',
    '/portfolio?owner[a]=1',
    '/portfolio?sort[__proto__]=score',
    '/portfolio?blocked=yes',
    '/portfolio/trend?days=',
    '/inbox?limit=Infinity',
    '/entities/component/default/checkout/journal?before=%2B1',
    '/entities/component/default/checkout/readiness-as-of?at=',
    '/groups/default/payments/toil?from=9999-W52',
    '/groups/default/payments/toil?from=2026-W01&from=2026-W02',
  ])('are told what to ask for: %s', async path => {
    const { status, body } = await backend().as('owner').send('get', path);
    expect([status, body.error.field]).toEqual([
      400,
      expect.stringMatching(/^query\.\w+$/),
    ]);
    expect(faultIn({ status, body, headers: new Headers() })).toBeUndefined();
  });

  it('find no entity under a name that the catalog can’t have', async () => {
    for (const name of ['%F0%9F%98%80', '__proto__', '%E3%81%82', "'"]) {
      const { status, body } = await backend()
        .as('owner')
        .send('get', `/entities/component/default/${name}/readiness`);
      expect([status, body.error.code]).toEqual([404, 'ENTITY_NOT_FOUND']);
    }
  });

  const text = JSON.stringify({ evidence: scene.evidence });
  const notUtf8 = Buffer.concat([
    Buffer.from(text.slice(0, -3)),
    Buffer.from([0xff]),
    Buffer.from(text.slice(-3)),
  ]);
  it.each<[string, BodyInit, Record<string, string>, number, string]>([
    ['as text', text, { 'Content-Type': 'text/plain' }, 415, 'BODY_NOT_JSON'],
    [
      'as a form',
      text,
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'BODY_NOT_JSON',
    ],
    ['as nothing at all', Buffer.from(text), {}, 415, 'BODY_NOT_JSON'],
    [
      'said to be packed',
      text,
      { 'Content-Encoding': 'gzip' },
      400,
      'BODY_INVALID',
    ],
    [
      'packed in no known way',
      text,
      { 'Content-Encoding': 'x' },
      400,
      'BODY_INVALID',
    ],
    ['in no UTF-8', notUtf8, {}, 400, 'BODY_INVALID'],
    ['of a single word', '"evidence"', {}, 400, 'BODY_INVALID'],
    ['of null', 'null', {}, 400, 'BODY_INVALID'],
    ['nested without end', '['.repeat(16_000), {}, 400, 'BODY_INVALID'],
    [
      'with a prototype',
      `{"__proto__":{},${text.slice(1)}`,
      {},
      400,
      'INPUT_INVALID',
    ],
  ])(
    'are refused with a body %s',
    async (name, body, headers, status, code) => {
      const version = await scene.itemVersion(backend(), scene.rollback);
      const before = await tableContents(backend().knex);
      const type: Record<string, string> = name.includes('nothing')
        ? {}
        : { 'Content-Type': 'application/json' };
      const response = await fetch(
        `${
          backend().url
        }/entities/component/default/checkout/items/REL-3/attestation`,
        {
          method: 'PUT',
          headers: {
            ...authorization('owner'),
            'If-Match': `"${version}"`,
            ...type,
            ...headers,
          },
          body,
        },
      );
      const { error } = await response.json();
      expect([response.status, error.code]).toEqual([status, code]);
      expect(error.field).toMatch(/^(body|header\.Content-Type)/);
      expect(error.message).toMatch(/\.$/);
      expect(await tableContents(backend().knex)).toEqual(before);
    },
  );

  it('know an answer by a weak ETag too, and by any of several', async () => {
    const owner = backend().as('owner');
    const path = '/entities/component/default/checkout/readiness';
    const { headers } = await owner.send('get', path);
    const etag = headers.get('etag')!;
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await owner.send('get', path, {
        headers: { 'If-None-Match': known },
      });
      expect([known, answer.status]).toEqual([known, 304]);
    }
    const other = await owner.send('get', path, {
      headers: { 'If-None-Match': '"x"' },
    });
    expect(other.status).toBe(200);
  });
});

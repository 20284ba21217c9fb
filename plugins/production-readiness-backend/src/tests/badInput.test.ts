import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import {
  RawAnswer,
  RawRequest,
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';
import { CallerName } from '../testing/callers';
import { tableContents } from '../testing/tableContents';
import * as scene from './scenes';

const attestation =
  '/entities/component/default/checkout/items/REL-3/attestation';
const toil = '/groups/default/payments/toil/entries';
const fresh = { 'If-Match': '"0"' };

interface BadRequest {
  by?: CallerName;
  method: string;
  path: string;
  request: RawRequest;
  status: number;
  field?: string;
  /** What the sentence has to say. */
  says: RegExp;
}

const attest = (body: unknown, rest: Partial<BadRequest>): BadRequest => ({
  method: 'put',
  path: attestation,
  request: { body, headers: fresh },
  status: 400,
  says: /./,
  ...rest,
});
const words = (text: string) => ({ evidence: { kind: 'text', text } });
const link = (url: string) => ({ evidence: { kind: 'url', url } });
const log = (change: object, rest: Partial<BadRequest>): BadRequest => ({
  method: 'post',
  path: toil,
  request: { body: { ...scene.toilEntry, ...change } },
  status: 400,
  says: /./,
  ...rest,
});
const split = (body: unknown, rest: Partial<BadRequest> = {}): BadRequest => ({
  method: 'put',
  path: '/groups/default/payments/toil/allocations/2026-W40',
  request: { body, headers: fresh },
  status: 400,
  says: /./,
  ...rest,
});
const parts = (...percents: unknown[]) => ({
  parts: percents.map((percent, index) => ({
    trigger: index % 2 ? 'reactive' : 'proactive',
    nature: index < 2 ? 'toil' : 'engineering',
    percent,
  })),
});

const cases: Record<string, BadRequest> = {
  'an unknown entity': attest(words(scene.evidence.text), {
    path: attestation.replace('checkout', 'chekcout'),
    status: 404,
    says: /chekcout/,
  }),
  'an unknown item': attest(words(scene.evidence.text), {
    path: attestation.replace('REL-3', 'REL-99'),
    status: 404,
    field: 'path.itemId',
    says: /REL-99/,
  }),
  'an item that is computed from facts': attest(words(scene.evidence.text), {
    path: attestation.replace('REL-3', 'OWN-1'),
    status: 409,
    field: 'path.itemId',
    says: /OWN-1/,
  }),
  'a person who may not': attest(words(scene.evidence.text), {
    by: 'reader',
    status: 403,
    says: /checkout/,
  }),
  'empty evidence': attest(words(''), {
    field: 'body.evidence.text',
  }),
  'evidence of blanks': attest(words(' '.repeat(40)), {
    field: 'body.evidence.text',
  }),
  'short evidence': attest(words('we did it'), {
    field: 'body.evidence.text',
    says: /20 columns/,
  }),
  'the placeholder "TBD"': attest(words('TBD'), {
    field: 'body.evidence.text',
    says: /stands in/,
  }),
  'the placeholder "未定"': attest(words('未定'), {
    field: 'body.evidence.text',
    says: /stands in/,
  }),
  'the placeholder "same as above"': attest(words('Same as above.'), {
    field: 'body.evidence.text',
    says: /stands in/,
  }),
  'a script link': attest(link('javascript:alert(document.domain)//aaaaaa'), {
    field: 'body.evidence.url',
    says: /http/,
  }),
  'a script link among the words': attest(
    words('javascript:alert(document.domain)'),
    { field: 'body.evidence.text', says: /http/ },
  ),
  'a data link': attest(link('data:text/html,<script>alert(1)</script>'), {
    field: 'body.evidence.url',
    says: /http/,
  }),
  'the character NUL': attest(words(`${scene.evidence.text}\u0000`), {
    field: 'body.evidence.text',
  }),
  'half a surrogate pair': attest(
    `{"evidence":{"kind":"text","text":"${scene.evidence.text}\\ud800"}}`,
    { field: 'body.evidence.text' },
  ),
  'a field that nobody knows': attest(
    { ...words(scene.evidence.text), actor: 'user:default/olga' },
    { field: 'body.actor', says: /not known/ },
  ),
  'evidence that is a number': attest(
    { evidence: 42 },
    { field: 'body.evidence' },
  ),
  'no JSON': attest('{"evidence":', { field: 'body', says: /JSON/ }),
  'a body of a megabyte': attest(words('a'.repeat(1_000_000)), {
    status: 413,
    field: 'body',
    says: /larger/,
  }),
  'an edit without If-Match': attest(words(scene.evidence.text), {
    request: { body: words(scene.evidence.text) },
    status: 428,
    field: 'header.If-Match',
    says: /version/,
  }),
  'an If-Match that is no version': attest(words(scene.evidence.text), {
    request: {
      body: words(scene.evidence.text),
      headers: { 'If-Match': 'yesterday' },
    },
    field: 'header.If-Match',
    says: /version/,
  }),
  'a stale If-Match': attest(words(scene.evidence.text), {
    request: {
      body: words(scene.evidence.text),
      headers: { 'If-Match': '"7"' },
    },
    status: 412,
    field: 'header.If-Match',
    says: /version/,
  }),
  'a decision where nothing waits': {
    by: 'reviewer',
    method: 'post',
    path: attestation.replace('attestation', 'acceptance'),
    request: { headers: fresh },
    status: 409,
    field: 'path.itemId',
    says: /waits/,
  },

  'zero minutes': log({ minutes: 0 }, { field: 'body.minutes', says: /1 to/ }),
  'minutes in quotes': log(
    { minutes: '60' },
    { field: 'body.minutes', says: /whole number/ },
  ),
  'half a minute': log(
    { minutes: 0.5 },
    { field: 'body.minutes', says: /whole number/ },
  ),
  'more minutes than a week has': log(
    { minutes: 10_081 },
    { field: 'body.minutes', says: /10.?080/ },
  ),
  'week 53 of a year with 52': log(
    { week: '2025-W53' },
    { field: 'body.week', says: /52/ },
  ),
  'a week to come': log(
    { week: '2099-W01' },
    { field: 'body.week', says: /future|not over|yet|begun/i },
  ),
  'a category that nobody knows': log(
    { category: 'napping' },
    { field: 'body.category', says: /napping/ },
  ),
  'a ticket behind a script': log(
    { ticketUrl: 'javascript:alert(1)' },
    { field: 'body.ticketUrl', says: /http/ },
  ),
  'work for an entity that is not there': log(
    { entityRef: 'component:default/chekcout' },
    { field: 'body.entityRef', says: /chekcout/ },
  ),
  'work about a journey that is not there': log(
    { journeyId: '7a3f8f9e-8f6a-4f0e-9f55-0b1f1e6d2c11' },
    { field: 'body.journeyId', says: /no such journey/ },
  ),
  'an author': log(
    { author: 'user:default/colin' },
    { field: 'body.author', says: /not known/ },
  ),
  'percents that sum to 105': split(parts(40, 35, 20, 10), {
    field: 'body.parts',
    says: /105 %: take 5 away/,
  }),
  'percents that sum to 95': split(parts(40, 35, 20), {
    field: 'body.parts',
    says: /95 %: 5 are missing/,
  }),
  'half a percent': split(parts(99.5, 0.5), {
    field: 'body.parts.0.percent',
    says: /whole number/,
  }),
  'an allocation of nothing': split({ parts: [] }, { field: 'body.parts' }),
  'an allocation by a category that nobody knows': split(
    {
      parts: [
        {
          trigger: 'reactive',
          nature: 'toil',
          category: 'napping',
          percent: 100,
        },
      ],
    },
    { field: 'body.parts.0.category', says: /napping/ },
  ),
  'an allocation of no minutes': split(
    { ...parts(100), capacityMinutes: 0 },
    { field: 'body.capacityMinutes', says: /whole number/ },
  ),
  'an allocation of a week to come': split(parts(100), {
    path: '/groups/default/payments/toil/allocations/2099-W01',
    field: 'path.week',
    says: /begun/,
  }),
  'an allocation of a week that does not exist': split(parts(100), {
    path: '/groups/default/payments/toil/allocations/2025-W53',
    field: 'path.week',
    says: /52/,
  }),
  'an allocation of a Group that is gone': split(parts(100), {
    path: '/groups/default/dissolved/toil/allocations/2026-W40',
    status: 404,
    says: /dissolved/,
  }),
  'an allocation that was changed meanwhile': split(parts(100), {
    request: { body: parts(100), headers: { 'If-Match': '"7"' } },
    status: 412,
    field: 'header.If-Match',
    says: /removed/,
  }),
  'the removal of an allocation that is not there': {
    method: 'delete',
    path: '/groups/default/payments/toil/allocations/2026-W40',
    request: { headers: fresh },
    status: 404,
    field: 'path.week',
    says: /no allocation/,
  },
  'a journey about nothing': {
    method: 'post',
    path: '/entities/component/default/checkout/journeys',
    request: { body: { ...scene.journey, title: '' } },
    status: 400,
    field: 'body.title',
    says: /./,
  },
  'a portfolio page that nobody gave out': {
    method: 'get',
    path: '/portfolio?cursor=bm90IGEgY3Vyc29y',
    request: {},
    status: 400,
    field: 'query.cursor',
    says: /./,
  },
  'a page of a million rows': {
    method: 'get',
    path: '/portfolio?limit=1000000',
    request: {},
    status: 400,
    field: 'query.limit',
    says: /./,
  },
  'a path that does not exist': {
    method: 'get',
    path: '/entitys',
    request: {},
    status: 404,
    says: /openapi/,
  },
};

describe('Bad input', () => {
  let backend: TestReadinessBackend;
  beforeAll(async () => {
    backend = await startTestReadinessBackend();
    await scene.journeyOf(backend);
  }, 60_000);

  it.each(Object.entries(cases))(
    'is refused with a reason: %s',
    async (_, { by = 'owner', method, path, request, ...expected }) => {
      const before = await tableContents(backend.knex);
      const answer = await backend.as(by).send(method, path, request);
      expectRefusal(answer, expected);
      expect(await tableContents(backend.knex)).toEqual(before);
    },
  );

  it.each(['100', '100.0', '0', '99.', '99,9', '-1', '1e1', '99.123456789'])(
    'refuses the target %s and says why',
    async target => {
      const content = scene.sloContent(await scene.journeyOf(backend));
      const before = await tableContents(backend.knex);
      const answer = await backend
        .as('owner')
        .send('post', '/entities/component/default/checkout/slos', {
          body: { content: { ...content, target } },
        });
      expectRefusal(answer, {
        status: 400,
        field: 'body.content.target',
        says: target.startsWith('100') ? /100/ : /./,
      });
      expect(await tableContents(backend.knex)).toEqual(before);
    },
  );

  it('shows the current value to who lost a race', async () => {
    const version = await scene.answered(backend);
    const stale = await backend.as('owner').send('put', attestation, {
      body: words('Rolled back a second time, in November, see the log.'),
      headers: { 'If-Match': `"${version - 1}"` },
    });
    expect(stale.status).toBe(412);
    const { current } = stale.body.error.details;
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: scene.checkout });
    expect(current).toEqual(body.items.find(item => item.itemId === 'REL-3'));
  });
});

function expectRefusal(
  answer: RawAnswer,
  expected: Pick<BadRequest, 'status' | 'field' | 'says'>,
): void {
  const { error } = answer.body;
  expect({ status: answer.status, field: error.field }).toEqual({
    status: expected.status,
    field: expected.field,
  });
  expect(error.code).toMatch(/^[A-Z][A-Z_]+$/);
  expect(error.message).toMatch(expected.says);
  // A sentence for a person, and nothing of the inside.
  expect(error.message).toMatch(/\.$/);
  expect(error.message).not.toMatch(/undefined|\[object|sql|at .*\.[jt]s:/i);
}

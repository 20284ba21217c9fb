import fc from 'fast-check';
import { z } from 'zod';
import { createReadinessClient, ReadinessResponseError } from './client';
import { createOpenApiDocument } from './openapi';
import { defineRoute } from './route';
import { routes } from './routes';
import { httpUrl, isHttpUrl, plainText } from './text';

describe('the OpenAPI document', () => {
  const document = createOpenApiDocument(routes, '1.0.0') as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };

  it('describes every route once, under its own name', () => {
    const operations = Object.values(document.paths)
      .flatMap(path => Object.values(path))
      .map(operation => operation.operationId);
    expect(operations.sort()).toEqual(Object.keys(routes).sort());
  });

  it('names every parameter of a path', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      for (const operation of Object.values(operations)) {
        const { parameters } = operation as unknown as {
          parameters: { in: string; name: string }[];
        };
        expect(
          parameters.filter(one => one.in === 'path').map(one => one.name),
        ).toEqual(names);
      }
    }
  });
});

describe('the client', () => {
  const route = defineRoute({
    operationId: 'edit',
    method: 'put',
    path: '/things/:name',
    summary: 'Edit a thing',
    callers: 'user',
    params: z.strictObject({ name: z.string() }),
    body: z.strictObject({ text: z.string() }),
    response: z.strictObject({ saved: z.boolean() }),
    ifMatch: true,
  });
  const client = (fetch: jest.Mock) =>
    createReadinessClient({
      discoveryApi: { getBaseUrl: async () => 'http://host/api' },
      fetchApi: { fetch },
    });

  it('sends path, version and body', async () => {
    const fetch = jest.fn(async () => new Response('{"saved":true}'));
    const { body } = await client(fetch).call(route, {
      params: { name: 'a/b' },
      body: { text: '本文' },
      ifMatch: 3,
    });
    expect(body).toEqual({ saved: true });
    expect(fetch).toHaveBeenCalledWith(
      'http://host/api/things/a%2Fb',
      expect.objectContaining({
        method: 'PUT',
        headers: expect.objectContaining({ 'If-Match': '"3"' }),
        body: '{"text":"本文"}',
      }),
    );
  });

  it('throws what the server said', async () => {
    const fetch = jest.fn(
      async () =>
        new Response(
          '{"error":{"name":"ConflictError","message":"Too late.","code":"STALE","field":"body.text"}}',
          { status: 409 },
        ),
    );
    const failure = await client(fetch)
      .call(route, { params: { name: 'a' }, body: { text: 'b' } })
      .catch(error => error);
    expect(failure).toBeInstanceOf(ReadinessResponseError);
    expect(failure).toMatchObject({
      status: 409,
      code: 'STALE',
      field: 'body.text',
      message: 'Too late.',
    });
  });
});

describe('text', () => {
  it('keeps any well-formed text and refuses the rest', () => {
    const text = plainText({ max: 1000 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), value => {
        const storable =
          !value.includes('\u0000') && value.trim() !== '' && value.length > 0;
        expect(text.safeParse(value).success).toBe(storable);
      }),
    );
    expect(text.safeParse('half \ud800').success).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://example.com',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pass@example.com',
    'https://',
    '//example.com',
    'example.com',
    '',
  ])('refuses the link %j', link => {
    expect(isHttpUrl(link)).toBe(false);
    expect(httpUrl.safeParse(link).success).toBe(false);
  });

  it.each(['https://example.com', 'http://wiki.local/手順書?x=1#y'])(
    'takes the link %j',
    link => expect(httpUrl.parse(link)).toBe(link),
  );
});

import { TechInsightsCheckProvider } from './TechInsightsCheckProvider';

const REF = 'component:default/checkout';

function providerWith(answer: () => Response) {
  const calls: { url: string; body: unknown; authorization?: string }[] = [];
  jest.spyOn(global, 'fetch').mockImplementation(async (url, init) => {
    calls.push({
      url: String(url),
      body: JSON.parse(String(init?.body)),
      authorization: new Headers(init?.headers).get('authorization') ?? '',
    });
    return answer();
  });
  const provider = new TechInsightsCheckProvider({
    discovery: { getBaseUrl: async id => `http://backend/api/${id}` },
    getToken: async () => 'token',
  });
  const read = () =>
    provider.readChecks([REF], {
      checkIds: ['owned', 'documented'],
      signal: new AbortController().signal,
    });
  return { calls, read };
}

afterEach(() => jest.restoreAllMocks());

describe('checks of Tech Insights', () => {
  it('are read for all entities in one request', async () => {
    const { calls, read } = providerWith(() =>
      Response.json([
        {
          entity: 'Component:default/Checkout',
          results: [
            { facts: {}, check: { id: 'owned', type: 'rules' }, result: true },
            { facts: {}, check: { id: 'documented' }, result: false },
          ],
        },
      ]),
    );
    expect(await read()).toEqual({ [REF]: { owned: true, documented: false } });
    expect(calls).toEqual([
      {
        url: 'http://backend/api/tech-insights/checks/run',
        authorization: 'Bearer token',
        body: {
          entities: [
            { kind: 'component', namespace: 'default', name: 'checkout' },
          ],
          checks: ['owned', 'documented'],
        },
      },
    ]);
  });

  it('are left out where there is no result, not taken for failed', async () => {
    const { read } = providerWith(() =>
      Response.json([
        { entity: REF, error: {}, results: [] },
        { entity: REF, results: [{ check: { id: 'owned' }, result: null }] },
      ]),
    );
    expect(await read()).toEqual({ [REF]: {} });
  });

  it.each([
    ['a refusal', () => new Response('no', { status: 403 })],
    ['nonsense', () => Response.json({ results: 1 })],
  ])('throw on %s', async (_, answer) => {
    await expect(providerWith(answer).read()).rejects.toThrow();
  });
});

import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { authorization } from '../testing/callers';

const NUL = 'a%00b';

/** Any route, as far as this needs to know it. */
interface AnyRoute {
  method: string;
  path: string;
  query?: { shape?: object };
}

/** Every path of the API with a NUL in each of its places, one at a time. */
function requestsWithNul(): [string, string][] {
  return Object.values(routes as Record<string, AnyRoute>).flatMap(
    ({ method, path, query }) => {
      const places = path.match(/:\w+/g) ?? [];
      const filled = (except?: string) =>
        places.reduce(
          (text, place) =>
            text.replace(place, place === except ? NUL : exampleOf(place)),
          path,
        );
      return [
        ...places.map(place => filled(place)),
        ...Object.keys(query?.shape ?? {}).map(
          name => `${filled()}?${name}=${NUL}`,
        ),
        ...Object.keys(query?.shape ?? {}).map(
          name => `${filled()}?${name}=group:default/${NUL}`,
        ),
      ].map((url): [string, string] => [method, url]);
    },
  );
}

function exampleOf(place: string): string {
  const examples: Record<string, string> = {
    ':kind': 'component',
    ':namespace': 'default',
    ':name': 'checkout',
    ':itemId': 'REL-3',
    ':week': '2026-W45',
  };
  return examples[place] ?? 'x';
}

describeBackendOnDatabases('Text that no database takes', backend => {
  it('is refused in every path and query, and never an error of ours', async () => {
    const requests = requestsWithNul();
    expect(requests.length).toBeGreaterThan(200);
    const failed: string[] = [];
    for (const [method, url] of requests) {
      const answer = await fetch(`${backend().url}${url}`, {
        method: method.toUpperCase(),
        headers: {
          ...authorization('administrator'),
          'Content-Type': 'application/json',
          'If-Match': '"0"',
        },
        body: method === 'get' ? undefined : '{}',
      });
      const text = await answer.text();
      if (answer.status < 400 || answer.status >= 500) {
        failed.push(`${method} ${url}: ${answer.status} ${text}`);
      }
    }
    expect(failed).toEqual([]);
  }, 60_000);

  it.each(['a\0b', 'a\ud800b'])('is refused in bodies: %j', async text => {
    const owner = backend().as('owner');
    const answers = [
      await owner.send('post', '/portfolio/by-refs', {
        body: { entityRefs: [`component:default/${text}`] },
      }),
      await owner.send('put', '/groups/default/payments/upkeep/choices', {
        body: {
          sessionAt: null,
          sharesAnswers: false,
          focus: [text],
          focusUntil: null,
        },
        headers: { 'If-Match': '"0"' },
      }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.error.code]).toEqual([400, 'INPUT_INVALID']);
      expect(body.error.message).toContain('is not text');
    }
  });
});

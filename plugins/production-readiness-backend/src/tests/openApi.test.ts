import {
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';

describe('the started backend', () => {
  let backend: TestReadinessBackend;
  beforeAll(async () => {
    backend = await startTestReadinessBackend();
  }, 60_000);

  it('describes its API to a signed-in person', async () => {
    const answer = await backend.as('reader').send('get', '/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe('3.1.0');
    expect(answer.headers.get('etag')).toBeTruthy();
  });

  it('tells a stranger nothing', async () => {
    const answer = await backend.as('none').send('get', '/openapi.json');
    expect(answer.status).toBe(401);
    expect(answer.body.paths).toBeUndefined();
  });
});

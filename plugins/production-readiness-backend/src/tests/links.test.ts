import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';
import { itemVersion, payments, rollback, toilEntry } from './scenes';

describe('Links that people give', () => {
  let backend: TestReadinessBackend;
  let elsewhere: Server;
  let visits = 0;

  beforeAll(async () => {
    elsewhere = createServer((_, response) => {
      visits += 1;
      response.end();
    });
    await new Promise<void>(listening =>
      elsewhere.listen(0, '127.0.0.1', listening),
    );
    backend = await startTestReadinessBackend();
  }, 60_000);
  afterAll(() => {
    elsewhere.close();
  });

  it('are kept as they are, and never followed', async () => {
    const { port } = elsewhere.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/%E6%89%8B%E9%A0%86?a=1&b=<2>#x`;
    const version = await itemVersion(backend, rollback);
    const answer = await backend
      .as('owner')
      .send(
        'put',
        '/entities/component/default/checkout/items/REL-3/attestation',
        {
          body: { evidence: { kind: 'url', url } },
          headers: { 'If-Match': `"${version}"` },
        },
      );
    expect(answer.status).toBe(200);
    expect(answer.body.item.answer.evidence).toEqual({ kind: 'url', url });
    const { namespace, name } = payments;
    const logged = await backend
      .as('owner')
      .send('post', `/groups/${namespace}/${name}/toil/entries`, {
        body: { ...toilEntry, ticketUrl: url },
      });
    expect(logged.status).toBe(201);
    expect(logged.body.entry.ticketUrl).toBe(url);
    await backend.sweep();
    expect(visits).toBe(0);
  });

  // Browsers skip blanks and control characters in a scheme, so a check for
  // the word alone would let these through.
  it.each([
    'javascript:alert(1)//https://example.com',
    'JaVaScRiPt:alert(1)//https://example.com',
    ' javascript:alert(1)//https://example.com',
    'java\tscript:alert(1)//https://example.com',
    '\u0001javascript:alert(1)//https://example.com',
    'vbscript:msgbox(1)//https://example.com',
    'data:text/html;base64,PHNjcmlwdD4=',
    'file:///etc/passwd',
    '//example.com/without/a/scheme',
    'https://user:password@example.com/',
  ])('are refused as %j', async url => {
    const answer = await backend
      .as('owner')
      .send(
        'put',
        '/entities/component/default/checkout/items/REL-3/attestation',
        {
          body: { evidence: { kind: 'url', url } },
          headers: { 'If-Match': '"0"' },
        },
      );
    expect(answer.status).toBe(400);
    expect(answer.body.error.field).toBe('body.evidence.url');
  });
});

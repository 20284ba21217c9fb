import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * The way from the plugin to another system: what is asked is passed on and
 * answered there, until the way is cut.
 */
export class Relay {
  private constructor(private readonly server: Server) {}

  /** @param target - where the other system is, asked for each request */
  static async start(target: () => string): Promise<Relay> {
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      try {
        const answer = await fetch(`${target()}${request.url}`, {
          method: request.method,
          headers: {
            authorization: request.headers.authorization ?? '',
            'content-type': 'application/json',
          },
          body: body === '' ? undefined : body,
        });
        response.writeHead(answer.status, {
          'content-type': 'application/json',
        });
        response.end(await answer.text());
      } catch (error) {
        // It is not there yet, as behind any proxy.
        response.writeHead(502).end(String(error));
      }
    });
    await new Promise<void>(listening => {
      server.listen(0, '127.0.0.1', listening);
    });
    return new Relay(server);
  }

  /** Where it is, for the app's discovery. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on nobody answers there. */
  async cut(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise(done => {
      this.server.close(done);
    });
    this.server.closeAllConnections();
    await closed;
  }
}

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * Another system that the app asks: it answers as Tech Insights does, that
 * every check of every entity holds, until it is stopped.
 */
export class TechInsights {
  private constructor(private readonly server: Server) {}

  static async start(): Promise<TechInsights> {
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { checks, entities } = JSON.parse(text) as {
        checks: string[];
        entities: { kind: string; namespace: string; name: string }[];
      };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          entities.map(({ kind, namespace, name }) => ({
            entity: `${kind}:${namespace}/${name}`,
            results: checks.map(id => ({ check: { id }, result: true })),
          })),
        ),
      );
    });
    await new Promise<void>(listening => {
      server.listen(0, '127.0.0.1', listening);
    });
    return new TechInsights(server);
  }

  /** Where it is, for the app's discovery. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on nobody answers there. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise(done => {
      this.server.close(done);
    });
    this.server.closeAllConnections();
    await closed;
  }
}

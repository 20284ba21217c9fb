import { readFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** A web site that serves the files of a folder, as a code host would. */
export class FileSite {
  private constructor(private readonly server: Server) {}

  static async start(folder: string): Promise<FileSite> {
    const server = createServer(async (request, response) => {
      try {
        const name = basename(
          new URL(request.url ?? '/', 'http://site').pathname,
        );
        response.end(await readFile(join(folder, name), 'utf8'));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>(listening => {
      server.listen(0, '127.0.0.1', listening);
    });
    return new FileSite(server);
  }

  /** Host and port, as URLs and the configuration of URL readers name it. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => {
      this.server.close(done);
    });
  }
}

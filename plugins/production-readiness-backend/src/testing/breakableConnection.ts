import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { PostgresConnection } from './postgresServer';

/**
 * Stands between the plugin and PostgreSQL and breaks what goes through: as the
 * plugin sees it, the server stops, starts again, or falls silent.
 */
export class BreakableConnection {
  readonly #sockets = new Set<Socket>();
  #server!: Server;
  #port = 0;
  #losesAnswers = false;

  private constructor(private readonly target: PostgresConnection) {}

  /** Begins to let everything through. */
  static async to(target: PostgresConnection): Promise<BreakableConnection> {
    const between = new BreakableConnection(target);
    await between.start();
    return between;
  }

  /** The same database, reached through this. */
  get connection(): PostgresConnection {
    return { ...this.target, host: '127.0.0.1', port: this.#port };
  }

  /** Ends every connection and takes no new one. */
  async stop(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Takes connections (again), at the same address. */
  async start(): Promise<void> {
    this.#server = createServer(socket => this.#pass(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends every connection; new ones are taken. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /**
   * The next commit is done, and the connection ends before it is answered: who
   * asked for it can't know whether it was.
   */
  loseNextCommit(): void {
    this.#losesAnswers = true;
  }

  #pass(client: Socket): void {
    const server = connect(this.target.port, this.target.host);
    let isLost = false;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', chunk => {
      server.write(chunk);
      if (this.#losesAnswers && chunk.includes('COMMIT')) {
        this.#losesAnswers = false;
        isLost = true;
      }
    });
    server.on('data', chunk => {
      // The answer is here, so what was asked for is done.
      if (isLost) client.destroy();
      else client.write(chunk);
    });
  }
}

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseConfig } from './pluginDatabase';
import { createPostgresDatabase, PostgresConnection } from './postgresServer';

/** A backend process of its own that shares its database with others. */
export interface Replica {
  /** Where its API is. */
  readonly url: string;
  /** Resolves when it serves; rejects with its log when it ends before. */
  readonly ready: Promise<void>;
  /** Ends it the hard way, kill −9, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts replicas on one new PostgreSQL database and ends them all. */
export class Replicas {
  readonly #running = new Set<ChildProcess>();
  readonly #folders: string[] = [];

  private constructor(readonly connection: PostgresConnection) {}

  /** No replica yet, and an empty database for them. */
  static async create(): Promise<Replicas> {
    return new Replicas(await createPostgresDatabase());
  }

  /** Starts one more; wait for its `ready`. */
  async start(): Promise<Replica> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const folder = await mkdtemp(join(tmpdir(), 'readiness-replica-'));
    this.#folders.push(folder);
    const config = join(folder, 'app-config.json');
    await writeFile(
      config,
      JSON.stringify({
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: databaseConfig(this.connection),
        },
      }),
    );
    return this.#watch(spawnReplica(config), url);
  }

  /** Ends every replica that still runs. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running].map(kill));
    await Promise.all(
      this.#folders.map(folder => rm(folder, { recursive: true, force: true })),
    );
  }

  #watch(child: ChildProcess, url: string): Replica {
    this.#running.add(child);
    const log: string[] = [];
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', chunk => {
        log.push(String(chunk));
        if (String(chunk).includes('replica is ready')) resolve();
      });
      child.stderr?.on('data', chunk => log.push(String(chunk)));
      child.once('error', reject);
      child.once('close', code => {
        this.#running.delete(child);
        reject(new Error(`A replica ended with ${code}:\n${log.join('')}`));
      });
    });
    // Whoever kills a replica on purpose doesn't wait for it to be ready.
    ready.catch(() => {});
    return { url, ready, kill: () => kill(child) };
  }
}

function spawnReplica(config: string): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      require.resolve('./childReplica.ts'),
      '--config',
      config,
    ],
    {
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No free port')),
      );
    });
  });
}

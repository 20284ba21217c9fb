import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { JsonObject } from '@backstage/types';
import { authorization, CallerName } from './callers';
import { PostgresConnection } from './postgresServer';

/** A test backend that runs in a process of its own. */
export interface ProcessBackend {
  /** Sends JSON, if anything; undefined when no answer came. */
  send(
    caller: CallerName,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any JSON
  ): Promise<{ status: number; body: any } | undefined>;
  /** Sends a signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const running = new Set<ChildProcess>();

// A test that fails does not come to ending them.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a backend in a process of its own is like. */
export interface ChildBackendOptions {
  connection: PostgresConnection;
  /** By how much its clock is ahead of the machine's. */
  clockAheadMs?: number;
  /** Whether Backstage's scheduler runs its tasks. */
  schedules?: boolean;
  /** Merged over `productionReadiness` of the configuration. */
  readiness?: JsonObject;
}

/** Starts one on a database that is there already. */
export async function startProcessBackend(
  connection: PostgresConnection,
  more: Omit<ChildBackendOptions, 'connection'> = {},
): Promise<ProcessBackend> {
  const options: ChildBackendOptions = { connection, ...more };
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      require.resolve('./childBackend.ts'),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        TEST_BACKEND: JSON.stringify(options),
        TEST_BACKEND_CLOCK_AHEAD: String(options.clockAheadMs ?? 0),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  running.add(child);
  closed.then(() => running.delete(child));
  const log: string[] = [];
  child.stderr.on('data', chunk => log.push(String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      log.push(String(chunk));
      const found = /serving at (\S+)/.exec(log.join(''));
      if (found) resolve(found[1]);
    });
    closed.then(([code]) =>
      reject(new Error(`The backend ended with ${code}:\n${log.join('')}`)),
    );
  });
  return {
    async send(caller, method, path, body, headers) {
      try {
        const response = await fetch(`${url}${path}`, {
          method,
          headers: {
            ...authorization(caller),
            'Content-Type': 'application/json',
            ...headers,
          },
          body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.json() };
      } catch {
        return undefined;
      }
    },
    async end(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

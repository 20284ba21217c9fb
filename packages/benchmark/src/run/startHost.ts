import { fork } from 'node:child_process';
import { VISITOR } from '../organisation/entities';
import { Target } from './measure';

const START_TIMEOUT = 120_000;

/** The measured process. */
export interface Host extends Target {
  stop(): Promise<void>;
}

/** Starts the measured process and signs the visitor in. */
export async function startHost(port: number): Promise<Host> {
  const child = fork('src/host/main.ts', { execArgv: process.execArgv });
  const stop = () =>
    new Promise<void>(resolve => {
      if (child.exitCode !== null) resolve();
      child.once('close', () => resolve());
      child.kill('SIGKILL');
    });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The measured process did not start')),
      START_TIMEOUT,
    );
    // The loader of TypeScript sends messages of its own.
    child.on('message', message => {
      if (message !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    child.once('close', code => reject(new Error(`It ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  return { url, token: await signIn(url), stop };
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(
    `${url}/api/auth/benchmark/refresh?env=development&user=${VISITOR}`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const body = await response.json();
  if (!response.ok) throw new Error(`Sign-in: ${JSON.stringify(body)}`);
  return body.backstageIdentity.token;
}

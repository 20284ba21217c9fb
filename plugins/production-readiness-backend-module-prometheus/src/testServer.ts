import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of `prometheus` and `promtool`; `npm test` sets it. */
export const PROGRAMS = process.env.READINESS_TEST_PROMETHEUS;

/** A Prometheus server of the test's own, on loopback. */
export interface TestPrometheus {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real Prometheus server with recording and alerting rules, on data of
 * the past that promtool brings into its own format.
 *
 * @param rules - a rule file
 * @param openMetrics - samples, as a text in the OpenMetrics format
 */
export async function startPrometheus(
  rules: string,
  openMetrics: string,
): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'readiness-prometheus-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const metrics = file('past.txt', openMetrics);
  file('rules.yaml', rules);
  const config = file(
    'prometheus.yaml',
    'global: { evaluation_interval: 1s }\nrule_files: [rules.yaml]\n',
  );
  execFileSync(
    join(PROGRAMS!, 'promtool'),
    [
      ...['tsdb', 'create-blocks-from', 'openmetrics'],
      ...[metrics, join(folder, 'data')],
    ],
    { stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    join(PROGRAMS!, 'prometheus'),
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--storage.tsdb.retention.time=1y',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('Prometheus did not become ready');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise(resolve => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as { port: number };
  await new Promise(resolve => {
    probe.close(resolve);
  });
  return port;
}

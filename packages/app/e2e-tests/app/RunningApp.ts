import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { people, Person } from '../browser/signIn';
import { age, ANSWERS, SIGNATURES } from './age';
import { DatabaseChoice, Engine, newDatabase } from './database';

const root = resolve(__dirname, '../../../..');
const API = '/api/production-readiness';
const startTimeoutMs = 180_000;
const stopTimeoutMs = 10_000;

/** Configuration by its path, such as `productionReadiness.reviewModes`. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * The app as a user meets it: one backend process that serves the built
 * frontend, with the demo catalog and a database that outlives a restart.
 */
export class RunningApp {
  private process?: ChildProcess;
  private log: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly database: DatabaseChoice,
    private readonly settings: Settings,
  ) {}

  /** Where the app is. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Starts an app with an empty database of its own.
   *
   * @param settings - configuration on top of the project's
   */
  static async start(
    engine: Engine,
    settings: Settings = {},
  ): Promise<RunningApp> {
    const folder = await mkdtemp(join(tmpdir(), 'readiness-journey-'));
    await mkdir(join(folder, 'sqlite'));
    const app = new RunningApp(
      folder,
      await freePort(),
      newDatabase(engine, folder),
      settings,
    );
    try {
      await app.run();
      await app.untilCatalogIsFollowed();
    } catch (error) {
      await app.stop();
      throw error;
    }
    return app;
  }

  /** Ends the process and starts another one on the same data. */
  async restart(): Promise<void> {
    await this.end();
    await this.run();
  }

  /**
   * Makes signatures and what is kept of readiness this much older, as if so
   * many days had passed: what is due is found out whenever it is read.
   */
  letDaysPass(days: number): Promise<void> {
    return age(this.database, this.folder, SIGNATURES, days * 86_400_000);
  }

  /**
   * Makes answers, reviews and what was read of other systems this much older,
   * as if so many days had passed: each was given by a person, and what is due
   * is found out whenever it is read. The journal stays as it is.
   */
  letAnswersAge(days: number): Promise<void> {
    return age(this.database, this.folder, ANSWERS, days * 86_400_000);
  }

  /**
   * Asks the API of the plugin as a person or, with a token, as a service.
   *
   * @param version - that a change is made from
   * @throws Error that holds the answer when it is a refusal
   */
  async ask<T>(
    as: Person | { token: string },
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    { body, version }: { body?: unknown; version?: number } = {},
  ): Promise<T> {
    const authorization =
      typeof as === 'string'
        ? await this.authorization(as)
        : `Bearer ${as.token}`;
    const response = await fetch(`${this.url}${API}${path}`, {
      method,
      headers: {
        authorization,
        'content-type': 'application/json',
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json() as Promise<T>;
  }

  /**
   * Lets the plugin ask the monitoring now, which it else does once a minute,
   * and waits until that is over.
   */
  collectTelemetry(): Promise<void> {
    return this.runTask(
      'production-readiness',
      'production-readiness-telemetry',
    );
  }

  /**
   * Lets Tech Insights retrieve the facts of the catalog and those that the
   * plugin offers, which it else does by the clock.
   */
  async retrieveFacts(): Promise<void> {
    await Promise.all(
      ['entityMetadataFactRetriever', 'productionReadinessFactRetriever'].map(
        retriever => this.runTask('tech-insights', retriever),
      ),
    );
  }

  /** Ends the process and removes its files. */
  async stop(): Promise<void> {
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async run(): Promise<void> {
    this.log = [];
    const child = spawn(
      process.execPath,
      [
        ...['--require', join(__dirname, 'endWithParent.cjs')],
        ...[
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        'src/index.ts',
        ...this.database.configFiles.flatMap(file => [
          '--config',
          join(root, file),
        ]),
      ],
      {
        cwd: join(root, 'packages/backend'),
        env: {
          ...process.env,
          ...this.database.environment,
          NODE_ENV: 'development',
          APP_CONFIG_app_baseUrl: this.url,
          APP_CONFIG_backend_baseUrl: this.url,
          APP_CONFIG_backend_listen_port: String(this.port),
          // A new catalog is known at once, not within half a minute.
          APP_CONFIG_productionReadiness_sweep_directory: '{"seconds":3}',
          ...Object.fromEntries(
            Object.entries(this.settings).map(([key, value]) => [
              `APP_CONFIG_${key.replaceAll('.', '_')}`,
              JSON.stringify(value),
            ]),
          ),
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    this.process = child;
    child.stdout.on('data', chunk => this.log.push(String(chunk)));
    child.stderr.on('data', chunk => this.log.push(String(chunk)));
    await this.until('ready', async () => {
      await this.json('/.backstage/health/v1/readiness');
      return true;
    });
  }

  /**
   * Waits until the plugin knows the organisation: who owns the service of the
   * journeys, and that its product owner and its CTO exist.
   */
  private async untilCatalogIsFollowed(): Promise<void> {
    await this.until('following the catalog', async () => {
      const authorization = await this.authorization('developer');
      const slos = await this.json(
        '/api/production-readiness/entities/component/default/checkout-api/slos',
        { authorization },
      );
      return (
        slos.mayEdit &&
        slos.owners.every((owner: { vacant: boolean }) => !owner.vacant)
      );
    });
  }

  /** Runs what a plugin has scheduled now, and waits until that is over. */
  private async runTask(pluginId: string, task: string): Promise<void> {
    const scheduler = `/api/${pluginId}/.backstage/scheduler/v1/tasks`;
    const authorization = await this.authorization('developer');
    const lastEnd = async () => {
      const { tasks } = await this.json(scheduler, { authorization });
      return tasks.find((one: { taskId: string }) => one.taskId === task)
        .taskState.lastRunEndedAt;
    };
    const before = await lastEnd();
    await fetch(`${this.url}${scheduler}/${task}/trigger`, {
      method: 'POST',
      headers: { authorization },
    });
    await this.until(
      `through with ${task}`,
      async () => (await lastEnd()) !== before,
    );
  }

  /** The header by which the app knows somebody. */
  private async authorization(person: Person): Promise<string> {
    const identity = await this.json('/api/auth/demo/refresh', {
      'x-demo-user': `user:default/${people[person]}`,
      'x-requested-with': 'XMLHttpRequest',
    });
    return `Bearer ${identity.backstageIdentity.token}`;
  }

  private async json(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.url}${path}`, { headers });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.json();
  }

  private async until(
    state: string,
    reached: () => Promise<boolean>,
  ): Promise<void> {
    const deadline = Date.now() + startTimeoutMs;
    while (Date.now() < deadline) {
      if (this.process?.exitCode !== null) {
        throw new Error(`The app ended while starting:\n${this.tail()}`);
      }
      if (await reached().catch(() => false)) return;
      await pause(250);
    }
    throw new Error(
      `The app is not ${state} after ${startTimeoutMs} ms:\n${this.tail()}`,
    );
  }

  private async end(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const impatient = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    child.kill('SIGTERM');
    await once(child, 'close');
    clearTimeout(impatient);
  }

  /** The end of the log, for the message of a failed test. */
  tail(): string {
    return this.log.join('').split('\n').slice(-40).join('\n');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(wake => setTimeout(wake, milliseconds));
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? found(address.port)
          : failed(new Error('No free port')),
      );
    });
  });
}

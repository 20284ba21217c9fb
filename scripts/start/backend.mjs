import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startNode } from '../testing/processes.mjs';

const startTimeoutMs = 180_000;

/** The backend as a child process, run from its TypeScript sources. */
export class Backend {
  #root;
  #options;
  #silent = false;

  /**
   * @param {string} root the folder of the project
   * @param {{port: number, catalog?: string, verbose: boolean,
   *   database: import('./database.mjs').PreparedDatabase}} options
   */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
  }

  /** Where people find the app. */
  get url() {
    return `http://localhost:${this.#options.port}`;
  }

  /** The database that was prepared for this start. */
  get database() {
    return this.#options.database;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param {{onEnd: (code: number) => void}} handlers `onEnd` when the server
   *   ends after it had been ready
   */
  async start({ onEnd }) {
    const child = await this.run('src/index.ts');
    let ready = false;
    const ended = new Promise((_, reject) =>
      child.once('close', code => {
        if (ready) {
          onEnd(code ?? 0);
        }
        reject(new Error(`The backend ended.\n${this.logHint}`));
      }),
    );
    // After the start nobody waits for this promise any more.
    ended.catch(() => {});
    await Promise.race([ended, this.#untilReady()]);
    ready = true;
  }

  /**
   * Runs a script of packages/backend with the configuration of this start.
   * Its log goes to a file; warnings and errors, or all of it when asked for,
   * to the terminal as well.
   *
   * @returns {Promise<import('node:child_process').ChildProcess>}
   */
  async run(script, extraArgs = []) {
    const require = createRequire(join(this.#root, 'package.json'));
    const child = startNode(
      [
        '--enable-source-maps',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        script,
        ...this.#options.database.configFiles.flatMap(file => [
          '--config',
          join(this.#root, file),
        ]),
        ...extraArgs,
      ],
      {
        cwd: join(this.#root, 'packages/backend'),
        env: this.#environment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    await this.#log(child);
    return child;
  }

  /** Keeps the complaints of a backend that is being ended to the log file. */
  silence() {
    this.#silent = true;
  }

  /** Forgets the log of earlier starts, which nobody reads any more. */
  async clearLog() {
    await rm(this.logFile, { force: true });
  }

  /** Where this project keeps what must survive a restart. */
  get dataFolder() {
    return join(this.#root, '.data');
  }

  /** Where to read more after a failure. */
  get logHint() {
    return `The whole log is in ${this.logFile}`;
  }

  /** The file that keeps the log of this start. */
  get logFile() {
    return join(this.dataFolder, 'backend.log');
  }

  #environment() {
    const { port, catalog, database } = this.#options;
    return {
      ...process.env,
      NODE_ENV: 'development',
      APP_CONFIG_app_baseUrl: this.url,
      APP_CONFIG_backend_baseUrl: this.url,
      APP_CONFIG_backend_listen_port: String(port),
      ...(catalog && { DEMO_CATALOG: catalog }),
      ...database.environment,
    };
  }

  async #log(child) {
    await mkdir(dirname(this.logFile), { recursive: true });
    const file = createWriteStream(this.logFile, { flags: 'a' });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.once('close', () => file.end());
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        if (this.#options.verbose) {
          process.stdout.write(chunk);
        } else if (!this.#silent) {
          process.stdout.write(onlyErrors(String(chunk)));
        }
      });
    }
  }

  async #untilReady() {
    const deadline = Date.now() + startTimeoutMs;
    while (Date.now() < deadline) {
      const ready = await fetch(
        `http://127.0.0.1:${this.#options.port}/.backstage/health/v1/readiness`,
      )
        .then(response => response.ok)
        .catch(() => false);
      if (ready) {
        return;
      }
      await new Promise(wake => setTimeout(wake, 500));
    }
    throw new Error(
      `The backend did not answer within ${startTimeoutMs / 1000} s.\n${
        this.logHint
      }`,
    );
  }
}

/** The lines that a person must see even without `--verbose`. */
function onlyErrors(text) {
  return text
    .split('\n')
    .filter(line => /\berror\b/.test(line.slice(0, 80)))
    .map(line => `${line}\n`)
    .join('');
}

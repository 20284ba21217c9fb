import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

/**
 * The folder with the `prometheus` and `promtool` programs that the tests of
 * the Prometheus module start. Those on the path are taken; otherwise, where
 * there is apt, Debian's package is unpacked once into `node_modules/.cache`,
 * which needs no rights and installs nothing.
 *
 * @param {string} root the folder of the project
 * @returns {Promise<string | undefined>} undefined where there are none
 */
export async function prometheusPrograms(root) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.find(
    folder =>
      existsSync(join(folder, 'prometheus')) &&
      existsSync(join(folder, 'promtool')),
  );
  if (installed) return installed;
  const folder = join(root, 'node_modules/.cache/prometheus');
  const programs = join(folder, 'usr/bin');
  if (existsSync(join(programs, 'promtool'))) return programs;
  try {
    await unpack(folder);
    return programs;
  } catch (error) {
    process.stderr.write(`No Prometheus to test with: ${error.message}\n`);
    return undefined;
  }
}

/** Complete or not at all: an interrupted run leaves no half of it behind. */
async function unpack(folder) {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    const run = (program, ...args) =>
      execFileSync(program, args, { cwd: unfinished, stdio: 'pipe' });
    try {
      run('apt-get', 'download', 'prometheus');
    } catch {
      // A fresh machine knows no packages yet.
      run('apt-get', 'update');
      run('apt-get', 'download', 'prometheus');
    }
    const [archive] = (await readdir(unfinished)).filter(name =>
      name.endsWith('.deb'),
    );
    run('dpkg', '-x', archive, 'unpacked');
    await rename(join(unfinished, 'unpacked'), folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

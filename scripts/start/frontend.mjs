import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startNode } from '../testing/processes.mjs';
import { step } from './progress.mjs';

/** What ends up in the built app; a change in any of it asks for a new build. */
const sources = [
  'app-config.yaml',
  'package-lock.json',
  'packages/app/package.json',
  'packages/app/public',
  'packages/app/src',
  'plugins/production-readiness/package.json',
  'plugins/production-readiness/src',
  'plugins/production-readiness-common/src',
];

/** Builds the app, unless the last build is newer than every source. */
export async function buildFrontend(root) {
  // The backend rewrites index.html at each start, but never its template.
  const built = await newest(join(root, 'packages/app/dist/index.html.tmpl'));
  const changed = await Promise.all(
    sources.map(source => newest(join(root, source))),
  );
  if (built > Math.max(...changed)) {
    return;
  }
  await step('Building the app (a minute or less, only when it changed)', () =>
    runBuild(root),
  );
}

function runBuild(root) {
  return new Promise((resolve, reject) => {
    const child = startNode(
      [
        join(root, 'node_modules/.bin/backstage-cli'),
        'package',
        'build',
        ...['--config', join(root, 'app-config.yaml')],
      ],
      { cwd: join(root, 'packages/app'), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const output = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `The app could not be built:\n${Buffer.concat(output)
                .toString()
                .trim()}`,
            ),
          ),
    );
  });
}

/** The latest change in a file or folder (ms), 0 when there is none. */
async function newest(path) {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) {
    return info?.mtimeMs ?? 0;
  }
  const names = await readdir(path);
  const times = await Promise.all(names.map(name => newest(join(path, name))));
  // A folder's own time tells of files that were deleted.
  return Math.max(info.mtimeMs, ...times);
}

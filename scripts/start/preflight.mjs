import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const oldestMajor = 22;

/**
 * Stops with a sentence when this can't work: dependencies are not installed,
 * or the running Node.js is too old for the SQLite driver. npm puts the
 * project's own Node.js (the package `node`) first in the path of its scripts;
 * it is missing when install scripts were disabled.
 */
export function requireProject(root) {
  if (!existsSync(join(root, 'node_modules/@backstage/cli'))) {
    throw new Error(
      'The dependencies are not installed yet. Run `npm ci` first.',
    );
  }
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestMajor) {
    return;
  }
  const hasOwn = existsSync(join(root, 'node_modules/.bin/node'));
  throw new Error(
    `This needs Node.js ${oldestMajor} or newer; running is ${
      process.version
    }.\n${
      hasOwn
        ? 'The project brings its own: start it with `npm start`.'
        : 'The project brings its own as the npm package "node", but its install script did not run.\nAllow it with `npm rebuild node`, then `npm start`.'
    }`,
  );
}

/** Stops with a sentence when somebody else listens on the port already. */
export async function requireFreePort(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken. Is the app running already? Open http://localhost:${port}, or start on another port: npm start -- --port ${
                port + 1
              }`,
            )
          : error,
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

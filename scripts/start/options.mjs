import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `--help` prints. */
export const usage = `npm start [-- options]

  --catalog <file>  serve this catalog file (or every *.yaml of a folder)
  --postgres        keep the data in PostgreSQL: on the server that POSTGRES_HOST,
                    POSTGRES_PORT, POSTGRES_USER and POSTGRES_PASSWORD (or PGHOST and
                    so on) name, else on one that comes along
  --port <number>   listen on this port instead of 7007
  --no-seed         leave the history empty on a first start
  --verbose         show the backend's whole log`;

/**
 * Reads the command line.
 *
 * @param {string[]} args what follows the name of the script
 * @param {string} root the folder of the project
 * @returns {{catalog?: string, dataName: string, help: boolean, port: number,
 *   postgres: boolean, seed: boolean, verbose: boolean}} `catalog` is the target
 *   of a file location, absent for the demo; `dataName` tells its data apart
 * @throws with a sentence when an option is unknown or makes no sense
 */
export function readOptions(args, root) {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      catalog: { type: 'string' },
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '7007' },
      postgres: { type: 'boolean', default: false },
      seed: { type: 'boolean', default: true },
      verbose: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `--port takes a number from 1 to 65535, not ${values.port}`,
    );
  }
  const catalog = readCatalog(values.catalog, root);
  return {
    ...values,
    ...catalog,
    port,
    // The history of the demo is about the people and services of the demo.
    seed: values.seed && !catalog.catalog,
  };
}

function readCatalog(given, root) {
  if (!given) {
    return { dataName: 'demo' };
  }
  // npm runs scripts in the project's folder, but people type where they are.
  const path = resolve(process.env.INIT_CWD ?? root, given);
  if (!existsSync(path)) {
    throw new Error(`--catalog: there is no file or folder ${path}`);
  }
  const isFolder = statSync(path).isDirectory();
  const name = basename(path).replace(/\.ya?ml$/, '');
  return {
    catalog: isFolder ? join(path, '**/*.yaml') : path,
    // Every catalog keeps its own data, so that none is lost by trying another.
    dataName: name.toLowerCase().replace(/[^a-z0-9]+/g, '_') || 'own',
  };
}

// Starts the app: `npm start`.
//
//   npm start -- --catalog <file>   serve this catalog file or folder instead of the demo
//   npm start -- --port <number>    listen on another port than 7007
//   npm start -- --no-seed          leave the history empty on a first start
//   npm start -- --verbose          show the backend's whole log
//   npm run start:postgres          keep the data in PostgreSQL instead of SQLite
//
// The app is built when its sources changed. Data stays in `.data/` between starts.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Backend } from './start/backend.mjs';
import { prepareDatabase } from './start/database.mjs';
import { buildFrontend } from './start/frontend.mjs';
import { readOptions, usage } from './start/options.mjs';
import { requireFreePort, requireProject } from './start/preflight.mjs';
import { say, step } from './start/progress.mjs';
import { clearInterruptedSeed, seedOnFirstStart } from './start/seed.mjs';
import { untilCatalogIsRead, welcome } from './start/welcome.mjs';
import { endProcesses } from './testing/processes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let database;
let backend;
let stopping;

/** Ends what this start began, once: the backend first, then its database. */
function stop(exitCode) {
  stopping ??= endProcesses()
    .then(() => database?.stop())
    .finally(() => process.exit(exitCode));
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    say('\nStopping. Your data is kept in .data/');
    backend?.silence();
    stop(0);
  });
}

async function main() {
  const options = readOptions(process.argv.slice(2), root);
  if (options.help) {
    say(usage);
    return;
  }
  requireProject(root);
  await requireFreePort(options.port);

  await buildFrontend(root);
  database = await step(
    options.postgres ? 'Starting PostgreSQL' : 'Opening SQLite in .data/',
    () => prepareDatabase(root, options),
  );
  backend = new Backend(root, { ...options, database });
  await backend.clearLog();
  await (options.seed ? seedOnFirstStart : clearInterruptedSeed)(backend);
  await step('Starting the backend', () =>
    backend.start({ onEnd: code => stop(code) }),
  );
  const people = await step('Reading the catalog', () =>
    untilCatalogIsRead(backend.url),
  );
  say(welcome(backend.url, people));
}

main().catch(error => {
  if (!stopping) {
    say(`\n${error.message}`);
    stop(1);
  }
});

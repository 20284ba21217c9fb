// Fills an empty readiness database with a year of history of the demo
// organisation. The first `npm start` does the same by itself.
//
//   npm run seed                the SQLite files of `npm start`
//   npm run seed -- --postgres  the database of `npm run start:postgres`
//   npm run seed -- --fresh     throws away what was recorded there before
//
// The app must not be running.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Backend } from './start/backend.mjs';
import { prepareDatabase } from './start/database.mjs';
import { readOptions } from './start/options.mjs';
import { requireFreePort, requireProject } from './start/preflight.mjs';
import { say } from './start/progress.mjs';
import { seed } from './start/seed.mjs';
import { endProcesses } from './testing/processes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let database;
let stopping;

function stop(exitCode) {
  stopping ??= endProcesses()
    .then(() => database?.stop())
    .finally(() => process.exit(exitCode));
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => stop(130));
}

async function main() {
  const args = process.argv.slice(2);
  const options = readOptions(
    args.filter(arg => arg !== '--fresh'),
    root,
  );
  requireProject(root);
  await requireFreePort(options.port);
  database = await prepareDatabase(root, options);
  const backend = new Backend(root, { ...options, database });
  if (args.includes('--fresh')) {
    await database.dropReadiness();
  }
  await seed(backend);
  await stop(0);
}

main().catch(error => {
  if (!stopping) {
    say(`\n${error.message}`);
    stop(1);
  }
});

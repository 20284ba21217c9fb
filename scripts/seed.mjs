// Fills an empty readiness database with half a year of history of the demo
// organisation: `npm run seed`, or `npm run seed -- --postgres`. The first
// `npm start` does the same by itself. The app must not be running.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Backend } from './start/backend.mjs';
import { prepareDatabase } from './start/database.mjs';
import { readOptions } from './start/options.mjs';
import { requireFreePort, requireProject } from './start/preflight.mjs';
import { say } from './start/progress.mjs';
import { clearInterruptedSeed, seed } from './start/seed.mjs';
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
  const options = readOptions(process.argv.slice(2), root);
  requireProject(root);
  await requireFreePort(options.port);
  database = await prepareDatabase(root, options);
  const backend = new Backend(root, { ...options, database });
  await clearInterruptedSeed(backend);
  await seed(backend);
  await stop(0);
}

main().catch(error => {
  if (!stopping) {
    say(`\n${error.message}`);
    stop(1);
  }
});

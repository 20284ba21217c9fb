// Checks every hash chain of the journal: `npm run journal:verify`, or with
// `-- --postgres` for the data of `npm run start:postgres`. Ends with status 1
// when a chain does not hold. The app may be running or not.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Backend } from './start/backend.mjs';
import { prepareDatabase } from './start/database.mjs';
import { readOptions } from './start/options.mjs';
import { requireProject } from './start/preflight.mjs';
import { say } from './start/progress.mjs';
import { endProcesses } from './testing/processes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let database;

async function main() {
  const options = readOptions(process.argv.slice(2), root);
  requireProject(root);
  database = await prepareDatabase(root, options);
  const backend = new Backend(root, { ...options, database });
  const child = await backend.run('src/journal/verify.ts');
  child.stdout.pipe(process.stdout);
  return new Promise(resolve =>
    child.once('close', code => resolve(code ?? 2)),
  );
}

main()
  .catch(error => {
    say(`\n${error.message}`);
    return 2;
  })
  .then(async code => {
    await endProcesses();
    await database?.stop();
    process.exit(code);
  });

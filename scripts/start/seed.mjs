import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { step } from './progress.mjs';

/** Fills the database with the history of the demo, unless it was used before. */
export async function seedOnFirstStart(backend) {
  await clearInterruptedSeed(backend);
  if (!(await backend.database.hasReadiness())) {
    await seed(backend);
  }
}

/**
 * Fills the database with the history of the demo.
 *
 * @throws with a sentence when it was used before
 */
export async function seed(backend) {
  await clearInterruptedSeed(backend);
  if (await backend.database.hasReadiness()) {
    throw new Error(
      'The database was used before, and a seed would mix with what is there.\n' +
        '`npm run seed -- --fresh` throws that away first.',
    );
  }
  await step('Filling it with a year of history (once)', async showDetail => {
    // From here on all that is in there comes from the seed.
    await writeFile(markOf(backend), '');
    await run(backend, showDetail);
    await rm(markOf(backend), { force: true });
  });
}

/** Half a history is worse than none: it is told from the beginning. */
export async function clearInterruptedSeed(backend) {
  if (existsSync(markOf(backend))) {
    await backend.database.dropReadiness();
    await rm(markOf(backend), { force: true });
  }
}

function markOf(backend) {
  return `${backend.dataFolder}/seeding-${backend.database.name}`;
}

async function run(backend, showDetail) {
  const child = await backend.run('src/seed/main.ts');
  const complaints = [];
  child.stdout.on('data', chunk => {
    const said = [...String(chunk).matchAll(/^seed: (.*)$/gm)];
    if (said.length > 0) {
      showDetail(said.at(-1)[1]);
    }
  });
  child.stderr.on('data', chunk => complaints.push(String(chunk)));
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `The history could not be written.\n${complaints
                .join('')
                .trim()}\n${backend.logHint}`,
            ),
          ),
    );
  });
}

import { ImportReport } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Resources } from '../host/ResourceWatch';
import { teamName } from '../organisation/entities';
import { Finding } from './journalWork';
import { Target } from './measure';

const ROWS = 100_000;

/** Weeks long before those that are seeded, so that they are told apart. */
const YEAR = 2015;
const WEEKS = 50;

/** What importing a file of recorded work took. */
interface ImportResult extends Resources {
  rows: number;
  /** How many entries it added. */
  added: number;
  seconds: number;
}

/**
 * Imports a file for a team of the visitor, and the same file again, and takes
 * all of it away again.
 *
 * @throws when the first import leaves out a row, or the second adds one
 */
export async function importToil(host: Target, knex: Knex): Promise<Finding[]> {
  const team = teamName(0);
  await takeAway(knex, team);
  try {
    const file = fileOf(ROWS);
    const first = await importFile(host, team, file);
    const again = await importFile(host, team, file);
    if (first.added !== ROWS || again.added !== 0) {
      throw new Error(
        `Of ${ROWS} rows ${first.added} were added, then ${again.added}`,
      );
    }
    return [
      findingOf('Importing 100 000 rows of recorded work', first),
      findingOf('The same file again, which adds nothing', again),
    ];
  } finally {
    await takeAway(knex, team);
  }
}

function findingOf(title: string, result: ImportResult): Finding {
  const { seconds, processorSeconds, memoryMb } = result;
  return {
    id: 'W6',
    title,
    found: `${seconds.toFixed(1)} s (${processorSeconds.toFixed(
      1,
    )} s of processors), ${memoryMb.toFixed(0)} MB more memory`,
    goal: '5 s, 100 MB',
  };
}

function fileOf(rows: number): string {
  const categories = ['customer_inquiry', 'manual_release', 'automation'];
  const lines = Array.from({ length: rows }, (_, index) =>
    [
      `${YEAR}-W${String(1 + (index % WEEKS)).padStart(2, '0')}`,
      5 + (index % 240),
      index % 2 ? 'reactive' : 'proactive',
      index % 3 ? 'toil' : 'engineering',
      categories[index % categories.length],
      `https://tracker.example.com/T-${index}`,
      `row-${index}`,
    ].join(','),
  );
  const header = 'week,minutes,trigger,nature,category,ticket_url,id';
  return [header, ...lines, ''].join('\r\n');
}

async function importFile(
  { url, token }: Target,
  team: string,
  file: string,
): Promise<ImportResult> {
  const authorization = `Bearer ${token}`;
  const resources = `${url}/api/benchmark/resources`;
  await fetch(resources, { method: 'POST', headers: { authorization } });
  const began = performance.now();
  const response = await fetch(
    `${url}/api/production-readiness/groups/default/${team}/toil/imports?dryRun=false`,
    {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: file,
    },
  );
  if (!response.ok) throw new Error(`Importing: ${await response.text()}`);
  const { rows, added }: ImportReport = await response.json();
  const seconds = (performance.now() - began) / 1000;
  const taken: Resources = await fetch(resources, {
    headers: { authorization },
  }).then(answer => answer.json());
  return { rows, added, seconds, ...taken };
}

/** So that each run finds the database as it was seeded. */
async function takeAway(knex: Knex, team: string): Promise<void> {
  for (const table of ['toil_entries', 'toil_week_categories', 'toil_weeks']) {
    await knex(table)
      .where({ group_ref: `group:default/${team}` })
      .where('week', 'like', `${YEAR}-W%`)
      .delete();
  }
}

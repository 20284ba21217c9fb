import { verifyJournal } from '@prodready/backstage-plugin-production-readiness-backend';
import { openDatabase } from '@prodready/backstage-plugin-production-readiness-backend/services';
import { Knex } from 'knex';
import { Target } from './measure';

/** One thing that was measured once, beside what it should take at most. */
export interface Finding {
  id: string;
  title: string;
  /** As a person reads it, with its unit. */
  found: string;
  goal: string;
}

const EXPORTED = 100_000;

/** W9: checking every chain of the journal, and downloading it. */
export async function measureJournal(
  knex: Knex,
  host: Target,
): Promise<Finding[]> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  const begin = performance.now();
  const { records, chains, broken } = await verifyJournal(knex);
  const seconds = (performance.now() - begin) / 1000;
  const megabytes = (process.memoryUsage().rss - before) / 1_048_576;
  if (broken.length > 0) {
    throw new Error(`The seeded journal does not hold: ${broken[0].chain}`);
  }
  const download = await downloadJournal(host);
  return [
    {
      id: 'W9',
      title: `Verify ${records} lines of the journal in ${chains} chains`,
      found: `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
      goal: `≤ ${((6 * records) / 1_000_000).toFixed(1)} s (6 s a million)`,
    },
    {
      id: 'W9',
      title: `Export ${download.lines} lines`,
      found: `first byte ${download.firstByte.toFixed(0)} ms, ${(
        download.milliseconds / 1000
      ).toFixed(1)} s`,
      goal: 'first byte ≤ 200 ms',
    },
  ];
}

/** W8: what opening a database costs whose schema is up to date. */
export async function measureStart(
  knex: Knex,
  connectAnew: () => Knex,
): Promise<Finding> {
  const { count } = (await knex('journal').count({ count: '*' }).first()) ?? {};
  // With nothing of its own that is open or remembered.
  const fresh = connectAnew();
  try {
    const begin = performance.now();
    await openDatabase(fresh);
    const seconds = (performance.now() - begin) / 1000;
    return {
      id: 'W8',
      title: `Open the database with ${count} lines of the journal`,
      found: `${seconds.toFixed(2)} s`,
      goal: '≤ 0.5 s more than an empty one',
    };
  } finally {
    await fresh.destroy();
  }
}

async function downloadJournal({ url, token }: Target): Promise<{
  lines: number;
  firstByte: number;
  milliseconds: number;
}> {
  const begin = performance.now();
  const response = await fetch(
    `${url}/api/production-readiness/journal/export`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok || !response.body) {
    throw new Error(`Export: ${response.status} ${await response.text()}`);
  }
  let firstByte = 0;
  let lines = 0;
  for await (const chunk of response.body) {
    if (firstByte === 0) firstByte = performance.now() - begin;
    for (const byte of chunk as Uint8Array) if (byte === 10) lines += 1;
    if (lines >= EXPORTED) break;
  }
  return { lines, firstByte, milliseconds: performance.now() - begin };
}

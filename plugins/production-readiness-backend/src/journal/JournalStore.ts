import {
  ChainState,
  EMPTY_CHAIN,
  JournalBreak,
  JournalRecord,
  verifyNext,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { isSqlite } from '../database';
import { sha256 } from './Journal';

const VERIFY_BATCH = 5000;

/**
 * The result of checking every chain.
 *
 * @public
 */
export interface JournalVerification {
  /** How many chains were read. */
  chains: number;
  /** How many lines were read, over all chains. */
  records: number;
  /** Of each chain that does not hold, the first such line. */
  broken: JournalBreak[];
}

/**
 * One page of a chain, newest first.
 *
 * @param before - only lines with a smaller sequence
 */
export async function listChain(
  knex: Knex,
  chain: string,
  page: { before?: number; limit: number },
): Promise<JournalRecord[]> {
  const query = knex('journal')
    .where({ chain })
    .orderBy('sequence', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query.where('sequence', '<', page.before);
  return (await query).map(toRecord);
}

/**
 * Checks every chain from its first line to its head, in batches, so that
 * memory stays the same however long the journal is.
 *
 * @param knex - the plugin's own database
 * @public
 */
export async function verifyJournal(knex: Knex): Promise<JournalVerification> {
  // One snapshot for heads and lines, so that a line that is being added is
  // not taken for a break. SQLite gives that by having one connection.
  return knex.transaction(
    verifySnapshot,
    isSqlite(knex)
      ? undefined
      : { isolationLevel: 'repeatable read', readOnly: true },
  );
}

async function verifySnapshot(knex: Knex): Promise<JournalVerification> {
  const heads = new Map<string, ChainState>(
    (await knex('journal_heads').select()).map(row => [
      row.chain,
      { sequence: Number(row.sequence), hash: row.hash },
    ]),
  );
  const result: JournalVerification = {
    // A head is made to be locked, before there is anything in its chain.
    chains: [...heads.values()].filter(head => head.sequence > 0).length,
    records: 0,
    broken: [],
  };
  const brokenChains = new Set<string>();
  let chain: string | undefined;
  let state = EMPTY_CHAIN;

  const finishChain = () => {
    if (chain === undefined) return;
    const head = heads.get(chain);
    heads.delete(chain);
    if (brokenChains.has(chain)) return;
    if (head?.sequence !== state.sequence || head.hash !== state.hash) {
      result.broken.push({ chain, sequence: state.sequence, reason: 'head' });
    }
  };

  for await (const record of allRecords(knex)) {
    result.records += 1;
    if (record.chain !== chain) {
      finishChain();
      chain = record.chain;
      state = EMPTY_CHAIN;
    }
    if (brokenChains.has(record.chain)) continue;
    const next = verifyNext(state, record, sha256);
    if ('broken' in next) {
      result.broken.push(next.broken);
      brokenChains.add(record.chain);
    } else {
      state = next.state;
    }
  }
  finishChain();
  // What is left are heads whose lines are all gone.
  for (const [lost, head] of heads) {
    if (head.sequence > 0) {
      result.broken.push({ chain: lost, sequence: 0, reason: 'head' });
    }
  }
  return result;
}

/** A first piece that is there soon, then larger ones. */
const EXPORT_BATCHES = [200, 2000];

/**
 * Every line that is there when it begins, in the order of writing, as JSON
 * texts with a line break behind each; many to a piece.
 */
export async function* exportLines(knex: Knex): AsyncGenerator<string> {
  const newest = await knex('journal').max({ id: 'id' }).first();
  const end = newest?.id ?? 0;
  let after: string | number = 0;
  for (let piece = 0; ; piece++) {
    const limit = EXPORT_BATCHES[Math.min(piece, EXPORT_BATCHES.length - 1)];
    const rows: Record<string, string | number>[] = await knex('journal')
      .where('id', '>', after)
      .where('id', '<=', end)
      .orderBy('id')
      .limit(limit);
    yield rows.map(row => `${JSON.stringify(toRecord(row))}\n`).join('');
    if (rows.length < limit) return;
    after = rows[rows.length - 1].id;
  }
}

async function* allRecords(knex: Knex): AsyncGenerator<JournalRecord> {
  let page = readAfter(knex);
  for (;;) {
    const records = await page;
    const isLast = records.length < VERIFY_BATCH;
    // The database reads the next page while this one is hashed.
    if (!isLast) page = readAfter(knex, records[records.length - 1]);
    // Whoever stops half-way never looks at it.
    page.catch(() => {});
    yield* records;
    if (isLast) return;
  }
}

async function readAfter(
  knex: Knex,
  last?: JournalRecord,
): Promise<JournalRecord[]> {
  const query = knex('journal')
    .orderBy([{ column: 'chain' }, { column: 'sequence' }])
    .limit(VERIFY_BATCH);
  if (last) {
    query.whereRaw('(chain, sequence) > (?, ?)', [last.chain, last.sequence]);
  }
  return (await query).map(toRecord);
}

/** bigint columns come as strings from PostgreSQL, as numbers from SQLite. */
function toRecord(row: Record<string, string | number>): JournalRecord {
  return {
    chain: String(row.chain),
    sequence: Number(row.sequence),
    at: Number(row.at),
    actor: String(row.actor),
    action: String(row.action),
    subject: String(row.subject),
    previousHash: String(row.previous_hash),
    hash: String(row.hash),
  };
}

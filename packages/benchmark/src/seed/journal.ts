import { createHash } from 'node:crypto';
import {
  GENESIS_HASH,
  hashedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Random } from '../Random';
import { insertRows } from './insertRows';

const DAY = 86_400_000;
const CHAINS_PER_BATCH = 500;

interface Head {
  chain: string;
  sequence: string;
  hash: string;
}

/**
 * Adds a year of lines to the chains of entities, as the plugin hashes them,
 * so that the whole journal still verifies.
 *
 * @param rows - about how many lines
 */
export async function seedJournal(
  q: Knex,
  ids: readonly string[],
  items: readonly string[],
  { rows, now }: { rows: number; now: number },
): Promise<void> {
  const random = new Random(7);
  const perChain = Math.max(1, Math.round(rows / ids.length));
  for (let start = 0; start < ids.length; start += CHAINS_PER_BATCH) {
    const chains = ids
      .slice(start, start + CHAINS_PER_BATCH)
      .map(id => `entity:${id}`);
    const stored: Head[] = await q('journal_heads').whereIn('chain', chains);
    const heads = new Map(stored.map(head => [head.chain, head]));
    const lines: object[] = [];
    const ends: object[] = [];
    for (const chain of chains) {
      let sequence = Number(heads.get(chain)?.sequence ?? 0);
      let hash = heads.get(chain)?.hash ?? GENESIS_HASH;
      for (let index = 0; index < perChain; index++) {
        const record = {
          chain,
          sequence: ++sequence,
          at: now - 380 * DAY + Math.floor((370 * DAY * index) / perChain),
          actor: `user:default/person-${random.below(50)}`,
          action: index % 2 ? 'checklist.accepted' : 'checklist.attested',
          subject: `{"itemId":"${random.pick(items)}"}`,
          previousHash: hash,
        };
        hash = createHash('sha256').update(hashedText(record)).digest('hex');
        const { previousHash, ...columns } = record;
        lines.push({ ...columns, previous_hash: previousHash, hash });
      }
      ends.push({ chain, sequence, hash });
    }
    await insertRows(q, 'journal', lines);
    await q.raw(
      `insert into journal_heads select * from jsonb_populate_recordset(null::journal_heads, ?::jsonb)
       on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash`,
      [JSON.stringify(ends)],
    );
  }
}

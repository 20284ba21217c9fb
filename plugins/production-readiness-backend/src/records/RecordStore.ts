import {
  RecordCounts,
  RecordHolder,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { isSqlite } from '../database';
import { asSearched } from '../directory/asSearched';

/** An entity of the directory, gone or not. */
export interface StoredHolder {
  id: string;
  ref: string;
  uid: string;
  title: string;
  goneSince: number | null;
}

/** The tables that a Group's name leads to. */
const GROUP_TABLES = [
  'toil_entries',
  'toil_weeks',
  'toil_week_categories',
  'toil_allocations',
  'toil_allocation_parts',
  'toil_teams',
  'toil_targets',
  'toil_looks',
  'toil_decisions',
  'team_choices',
];

const COLUMNS = ['e.id', 'e.ref', 'e.uid', 'e.title', 'e.name', 'e.deleted_at'];

/** Nobody else has this name at the moment. */
const HAS_ITS_NAME = `(e.deleted_at is null or not exists (
  select 1 from directory_entities l
  where l.ref = e.ref and l.deleted_at is null
))`;

// What people made, by what it is counted as. Automatic results are none of it.
const BY_ENTITY: [keyof RecordCounts, string][] = [
  [
    'answers',
    'select 1 from item_states r where r.entity_id = e.id and r.version > 0',
  ],
  ['reviews', 'select 1 from reviews r where r.entity_id = e.id'],
  ['slos', 'select 1 from slos r where r.entity_id = e.id'],
  [
    'signatures',
    'select 1 from slos s join slo_signatures r on r.slo_id = s.id where s.entity_id = e.id',
  ],
  [
    'signatures',
    'select 1 from error_budget_policies s join error_budget_policy_signatures r on r.policy_id = s.id where s.entity_id = e.id',
  ],
  ...[
    'error_budget_policies',
    'slo_journeys',
    'slo_owners',
    'slo_alerts',
    'slo_needs',
    'slo_severity_criteria',
    'gate_passes',
  ].map(
    table =>
      ['others', `select 1 from ${table} r where r.entity_id = e.id`] as [
        keyof RecordCounts,
        string,
      ],
  ),
  [
    'toil',
    `select 1 from toil_entries r where r.entity_ref = e.ref and ${HAS_ITS_NAME}`,
  ],
  ...[
    'toil_entries r where true',
    'toil_allocations r where true',
    'toil_decisions r where true',
    'toil_targets r where true',
    // Version 0 is a lock and says nothing.
    'toil_teams r where r.version > 0',
  ].map(
    from =>
      [
        'toil',
        `select 1 from ${from} and r.group_ref = e.ref and ${HAS_ITS_NAME}`,
      ] as [keyof RecordCounts, string],
  ),
  [
    'choices',
    `select 1 from team_choices r where r.group_ref = e.ref and ${HAS_ITS_NAME}`,
  ],
];

/** Entities that are gone and hold records, the latest to go first. */
export async function readLost(
  q: Knex,
  options: { text?: string; limit: number },
): Promise<StoredHolder[]> {
  const query = q('directory_entities as e')
    .whereNotNull('e.deleted_at')
    .whereNot('e.kind', 'user')
    .whereRaw(
      `(${BY_ENTITY.map(([, records]) => `exists (${records})`).join(' or ')})`,
    )
    .orderBy([
      { column: 'e.deleted_at', order: 'desc' },
      { column: 'e.id', order: 'desc' },
    ])
    .limit(options.limit)
    .select(...COLUMNS);
  if (options.text) {
    // Not LIKE, whose wildcards would have to be told from the text.
    query.whereRaw(
      `${isSqlite(q) ? 'instr' : 'strpos'}(e.search_text, ?) > 0`,
      [asSearched(options.text)],
    );
  }
  return (await query).map(toHolder);
}

/** One entity, or undefined; the live one where no uid is given. */
export async function findHolder(
  q: Knex,
  ref: string,
  uid?: string,
): Promise<StoredHolder | undefined> {
  const query = q('directory_entities as e')
    .where('e.ref', ref)
    .first(...COLUMNS);
  if (uid === undefined) query.whereNull('e.deleted_at');
  else query.where('e.uid', uid);
  const row = await query;
  return row && toHolder(row);
}

/** How many records each of them holds; in one statement. */
export async function countRecords(
  q: Knex,
  holders: readonly StoredHolder[],
): Promise<RecordHolder[]> {
  if (holders.length === 0) return [];
  const columns = BY_ENTITY.map(
    ([, records], index) =>
      `(select count(*) from (${records}) c${index}) as n${index}`,
  );
  const rows = await q('directory_entities as e')
    .whereIn(
      'e.id',
      holders.map(({ id }) => id),
    )
    .select('e.id', q.raw(columns.join(', ')));
  const byId = new Map(rows.map(row => [String(row.id), row]));
  return holders.map(({ id, ...holder }) => {
    const records: RecordCounts = {
      answers: 0,
      reviews: 0,
      slos: 0,
      signatures: 0,
      others: 0,
      toil: 0,
      choices: 0,
    };
    BY_ENTITY.forEach(([what], index) => {
      records[what] += Number(byId.get(id)?.[`n${index}`] ?? 0);
    });
    return { ...holder, records };
  });
}

/**
 * Lets no signature so far count, on SLOs and on error-budget policies.
 *
 * @returns the public ids of those that had some
 */
export async function unbindSignatures(
  tx: Knex.Transaction,
  entityId: string,
): Promise<string[]> {
  return [
    ...(await unbind(tx, entityId, {
      documents: 'slos',
      signatures: 'slo_signatures',
      key: 'slo_id',
    })),
    ...(await unbind(tx, entityId, {
      documents: 'error_budget_policies',
      signatures: 'error_budget_policy_signatures',
      key: 'policy_id',
    })),
  ];
}

async function unbind(
  tx: Knex.Transaction,
  entityId: string,
  names: { documents: string; signatures: string; key: string },
): Promise<string[]> {
  const { documents, signatures, key } = names;
  const latest = tx(`${signatures} as g`)
    .whereRaw('?? = ??', [`g.${key}`, `${documents}.id`])
    .max('g.id');
  const rows = await tx(documents)
    .where({ entity_id: entityId })
    .whereIn('id', tx(signatures).select(key))
    .update({ unbound_signature_id: latest as unknown as number })
    .returning('public_id');
  return rows.map(row => row.public_id);
}

/**
 * Renames an entity in the records that hold its name: toil for it, what a
 * delegation is limited to, and for a Group its own toil and its choices.
 */
export async function renameInRecords(
  tx: Knex.Transaction,
  from: string,
  to: string,
): Promise<void> {
  await tx('toil_entries')
    .where({ entity_ref: from })
    .update({ entity_ref: to });
  await tx('slo_delegations')
    .where({ scope_ref: from })
    .update({ scope_ref: to });
  if (!from.startsWith('group:')) return;
  // Sums without entries, a lock, and looks at figures that were not there.
  for (const table of [
    'toil_weeks',
    'toil_week_categories',
    'toil_teams',
    'toil_looks',
  ]) {
    await tx(table).where({ group_ref: to }).delete();
  }
  for (const table of GROUP_TABLES) {
    await tx(table).where({ group_ref: from }).update({ group_ref: to });
  }
}

function toHolder(row: {
  id: string | number;
  ref: string;
  uid: string;
  title: string | null;
  name: string;
  deleted_at: string | number | null;
}): StoredHolder {
  return {
    id: String(row.id),
    ref: row.ref,
    uid: row.uid,
    title: row.title ?? row.name,
    goneSince: row.deleted_at === null ? null : Number(row.deleted_at),
  };
}

import { hash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { isSqlite } from '../../database';
import { toEntryColumns } from '../entryRow';
import { inList } from '../inList';
import { NewToilEntry } from '../ToilStore';

/** An entry that a file brings. */
export interface EntryToImport {
  group: string;
  /** See {@link sourceKey}. */
  sourceKey: string;
  entry: NewToilEntry;
}

/**
 * What tells a row again, as 43 characters that its words can't be read from.
 *
 * @param parts - the format, and what is the same each time
 */
export function sourceKey(...parts: (string | number)[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}

/** Those of the entries that no earlier import brought. */
export async function leaveOutKnown(
  connection: Knex,
  entries: readonly EntryToImport[],
): Promise<EntryToImport[]> {
  const known = new Set<string>();
  for (const [group, ofGroup] of byGroup(entries)) {
    const keys = ofGroup.map(entry => entry.sourceKey);
    const rows: { source_key: string }[] = await connection('toil_entries')
      .where({ group_ref: group })
      .where(inList(connection, 'source_key', keys))
      .select('source_key');
    for (const row of rows) known.add(`${group} ${row.source_key}`);
  }
  return entries.filter(
    entry => !known.has(`${entry.group} ${entry.sourceKey}`),
  );
}

/**
 * Stores entries; one that another import brought at the same moment is left
 * out. PostgreSQL gets one array for each column and SQLite one list of all
 * rows, which is several times faster than a parameter for each value.
 */
export async function insertImported(
  tx: Knex.Transaction,
  entries: readonly EntryToImport[],
): Promise<void> {
  const rows = entries.map(({ group, sourceKey: key, entry }) => ({
    public_id: randomUUID(),
    group_ref: group,
    version: 1,
    ...toEntryColumns(entry),
    source_key: key,
  }));
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]) as (keyof (typeof rows)[number])[];
  if (isSqlite(tx)) {
    const values = columns.map((_, index) => `value ->> ${index}`);
    await tx.raw(
      `insert into toil_entries (${columns.join(', ')})
       select ${values.join(', ')} from json_each(?) where true
       on conflict (group_ref, source_key) do nothing`,
      [JSON.stringify(rows.map(row => columns.map(column => row[column])))],
    );
    return;
  }
  const types = columns.map(column => `?::${TYPES[column] ?? 'text'}[]`);
  await tx.raw(
    `insert into toil_entries (${columns.join(', ')})
     select * from unnest(${types.join(', ')})
     on conflict (group_ref, source_key) do nothing`,
    // The type of bindings knows of no NULL inside an array; the driver does.
    columns.map(column => rows.map(row => row[column])) as Knex.Value[],
  );
}

const TYPES: Record<string, string> = {
  version: 'int',
  minutes: 'int',
  occurrences: 'int',
  handover: 'boolean',
};

function byGroup(
  entries: readonly EntryToImport[],
): Map<string, EntryToImport[]> {
  const groups = new Map<string, EntryToImport[]>();
  for (const entry of entries) {
    const before = groups.get(entry.group);
    if (before) before.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return groups;
}

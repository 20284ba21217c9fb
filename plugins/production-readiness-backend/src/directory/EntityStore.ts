import { Knex } from 'knex';
import { batchesOf } from './batches';
import { EntityRecord, ownersOf } from './EntityRecord';
import { ChildRow, insertChildren } from './insertChildren';

/** What is stored of an entity that the catalog shows now. */
export interface StoredEntity {
  id: string;
  ref: string;
  uid: string;
  digest: string;
  missed: number;
  live: boolean;
}

/** What a write did. */
export interface WrittenEntities {
  /** Ids of the live entities that are new or not what they were. */
  changed: string[];
  /** Ids of the entities whose name somebody else has now. */
  gone: string[];
  /** Refs whose meaning changed: new, changed or gone. */
  refs: string[];
}

/** Reads the rows of refs, also those of earlier holders of the name. */
export async function readStored(
  q: Knex,
  refs: readonly string[],
): Promise<StoredEntity[]> {
  const rows = [];
  for (const batch of batchesOf(refs)) {
    rows.push(
      ...(await q('directory_entities')
        .select('id', 'ref', 'uid', 'digest', 'missed', 'deleted_at')
        .whereIn('ref', batch)),
    );
  }
  return rows.map(row => ({
    id: String(row.id),
    ref: row.ref,
    uid: row.uid,
    digest: row.digest,
    missed: Number(row.missed),
    live: row.deleted_at === null,
  }));
}

/** Those of the records that are not stored like this. */
export function changedRecords(
  records: readonly EntityRecord[],
  stored: readonly StoredEntity[],
): EntityRecord[] {
  const known = new Map(stored.map(row => [`${row.ref} ${row.uid}`, row]));
  return records.filter(record => {
    const row = known.get(`${record.ref} ${record.uid}`);
    return !row?.live || row.digest !== record.digest;
  });
}

/**
 * Stores what the catalog shows of some entities. Only rows that differ are
 * written. The caller holds the directory's lock.
 */
export async function writeRecords(
  tx: Knex.Transaction,
  records: readonly EntityRecord[],
  at: number,
): Promise<WrittenEntities> {
  const stored = await readStored(
    tx,
    records.map(record => record.ref),
  );
  const changed = changedRecords(records, stored);
  const known = new Map(stored.map(row => [`${row.ref} ${row.uid}`, row.id]));
  const incoming = new Set(
    records.map(record => `${record.ref} ${record.uid}`),
  );

  // A live row of the same name with another uid is an entity that is gone.
  const replaced = stored.filter(
    row => row.live && !incoming.has(`${row.ref} ${row.uid}`),
  );
  const gone = replaced.map(row => row.id);
  await markDeleted(tx, gone, at);

  const ids = new Map<EntityRecord, string>();
  const added: EntityRecord[] = [];
  for (const record of changed) {
    const id = known.get(`${record.ref} ${record.uid}`);
    if (id === undefined) {
      added.push(record);
    } else {
      ids.set(record, id);
      await tx('directory_entities')
        .where({ id })
        .update({ ...columnsOf(record, at), missed: 0, deleted_at: null });
    }
  }
  for (const batch of batchesOf(added)) {
    const rows = await tx('directory_entities')
      .insert(
        batch.map(record => ({
          ...columnsOf(record, at),
          ref: record.ref,
          uid: record.uid,
          owner_exists: false,
          missed: 0,
          adopted_at: at,
        })),
      )
      .returning(['id', 'ref']);
    const byRef = new Map(rows.map(row => [row.ref, String(row.id)]));
    for (const record of batch) ids.set(record, byRef.get(record.ref)!);
  }
  await writeChildren(tx, ids);
  return {
    changed: [...ids.values()],
    gone,
    refs: [...new Set([...changed, ...replaced].map(({ ref }) => ref))],
  };
}

/** Marks rows as deleted and frees what is kept of live entities only. */
export async function markDeleted(
  tx: Knex.Transaction,
  ids: readonly string[],
  at: number,
): Promise<void> {
  for (const batch of batchesOf(ids)) {
    await tx('directory_entities')
      .whereIn('id', batch)
      .update({ deleted_at: at, updated_at: at });
    await deleteChildren(tx, batch);
  }
}

async function writeChildren(
  tx: Knex.Transaction,
  ids: ReadonlyMap<EntityRecord, string>,
): Promise<void> {
  for (const batch of batchesOf([...ids.values()])) {
    await deleteChildren(tx, batch);
  }
  const owners: ChildRow[] = [];
  const relations: ChildRow[] = [];
  const search: ChildRow[] = [];
  for (const [record, id] of ids) {
    for (const ref of new Set(ownersOf(record.relations))) {
      owners.push({ entity_id: id, owner_ref: ref });
    }
    for (const { type, targetRef } of record.relations) {
      relations.push({ entity_id: id, type, target_ref: targetRef });
    }
    for (const { key, value } of record.search) {
      search.push({ entity_id: id, key, value });
    }
  }
  await insertChildren(tx, 'directory_entity_owners', owners);
  await insertChildren(tx, 'directory_relations', relations);
  await insertChildren(tx, 'directory_search', search);
}

async function deleteChildren(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  for (const table of [
    'directory_entity_owners',
    'directory_relations',
    'directory_search',
  ]) {
    await tx(table).whereIn('entity_id', ids).delete();
  }
}

function columnsOf(record: EntityRecord, at: number) {
  return {
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    title: record.title,
    search_text: record.searchText,
    type: record.type,
    lifecycle: record.lifecycle,
    tier: record.tier,
    tier_origin: record.tierOrigin,
    phase: record.phase,
    owner_ref: record.ownerRef,
    system_ref: record.systemRef,
    domain_ref: record.domainRef,
    entity: record.json,
    digest: record.digest,
    updated_at: at,
  };
}

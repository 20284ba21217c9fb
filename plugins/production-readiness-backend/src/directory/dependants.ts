import { Knex } from 'knex';
import { batchesOf } from './batches';

// Both read the table that is updated, under another name.
//
// Of several owners, the first that the catalog has is the one that counts:
// one dangling name must not shut the others out. Groups come before Users.
const OWNER = `coalesce((
  select min(w.owner_ref) from directory_entity_owners w
  join directory_entities o on o.ref = w.owner_ref and o.deleted_at is null
  where w.entity_id = directory_entities.id
), (
  select min(w.owner_ref) from directory_entity_owners w
  where w.entity_id = directory_entities.id
))`;
const OWNER_TITLE = `(
  select coalesce(t.title, t.name) from directory_entities t
  where t.ref = ${OWNER} and t.deleted_at is null
)`;
const OWNER_EXISTS = `exists (
  select 1 from directory_entity_owners w
  join directory_entities o on o.ref = w.owner_ref and o.deleted_at is null
  where w.entity_id = directory_entities.id
)`;
const DOMAIN = `coalesce((
  select min(r.target_ref) from directory_relations r
  where r.entity_id = directory_entities.id and r.type = 'partOf'
    and r.target_ref like 'domain:%'
), (
  select s.domain_ref from directory_entities s
  where s.ref = directory_entities.system_ref and s.deleted_at is null
))`;

/**
 * Brings up to date what rows hold of other entities: whether the owner is in
 * the catalog and what it is called, and the Domain that a part of a System takes over from it.
 *
 * @param refs - entities that are new, changed or gone
 * @param ids - entities that were just written themselves
 */
export async function relink(
  tx: Knex.Transaction,
  refs: readonly string[],
  ids: readonly string[],
): Promise<void> {
  // Systems are read by their parts, so what was written itself comes first.
  for (const batch of batchesOf(ids)) {
    await relinkWhere(tx, rows => rows.whereIn('id', batch));
  }
  for (const batch of batchesOf(refs)) {
    await relinkWhere(tx, rows =>
      rows
        .whereIn(
          'id',
          tx('directory_entity_owners')
            .whereIn('owner_ref', batch)
            .select('entity_id'),
        )
        .orWhereIn('system_ref', batch),
    );
  }
}

async function relinkWhere(
  tx: Knex.Transaction,
  restrict: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  await tx('directory_entities')
    .whereNull('deleted_at')
    .where(rows => void restrict(rows))
    .whereRaw(
      `(owner_exists <> ${OWNER_EXISTS} or owner_ref is distinct from ${OWNER} or owner_title is distinct from ${OWNER_TITLE} or domain_ref is distinct from ${DOMAIN})`,
    )
    .update({
      owner_ref: tx.raw(OWNER),
      owner_exists: tx.raw(OWNER_EXISTS),
      owner_title: tx.raw(OWNER_TITLE),
      domain_ref: tx.raw(DOMAIN),
    });
}

/**
 * The live entities that something of one of these refs matters to: they are
 * owned by it, part of it, or depend on it; what is part of a System also
 * feels a change of the System's Domain, and of what the Domain says itself.
 */
export async function findDependants(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const batch of batchesOf(refs)) {
    const rows = await tx('directory_relations')
      .whereIn('target_ref', batch)
      .whereNotIn('type', ['memberOf', 'childOf'])
      .select('entity_id');
    for (const row of rows) ids.add(String(row.entity_id));
  }
  // What is part of a Domain by its System has no relation to the Domain.
  const domains = refs.filter(ref => ref.startsWith('domain:'));
  for (const batch of batchesOf(domains)) {
    const parts: (string | number)[] = await tx('directory_entities')
      .whereIn('domain_ref', batch)
      .whereNull('deleted_at')
      .pluck('id');
    for (const id of parts) ids.add(String(id));
  }
  return [...ids];
}

import { Knex } from 'knex';
import { batchesOf } from './batches';

/**
 * Brings up to date what rows hold of other entities: whether the owner is in
 * the catalog, and the Domain that a part of a System takes over from it.
 *
 * @param refs - entities that are new, changed or gone
 * @param ids - entities that were just written themselves
 */
export async function relink(
  tx: Knex.Transaction,
  refs: readonly string[],
  ids: readonly string[],
): Promise<void> {
  for (const batch of batchesOf(refs)) {
    await relinkWhere(tx, query =>
      query.where(either =>
        either.whereIn('owner_ref', batch).orWhereIn('system_ref', batch),
      ),
    );
  }
  for (const batch of batchesOf(ids)) {
    await relinkWhere(tx, query => query.whereIn('id', batch));
  }
}

async function relinkWhere(
  tx: Knex.Transaction,
  restrict: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  const rows = await restrict(
    tx('directory_entities')
      .whereNull('deleted_at')
      .select('id', 'owner_ref', 'owner_exists', 'system_ref', 'domain_ref'),
  );
  const refs = new Set<string>();
  for (const row of rows) {
    if (row.owner_ref) refs.add(row.owner_ref);
    if (row.system_ref) refs.add(row.system_ref);
  }
  const targets = await readTargets(tx, [...refs]);
  const own = await readOwnDomains(tx, rows);
  for (const row of rows) {
    const ownerExists = targets.has(row.owner_ref);
    const domain =
      own.get(String(row.id)) ?? targets.get(row.system_ref) ?? null;
    if (
      Boolean(row.owner_exists) !== ownerExists ||
      row.domain_ref !== domain
    ) {
      await tx('directory_entities')
        .where({ id: row.id })
        .update({ owner_exists: ownerExists, domain_ref: domain });
    }
  }
}

/** The live ones among refs, each with its Domain. */
async function readTargets(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const batch of batchesOf(refs)) {
    const rows = await tx('directory_entities')
      .whereNull('deleted_at')
      .whereIn('ref', batch)
      .select('ref', 'domain_ref');
    for (const row of rows) found.set(row.ref, row.domain_ref);
  }
  return found;
}

/** The Domains that entities are a part of by their own relations. */
async function readOwnDomains(
  tx: Knex.Transaction,
  rows: readonly { id: string | number }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const batch of batchesOf(rows)) {
    const relations = await tx('directory_relations')
      .whereIn(
        'entity_id',
        batch.map(row => row.id),
      )
      .where('type', 'partOf')
      .where('target_ref', 'like', 'domain:%')
      .orderBy('target_ref', 'desc')
      .select('entity_id', 'target_ref');
    for (const row of relations) {
      found.set(String(row.entity_id), row.target_ref);
    }
  }
  return found;
}

/**
 * The live entities that something of one of these refs matters to: they are
 * owned by it, part of it, or depend on it; what is part of a System also
 * feels a change of the System's Domain.
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
  return [...ids];
}

import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';

/** More often than any test sweeps. */
const MANY_SWEEPS = 1000;

/**
 * Copies an entity of the directory under other names, with its owners: a
 * catalog that is large enough for sweeps to take a while, in a moment. The
 * catalog itself knows none of them, and no sweep of it takes notice.
 *
 * @param ref - of the live entity that is copied
 * @returns the ids of the copies, in order
 */
export async function copyEntity(
  knex: Knex,
  ref: string,
  copies: number,
): Promise<string[]> {
  const { id, ...row } = await knex('directory_entities')
    .where({ ref, deleted_at: null })
    .first();
  const owners = await knex('directory_entity_owners').where({ entity_id: id });
  const ids: string[] = [];
  const rows = Array.from({ length: copies }, (_, index) => ({
    ...row,
    ref: `${ref}-${index}`,
    name: `${row.name}-${index}`,
    uid: `${row.uid}-${index}`,
    missed: -MANY_SWEEPS,
  }));
  for (const batch of batchesOf(rows)) {
    const added = await knex('directory_entities')
      .insert(batch)
      .returning('id');
    ids.push(...added.map(one => String(one.id)));
  }
  const owned = ids.flatMap(entity_id =>
    owners.map(owner => ({ ...owner, entity_id })),
  );
  for (const batch of batchesOf(owned)) {
    await knex('directory_entity_owners').insert(batch);
  }
  return ids;
}

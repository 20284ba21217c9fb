import { Knex } from 'knex';

/** What is kept of live entities only, by the entity's id. */
const CHILDREN = [
  'directory_entity_owners',
  'directory_relations',
  'directory_search',
];

/**
 * Lets two rows change places: each becomes the entity that the other one was.
 * All records, summaries and the journal hang on the row's id, so that they
 * belong to the other entity from then on, and none of them is rewritten.
 *
 * @throws TypeError when one of them is not there
 */
export async function exchangeIdentities(
  tx: Knex.Transaction,
  one: string,
  other: string,
  at: number,
): Promise<void> {
  const rows = await tx('directory_entities').whereIn('id', [one, other]);
  const identityOf = (id: string) => {
    const row = rows.find(found => String(found.id) === id);
    if (!row) throw new TypeError(`There is no entity ${id}`);
    // When it was first seen belongs to the records: adoption counts from it.
    const { id: _id, adopted_at: _adoptedAt, ...identity } = row;
    return { ...identity, updated_at: at };
  };
  const first = identityOf(one);
  const second = identityOf(other);
  // Names are unique, so one of them steps aside first.
  await tx('directory_entities')
    .where({ id: other })
    .update({ uid: `moving ${other}`, deleted_at: at });
  await tx('directory_entities').where({ id: one }).update(second);
  await tx('directory_entities').where({ id: other }).update(first);
  for (const table of CHILDREN) {
    // No entity has this id.
    const aside = `-${one}`;
    const steps = [
      [one, aside],
      [other, one],
      [aside, other],
    ];
    for (const [from, to] of steps) {
      await tx(table).where({ entity_id: from }).update({ entity_id: to });
    }
  }
}

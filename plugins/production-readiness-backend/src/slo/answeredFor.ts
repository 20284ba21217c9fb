import { OwnerRoleRule } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';
import { namedEntities } from './namedOwners';

/**
 * The live entities whose numbers the Users among some entities answer for,
 * or that name them as an owner: when such a person leaves the catalog or comes
 * back, where these entities stand is another thing. What belongs to a System
 * or Domain takes its owners over.
 *
 * @param roles - as configured
 * @param entityIds - of any kind, gone ones too
 */
export async function findAnsweredFor(
  tx: Knex.Transaction,
  roles: readonly OwnerRoleRule[],
  entityIds: readonly string[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const batch of batchesOf(entityIds)) {
    const people: string[] = await tx('directory_entities')
      .whereIn('id', batch)
      .where({ kind: 'user' })
      .pluck('ref');
    if (people.length === 0) continue;
    for (const id of await namingOrHeirs(tx, roles, people))
      ids.add(String(id));
    const accountable: (string | number)[] = await tx('slo_versions as v')
      .join('slos as s', 's.id', 'v.slo_id')
      .whereIn('v.accountable_ref', people)
      .distinct()
      .pluck('s.entity_id');
    for (const id of accountable) ids.add(String(id));
  }
  return [...ids];
}

async function namingOrHeirs(
  tx: Knex.Transaction,
  roles: readonly OwnerRoleRule[],
  people: readonly string[],
): Promise<(string | number)[]> {
  const naming: { entity_id: string | number }[] = await namedEntities(
    tx,
    roles,
    people,
  );
  if (naming.length === 0) return [];
  const ids = naming.map(one => one.entity_id);
  const places = () =>
    tx('directory_entities')
      .whereIn('id', ids)
      .whereIn('kind', ['system', 'domain'])
      .whereNull('deleted_at')
      .select('ref');
  return tx('directory_entities')
    .whereNull('deleted_at')
    .where(either =>
      either
        .whereIn('id', ids)
        .orWhereIn('system_ref', places())
        .orWhereIn('domain_ref', places()),
    )
    .pluck('id');
}

import { Knex } from 'knex';
import { ToilFactReader } from './facts';

/**
 * The entities whose summary holds another toil state of their team than
 * everybody may see of it now.
 */
export async function findOutdatedToil(
  tx: Knex.Transaction,
  toil: ToilFactReader,
): Promise<string[]> {
  const stored: { owner_ref: string; toil_state: string | null }[] = await tx(
    'readiness_summaries',
  )
    .where('owner_ref', 'like', 'group:%')
    .distinct('owner_ref', 'toil_state');
  const teams = [...new Set(stored.map(row => row.owner_ref))];
  const facts = await toil.read(tx, teams);
  const outdated = stored
    .filter(
      row => (facts.get(row.owner_ref)?.publicState ?? null) !== row.toil_state,
    )
    .map(row => row.owner_ref);
  if (outdated.length === 0) return [];
  const ids: (string | number)[] = await tx('readiness_summaries')
    .whereIn('owner_ref', [...new Set(outdated)])
    .pluck('entity_id');
  return ids.map(String);
}

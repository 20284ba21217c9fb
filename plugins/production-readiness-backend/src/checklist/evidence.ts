import { Knex } from 'knex';

/**
 * How many levels of its checklist an entity reached, from its summary; null
 * when no checklist is about it.
 */
export async function readLevelsReached(
  q: Knex,
  entityId: string,
): Promise<number | null> {
  const row = await q('readiness_summaries')
    .where({ entity_id: entityId })
    .first('level_rank');
  return row === undefined ? null : Number(row.level_rank);
}

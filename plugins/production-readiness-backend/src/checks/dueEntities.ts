import { Knex } from 'knex';

/** An entity whose checks are asked for. */
export interface AskedEntity {
  id: string;
  /** Canonical reference. */
  ref: string;
}

/**
 * Entities of a checklist that were not asked about, or not since a moment, or
 * not since they changed in the catalog; in the order of their ids.
 */
export async function findDue(
  q: Knex,
  options: {
    checklistId: string;
    /** Milliseconds since the epoch. */
    askedBefore: number;
    /** The id after which to go on. */
    after: string;
    limit: number;
  },
): Promise<AskedEntity[]> {
  return toEntities(
    await judgedBy(q, options.checklistId)
      .leftJoin('check_runs as r', 'r.entity_id', 'e.id')
      .where('e.id', '>', options.after)
      .where(due =>
        due
          .whereNull('r.asked_at')
          .orWhere('r.asked_at', '<=', options.askedBefore)
          .orWhere('e.updated_at', '>=', q.ref('r.asked_at')),
      )
      .orderBy('e.id')
      .limit(options.limit),
  );
}

/** One entity, when it is judged by a checklist. */
export async function findJudgedBy(
  q: Knex,
  checklistId: string,
  entityId: string,
): Promise<AskedEntity[]> {
  return toEntities(await judgedBy(q, checklistId).where('e.id', entityId));
}

function judgedBy(q: Knex, checklistId: string): Knex.QueryBuilder {
  return q('readiness_summaries as s')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNull('e.deleted_at')
    .where('s.checklist_id', checklistId)
    .select('e.id', 'e.ref');
}

function toEntities(
  rows: readonly { id: string | number; ref: string }[],
): AskedEntity[] {
  return rows.map(({ id, ref }) => ({ id: String(id), ref }));
}

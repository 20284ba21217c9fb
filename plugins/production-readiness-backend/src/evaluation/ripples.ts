import { Knex } from 'knex';

/** The kinds of entities whose answers others take over. */
const ABOVE = ['system', 'domain', 'group'];

/** An entity below which everything is to be judged anew. */
export interface Ripple {
  entityId: string;
  ref: string;
  kind: string;
  times: number;
  /** The id of the last entity that was judged for it; "0": none. */
  reached: string;
}

/** Asks for everything below an entity to be judged anew, soon. */
export async function requestRipple(
  tx: Knex.Transaction,
  entityIds: readonly string[],
  at: number,
): Promise<void> {
  if (entityIds.length === 0) return;
  await tx('checklist_ripples')
    .insert(
      entityIds.map(entity_id => ({ entity_id, requested_at: at, times: 1 })),
    )
    .onConflict('entity_id')
    .merge({
      requested_at: at,
      times: tx.raw('?? + 1', ['checklist_ripples.times']) as unknown as number,
    });
}

/**
 * Of entities that changed in the catalog, those whose place decides which
 * answers others take over. Nothing where nobody has answered for others.
 */
export async function requestRippleOfMoved(
  tx: Knex.Transaction,
  entityIds: readonly string[],
  at: number,
): Promise<void> {
  const answers = await tx('item_states as i')
    .join('directory_entities as e', 'e.id', 'i.entity_id')
    .whereIn('e.kind', ABOVE)
    .whereNotNull('i.accepted_at')
    .first('i.entity_id');
  if (answers === undefined) return;
  const moved: (string | number)[] = [];
  for (let start = 0; start < entityIds.length; start += 500) {
    moved.push(
      ...(await tx('directory_entities')
        .whereIn('id', entityIds.slice(start, start + 500))
        .whereIn('kind', ['domain', 'group'])
        .pluck('id')),
    );
  }
  await requestRipple(tx, moved.map(String), at);
}

/** What was asked for, the oldest first. */
export async function readRipples(q: Knex): Promise<Ripple[]> {
  const rows = await q('checklist_ripples as r')
    .leftJoin('directory_entities as e', 'e.id', 'r.entity_id')
    .orderBy(['r.requested_at', 'r.entity_id'])
    .select('r.*', 'e.ref', 'e.kind');
  return rows.map(row => ({
    entityId: String(row.entity_id),
    ref: row.ref ?? '',
    kind: row.kind ?? '',
    times: Number(row.times),
    reached:
      row.reached_times === row.times ? String(row.reached_entity_id) : '0',
  }));
}

/** Notes how far it has come, unless it was asked for again meanwhile. */
export async function noteRipple(
  tx: Knex.Transaction,
  ripple: Ripple,
): Promise<void> {
  await tx('checklist_ripples')
    .where({ entity_id: ripple.entityId, times: ripple.times })
    .update({
      reached_entity_id: ripple.reached,
      reached_times: ripple.times,
    });
}

/** Ends a request, unless it was made again meanwhile. */
export async function endRipple(q: Knex, ripple: Ripple): Promise<void> {
  await q('checklist_ripples')
    .where({ entity_id: ripple.entityId, times: ripple.times })
    .delete();
}

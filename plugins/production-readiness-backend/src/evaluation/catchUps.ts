import { createHash } from 'node:crypto';
import { canonicalText } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

const ONLY = { id: 1 };

/** Where judging everything by something new has come to. */
export interface CatchUp {
  /** The digest of what everything is judged by. */
  judgedBy: string;
  /** The id of the last entity that was judged; "0": none. */
  reached: string;
}

/** What everything is judged by, as a digest in lower-case hex. */
export function digestOfJudging(what: object): string {
  return createHash('sha256').update(canonicalText(what)).digest('hex');
}

/** The one that was begun and has not come to its end; usually none. */
export async function readCatchUp(q: Knex): Promise<CatchUp | undefined> {
  const row = await q('checklist_catch_ups').where(ONLY).first();
  return (
    row && { judgedBy: row.judged_by, reached: String(row.reached_entity_id) }
  );
}

/**
 * Notes how far it has come, in the transaction that judged the entities. What
 * is judged by something else takes the place of what was there, which then
 * has to begin anew.
 */
export async function noteCatchUp(
  tx: Knex.Transaction,
  { judgedBy, reached }: CatchUp,
): Promise<void> {
  await tx('checklist_catch_ups')
    .insert({ ...ONLY, judged_by: judgedBy, reached_entity_id: reached })
    .onConflict('id')
    .merge();
}

/** Everything has been judged. */
export async function endCatchUp(tx: Knex.Transaction): Promise<void> {
  await tx('checklist_catch_ups').where(ONLY).delete();
}

import { GatePassView } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

type Row = Record<string, string | number | null>;

/** So many passes of one entity are read. */
const MOST = 50;

/** The passes of an entity, newest first; one statement. */
export async function readPasses(
  q: Knex,
  entityId: string,
): Promise<GatePassView[]> {
  const rows: Row[] = await q('gate_passes')
    .where('entity_id', entityId)
    .orderBy('id', 'desc')
    .limit(MOST);
  return rows.map(toPass);
}

/** Adds a pass. */
export async function insertPass(
  tx: Knex.Transaction,
  entityId: string,
  pass: GatePassView,
): Promise<void> {
  await tx('gate_passes').insert({
    public_id: pass.id,
    entity_id: entityId,
    version: pass.version,
    reason: pass.reason,
    blockers: JSON.stringify(pass.blockers),
    given_by: pass.givenBy.ref,
    given_by_name: pass.givenBy.name,
    given_at: pass.givenAt,
    valid_until: pass.validUntil,
    follow_up_at: pass.followUpAt,
  });
}

/** Writes what came of a pass. */
export async function closePass(
  tx: Knex.Transaction,
  pass: GatePassView,
): Promise<void> {
  await tx('gate_passes').where('public_id', pass.id).update({
    version: pass.version,
    closed_at: pass.closedAt,
    closed_by: pass.closedBy?.ref,
    closed_by_name: pass.closedBy?.name,
    closing_note: pass.closingNote,
  });
}

function toPass(row: Row): GatePassView {
  return {
    id: String(row.public_id),
    version: Number(row.version),
    reason: String(row.reason),
    blockers: JSON.parse(String(row.blockers)),
    givenBy: { ref: String(row.given_by), name: String(row.given_by_name) },
    givenAt: Number(row.given_at),
    validUntil: Number(row.valid_until),
    followUpAt: Number(row.follow_up_at),
    closedAt: row.closed_at === null ? null : Number(row.closed_at),
    closedBy:
      row.closed_by === null
        ? null
        : { ref: String(row.closed_by), name: String(row.closed_by_name) },
    closingNote: row.closing_note === null ? null : String(row.closing_note),
  };
}

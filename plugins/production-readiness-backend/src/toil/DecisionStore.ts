import { randomUUID } from 'node:crypto';
import { ToilDecisionInput } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { inList } from './inList';

/** A decision as it is stored. */
export type StoredDecision = ToilDecisionInput & {
  id: string;
  version: number;
  decidedIn: string;
};

interface DecisionRow {
  public_id: string;
  version: number;
  kind: ToilDecisionInput['kind'];
  category: string;
  what: string | null;
  build_minutes: number;
  upkeep_minutes: number;
  decided_in: string;
  live_from: string | null;
  /** SQLite gives 0 and 1. */
  dropped: boolean | number;
}

/** The decisions of a Group, the latest first. */
export async function listDecisions(
  connection: Knex,
  groupRef: string,
): Promise<StoredDecision[]> {
  const rows: DecisionRow[] = await connection('toil_decisions')
    .where({ group_ref: groupRef })
    .orderBy('id', 'desc')
    .limit(200);
  return rows.map(row => ({
    id: row.public_id,
    version: row.version,
    kind: row.kind,
    category: row.category,
    ...(row.what && { what: row.what }),
    buildHours: row.build_minutes / 60,
    upkeepHours: row.upkeep_minutes / 60,
    decidedIn: row.decided_in,
    liveFrom: row.live_from,
    dropped: Boolean(row.dropped),
  }));
}

/** Stores a new decision. */
export async function insertDecision(
  tx: Knex.Transaction,
  groupRef: string,
  decision: ToilDecisionInput,
  decidedIn: string,
): Promise<{ id: string; version: number }> {
  const id = randomUUID();
  await tx('toil_decisions').insert({
    public_id: id,
    group_ref: groupRef,
    version: 1,
    decided_in: decidedIn,
    ...columnsOf(decision),
  });
  return { id, version: 1 };
}

/** Replaces the version that the caller read; false when it is gone. */
export async function replaceDecision(
  tx: Knex.Transaction,
  key: { groupRef: string; id: string; version: number },
  decision: ToilDecisionInput,
): Promise<boolean> {
  const changed = await versionOf(tx, key).update({
    version: key.version + 1,
    ...columnsOf(decision),
  });
  return changed === 1;
}

/** Deletes the version that the caller read; false when it is gone. */
export async function deleteDecision(
  tx: Knex.Transaction,
  key: { groupRef: string; id: string; version: number },
): Promise<boolean> {
  return (await versionOf(tx, key).delete()) === 1;
}

/** Minutes of some categories by week, of the Groups together. */
export async function readCategoryWeeks(
  connection: Knex,
  groupRefs: readonly string[],
  categories: readonly string[],
  from: string,
): Promise<{ week: string; category: string; minutes: number }[]> {
  const rows: { week: string; category: string; minutes: number | string }[] =
    await connection('toil_week_categories')
      .where(inList(connection, 'group_ref', groupRefs))
      .where(inList(connection, 'category', categories))
      .where('week', '>=', from)
      .groupBy('week', 'category')
      .select(
        'week',
        'category',
        connection.raw(
          'sum(toil + engineering + overhead + unsure) as minutes',
        ),
      );
  return rows.map(row => ({ ...row, minutes: Number(row.minutes) }));
}

function versionOf(
  tx: Knex.Transaction,
  key: { groupRef: string; id: string; version: number },
) {
  return tx('toil_decisions').where({
    group_ref: key.groupRef,
    public_id: key.id,
    version: key.version,
  });
}

function columnsOf(decision: ToilDecisionInput) {
  return {
    kind: decision.kind,
    category: decision.category,
    what: decision.what ?? null,
    build_minutes: Math.round(decision.buildHours * 60),
    upkeep_minutes: Math.round(decision.upkeepHours * 60),
    live_from: decision.liveFrom,
    dropped: decision.dropped,
  };
}

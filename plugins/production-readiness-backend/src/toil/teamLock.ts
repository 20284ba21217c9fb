import { Knex } from 'knex';

/**
 * Makes later statements of this transaction the only ones that compare or
 * change these teams; in order, so that two writers can't wait for each other.
 *
 * The upsert that changes nothing takes the row lock on PostgreSQL, also for a
 * row that is only being made. SQLite has one writer.
 */
export async function lockTeams(
  tx: Knex.Transaction,
  groupRefs: readonly string[],
): Promise<void> {
  for (const ref of [...new Set(groupRefs)].sort()) {
    await tx('toil_teams')
      .insert({ group_ref: ref, shares: false, version: 0 })
      .onConflict('group_ref')
      .merge({ group_ref: ref });
  }
}

import {
  RunningAlert,
  RunningSlo,
} from '@prodready/backstage-plugin-production-readiness-node';
import { Knex } from 'knex';
import { batchesOf } from '../../directory/batches';

const HOUR = 3_600_000;
/** Samples for charts: five weeks, longer than the usual window. */
const SAMPLES_KEPT = 35 * 24 * HOUR;
/** Days: a year and a month, so that a year can be looked back on. */
const DAYS_KEPT = 400 * 24 * HOUR;

/** Rules of an SLO that its provider says nothing of. */
const RULES_KEPT = 7 * 24 * HOUR;

/** Which running SLO measures which of ours. */
export interface Binding {
  sloId: string;
  provider: string;
  externalId: string;
  version: number;
  /** Whether its past was read. */
  hasPast: boolean;
}

/** The last look at a bound SLO, with its last good values. */
export interface TelemetryRow {
  sloId: string;
  state: string;
  objective: string | null;
  remaining: string | null;
  burnRate: string | null;
  sampledAt: number | null;
  checkedAt: number;
  problem: string | null;
}

/** A value for charts. */
export interface Sample {
  sloId: string;
  at: number;
  remaining: string;
  burnRate: string | null;
}

/**
 * Begins a collection: whoever began earlier can't write any more, since its
 * task was given up for dead.
 *
 * @returns the token that the writes have to bring
 */
export async function beginRun(
  tx: Knex.Transaction,
  provider: string,
  at: number,
): Promise<number> {
  const [row] = await tx('slo_telemetry_runs')
    .insert({ provider, fence: 1, started_at: at })
    .onConflict('provider')
    .merge({
      fence: tx.raw('slo_telemetry_runs.fence + 1') as unknown as number,
      started_at: at,
    })
    .returning('fence');
  return Number(row.fence);
}

/** Ends a collection; false when a newer one has begun. */
export async function endRun(
  tx: Knex.Transaction,
  run: { provider: string; fence: number; at: number; problem: string | null },
): Promise<boolean> {
  const written = await tx('slo_telemetry_runs')
    .where({ provider: run.provider, fence: run.fence })
    .update({
      problem: run.problem?.slice(0, 500) ?? null,
      ...(run.problem === null && { succeeded_at: run.at }),
    });
  return written > 0;
}

/** What is bound to a provider. */
export async function readBindings(
  q: Knex,
  where: { provider: string } | { sloIds: readonly string[] },
): Promise<Binding[]> {
  const query = q('slo_telemetry_bindings').whereNotNull('external_id');
  const rows =
    'provider' in where
      ? await query.where({ provider: where.provider })
      : await query.whereIn('slo_id', [...where.sloIds]);
  return rows.map(row => ({
    sloId: String(row.slo_id),
    provider: row.provider,
    externalId: row.external_id,
    version: row.version,
    hasPast: row.past_read_at !== null,
  }));
}

/** Notes that the past of these was read, however much of it there was. */
export async function notePasts(
  tx: Knex.Transaction,
  sloIds: readonly string[],
  at: number,
): Promise<void> {
  await tx('slo_telemetry_bindings')
    .whereIn('slo_id', [...sloIds])
    .update({ past_read_at: at });
}

/** Replaces what is known of the SLOs and alerts that a provider runs. */
export async function replaceRunning(
  tx: Knex.Transaction,
  provider: string,
  running: { slos: readonly RunningSlo[]; alerts: readonly RunningAlert[] },
  at: number,
): Promise<void> {
  const { slos, alerts } = running;
  for (const batch of batchesOf(slos)) {
    await tx('slo_telemetry_objectives')
      .insert(
        batch.map(one => ({
          provider,
          external_id: one.externalId,
          source: one.source,
          service: one.service,
          name: one.name,
          objective: one.objective,
          window_seconds: one.windowSeconds,
          seen_at: at,
        })),
      )
      .onConflict(['provider', 'external_id'])
      .merge();
  }
  await tx('slo_telemetry_objectives')
    .where({ provider })
    .where('seen_at', '<', at)
    .delete();
  // Rules of an SLO that the answer leaves out are kept for a week: that a
  // part is missing is no news that nobody is paged any more.
  const seen = new Set(slos.map(one => one.externalId));
  const stored: string[] = await tx('slo_telemetry_alerts')
    .where({ provider })
    .distinct()
    .pluck('external_id');
  for (const batch of batchesOf(stored.filter(id => seen.has(id)))) {
    await tx('slo_telemetry_alerts')
      .where({ provider })
      .whereIn('external_id', batch)
      .delete();
  }
  await tx('slo_telemetry_alerts')
    .where({ provider })
    .where('seen_at', '<', at - RULES_KEPT)
    .delete();
  for (const batch of batchesOf(alerts)) {
    await tx('slo_telemetry_alerts')
      .insert(
        batch.map(one => ({
          provider,
          external_id: one.externalId,
          name: one.name,
          severity: one.severity,
          runbook_url: one.runbookUrl,
          firing: one.firing,
          firing_since: one.firingSince,
          seen_at: at,
        })),
      )
      .onConflict(['provider', 'external_id', 'name', 'severity'])
      .ignore();
  }
}

/** Stores states; where there is no new value, the last good one stays. */
export async function writeStates(
  tx: Knex.Transaction,
  rows: readonly TelemetryRow[],
): Promise<void> {
  const good = rows.filter(row => row.sampledAt !== null);
  const without = rows.filter(row => row.sampledAt === null);
  for (const [list, columns] of [
    [good, undefined],
    [without, ['state', 'checked_at', 'problem']],
  ] as const) {
    for (const batch of batchesOf(list)) {
      const insert = tx('slo_telemetry_states')
        .insert(
          batch.map(row => ({
            slo_id: row.sloId,
            state: row.state,
            objective: row.objective,
            remaining: row.remaining,
            burn_rate: row.burnRate,
            sampled_at: row.sampledAt,
            checked_at: row.checkedAt,
            problem: row.problem,
          })),
        )
        .onConflict('slo_id');
      await (columns ? insert.merge([...columns]) : insert.merge());
    }
  }
}

/** Stores samples, one for each hour, and forgets old ones. */
export async function writeSamples(
  tx: Knex.Transaction,
  samples: readonly Sample[],
  now: number,
): Promise<void> {
  const byHour = new Map(
    samples.map(one => {
      const at = Math.floor(one.at / HOUR) * HOUR;
      return [`${one.sloId} ${at}`, { ...one, at }];
    }),
  );
  for (const batch of batchesOf([...byHour.values()])) {
    await tx('slo_telemetry_samples')
      .insert(
        batch.map(one => ({
          slo_id: one.sloId,
          at: one.at,
          remaining: one.remaining,
          burn_rate: one.burnRate,
        })),
      )
      .onConflict(['slo_id', 'at'])
      .merge();
  }
  await tx('slo_telemetry_samples')
    .where('at', '<', now - SAMPLES_KEPT)
    .delete();
  await tx('slo_budget_days')
    .where('day', '<', now - DAYS_KEPT)
    .delete();
}

/**
 * Says what measures an SLO.
 *
 * @param expected - the version that was edited, 0 for none
 * @returns the new version, or undefined when somebody was faster
 */
export async function saveBinding(
  tx: Knex.Transaction,
  sloId: string,
  running: { provider: string; externalId: string } | null,
  expected: number,
  by: { userRef: string; at: number },
): Promise<number | undefined> {
  const value = {
    provider: running?.provider ?? null,
    external_id: running?.externalId ?? null,
    version: expected + 1,
    bound_by: by.userRef,
    bound_at: by.at,
    past_read_at: null,
  };
  const written =
    expected === 0
      ? await tx('slo_telemetry_bindings')
          .insert({ slo_id: sloId, ...value })
          .onConflict('slo_id')
          .ignore()
          .returning('version')
      : await tx('slo_telemetry_bindings')
          .where({ slo_id: sloId, version: expected })
          .update(value)
          .returning('version');
  if (written.length === 0) return undefined;
  // What another series said is no past of this one.
  for (const table of [
    'slo_telemetry_states',
    'slo_telemetry_samples',
    'slo_budget_days',
  ]) {
    await tx(table).where({ slo_id: sloId }).delete();
  }
  return expected + 1;
}

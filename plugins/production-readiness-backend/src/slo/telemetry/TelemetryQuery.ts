import { SloTelemetryView } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { TelemetryRow } from './TelemetryStore';

const FOUR_WEEKS = 28 * 86_400_000;
const MOST_SUGGESTIONS = 20;

/** What is stored of the telemetry of some SLOs. */
export interface TelemetryRows {
  bindings: {
    sloId: string;
    provider: string | null;
    externalId: string | null;
    version: number;
  }[];
  states: TelemetryRow[];
  samples: (SloTelemetryView['samples'][number] & { sloId: string })[];
  alerts: (SloTelemetryView['alerts'][number] & {
    provider: string;
    externalId: string;
  })[];
  /** Running SLOs of the entity's name. */
  running: SloTelemetryView['suggestions'];
}

/**
 * Reads what is stored of the telemetry of an entity's SLOs.
 *
 * @param name - the entity's name, which running SLOs are suggested by
 */
export async function readTelemetryRows(
  q: Knex,
  sloIds: readonly string[],
  name: string,
  now: number,
): Promise<TelemetryRows> {
  const ids = [...sloIds];
  const bindings = await q('slo_telemetry_bindings').whereIn('slo_id', ids);
  const states = await q('slo_telemetry_states').whereIn('slo_id', ids);
  const samples = await q('slo_telemetry_samples')
    .whereIn('slo_id', ids)
    .where('at', '>', now - FOUR_WEEKS)
    .orderBy('at');
  const alerts = await q('slo_telemetry_alerts as a')
    .join('slo_telemetry_bindings as b', join =>
      join
        .on('b.provider', 'a.provider')
        .andOn('b.external_id', 'a.external_id'),
    )
    .whereIn('b.slo_id', ids)
    .orderBy(['a.severity', 'a.name'])
    .distinct('a.*');
  const running = await q('slo_telemetry_objectives')
    .whereRaw('lower(service) = ?', [name.toLocaleLowerCase('en-US')])
    .orderBy(['provider', 'external_id'])
    .limit(MOST_SUGGESTIONS);
  const moment = (value: unknown) => (value === null ? null : Number(value));
  return {
    bindings: bindings.map(row => ({
      sloId: String(row.slo_id),
      provider: row.provider,
      externalId: row.external_id,
      version: row.version,
    })),
    states: states.map(row => ({
      sloId: String(row.slo_id),
      state: row.state,
      objective: row.objective,
      remaining: row.remaining,
      burnRate: row.burn_rate,
      sampledAt: moment(row.sampled_at),
      checkedAt: Number(row.checked_at),
      problem: row.problem,
    })),
    samples: samples.map(row => ({
      sloId: String(row.slo_id),
      at: Number(row.at),
      remaining: row.remaining,
      burnRate: row.burn_rate,
    })),
    alerts: alerts.map(row => ({
      provider: row.provider,
      externalId: row.external_id,
      name: row.name,
      severity: row.severity,
      runbookUrl: row.runbook_url,
      firing: Boolean(row.firing),
      firingSince: moment(row.firing_since),
    })),
    running: running.map(row => ({
      provider: row.provider,
      externalId: row.external_id,
      source: row.source,
      service: row.service,
      name: row.name,
      objective: row.objective,
    })),
  };
}

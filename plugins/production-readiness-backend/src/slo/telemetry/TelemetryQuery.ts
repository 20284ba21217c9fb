import {
  SloTelemetryView,
  TelemetryState,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { isSqlite } from '../../database';
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
  alerts: (SloTelemetryView['alerts'][number] & { sloId: string })[];
  /** Running SLOs of the entity's name. */
  running: (SloTelemetryView['suggestions'][number] & {
    windowSeconds: number | null;
  })[];
}

// Parts of unlike tables come under one set of columns, so that a page takes
// one statement; what a column means is said where it is read.
interface Row {
  part: 'binding' | 'state' | 'sample' | 'alert' | 'running';
  slo: string | number;
  n: number;
  at: string | number | null;
  other_at: string | number | null;
  a: string | null;
  b: string | null;
  c: string | null;
  d: string | null;
  e: string | null;
}

/**
 * Reads what is stored of the telemetry of an entity's SLOs, in one statement.
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
  const isOneOf = isSqlite(q)
    ? `in (${ids.map(() => '?').join(', ') || 'null'})`
    : '= any(?)';
  const given = isSqlite(q) ? ids : [ids];
  const result = await q.raw(statement(isOneOf), [
    ...given,
    name.toLocaleLowerCase('en-US'),
    now - FOUR_WEEKS,
  ]);
  const rows: Row[] = Array.isArray(result) ? result : result.rows;
  const of = (part: Row['part']) => rows.filter(row => row.part === part);
  return {
    bindings: of('binding').map(row => ({
      sloId: String(row.slo),
      provider: row.a,
      externalId: row.b,
      version: Number(row.n),
    })),
    states: of('state').map(row => ({
      sloId: String(row.slo),
      state: row.a as Exclude<TelemetryState, 'unbound'>,
      objective: row.b,
      remaining: row.c,
      burnRate: row.d,
      sampledAt: moment(row.at),
      checkedAt: Number(row.other_at),
      problem: row.e,
    })),
    samples: of('sample').map(row => ({
      sloId: String(row.slo),
      at: Number(row.at),
      remaining: row.a,
      burnRate: row.b,
    })),
    alerts: of('alert').map(row => ({
      sloId: String(row.slo),
      name: row.a ?? '',
      severity: row.b ?? '',
      runbookUrl: row.c,
      firing: Number(row.n) === 1,
      firingSince: moment(row.at),
    })),
    running: of('running').map(row => ({
      provider: row.a ?? '',
      externalId: row.b ?? '',
      source: row.c ?? '',
      service: name,
      name: row.d ?? '',
      objective: row.e,
      windowSeconds: moment(row.at),
    })),
  };
}

function statement(isOneOf: string): string {
  const text = 'cast(null as text)';
  const noMoment = 'cast(null as bigint)';
  return `
with wanted as (
  select id from slos where id ${isOneOf}
), running as (
  select provider, external_id, source, name, objective, window_seconds
  from slo_telemetry_objectives
  where lower(service) = ?
  order by provider, external_id limit ${MOST_SUGGESTIONS}
)
select 'binding' as part, b.slo_id as slo, b.version as n,
  ${noMoment} as at, ${noMoment} as other_at, b.provider as a,
  b.external_id as b, ${text} as c, ${text} as d, ${text} as e
from slo_telemetry_bindings b join wanted w on w.id = b.slo_id
union all
select 'state', t.slo_id, 0, t.sampled_at, t.checked_at, t.state, t.objective,
  t.remaining, t.burn_rate, t.problem
from slo_telemetry_states t join wanted w on w.id = t.slo_id
union all
select 'sample', p.slo_id, 0, p.at, ${noMoment}, p.remaining, p.burn_rate,
  ${text}, ${text}, ${text}
from slo_telemetry_samples p join wanted w on w.id = p.slo_id
where p.at > ?
union all
select 'alert', b.slo_id, case when l.firing then 1 else 0 end,
  l.firing_since, ${noMoment}, l.name, l.severity, l.runbook_url, ${text},
  ${text}
from slo_telemetry_bindings b join wanted w on w.id = b.slo_id
join slo_telemetry_alerts l
  on l.provider = b.provider and l.external_id = b.external_id
union all
select 'running', 0, 0, window_seconds, ${noMoment}, provider, external_id,
  source, name, objective
from running
order by 1, 2, 4, 6, 7`;
}

function moment(value: Row['at']): number | null {
  return value === null ? null : Number(value);
}

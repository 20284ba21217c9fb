import {
  RunningAlert,
  SloMeasurement,
  SloMeasurementResult,
  TelemetryProvider,
  TelemetrySnapshot,
} from '@prodready/backstage-plugin-production-readiness-node';
import { spentBudget } from './demoBudget';
import { DEMO_SLOS, DemoRule, DemoSlo, demoSloId } from './demoSlos';

const HOUR = 3_600_000;
/** Those that are late have last reported so long ago, or up to twice that. */
const LATE = 6 * HOUR;
const WINDOW_SECONDS = 28 * 24 * 3600;

/**
 * Monitoring for the demo, as a module may add any: through the extension point
 * for telemetry. Its numbers are invented, and its name says so on the screen.
 */
export class DemoProvider implements TelemetryProvider {
  readonly id = 'demo';

  async snapshot(): Promise<TelemetrySnapshot> {
    const now = Date.now();
    return {
      slos: DEMO_SLOS.map(slo => ({
        externalId: demoSloId(slo),
        source: 'demo data / デモ用データ',
        service: slo.service,
        name: slo.name,
        objective: slo.objective,
        windowSeconds: WINDOW_SECONDS,
      })),
      results: new Map(
        DEMO_SLOS.map(slo => [demoSloId(slo), resultOf(slo, now)]),
      ),
      alerts: DEMO_SLOS.flatMap(slo =>
        slo.rules.map(rule => alertOf(slo, rule, now)),
      ),
    };
  }

  async history(
    externalId: string,
    range: { from: number; to: number; stepSeconds: number },
  ): Promise<SloMeasurement[]> {
    const slo = DEMO_SLOS.find(one => demoSloId(one) === externalId);
    if (!slo || slo.answers === 'nothing' || slo.answers === 'twice') return [];
    const end = slo.answers === 'late' ? lastReport(range.to) : range.to;
    const step = range.stepSeconds * 1000;
    const count = Math.floor((end - range.from) / step) + 1;
    return Array.from({ length: count }, (_, index) =>
      measured(slo, range.from + index * step),
    );
  }
}

function resultOf(slo: DemoSlo, now: number): SloMeasurementResult {
  if (slo.answers === 'twice') return { kind: 'ambiguous' };
  if (slo.answers === 'nothing') return { kind: 'no_data' };
  const at = slo.answers === 'late' ? lastReport(now) : now;
  return { kind: 'measured', measurement: measured(slo, at) };
}

function measured(slo: DemoSlo, at: number): SloMeasurement {
  const id = demoSloId(slo);
  const spent = spentBudget(id, slo.spent, at);
  // Up and down within a day, as traffic does.
  const tide = 1 + 0.2 * Math.sin((at / HOUR / 24) * 2 * Math.PI);
  return {
    at,
    objective: slo.objective,
    remaining: (1 - spent).toFixed(6),
    burnRate: (slo.burnRate * tide).toFixed(4),
  };
}

function lastReport(now: number): number {
  return Math.floor(now / LATE) * LATE - LATE;
}

function alertOf(slo: DemoSlo, rule: DemoRule, now: number): RunningAlert {
  const { name, severity, runbook, firingForHours } = rule;
  return {
    externalId: demoSloId(slo),
    name,
    severity,
    runbookUrl: runbook
      ? `https://handbook.minato.example/runbooks/${encodeURIComponent(
          runbook,
        )}`
      : null,
    firing: firingForHours !== undefined,
    firingSince:
      firingForHours === undefined ? null : now - firingForHours * HOUR,
  };
}

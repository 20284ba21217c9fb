import {
  RunningAlert,
  RunningSlo,
  SloMeasurement,
  SloMeasurementResult,
  TelemetryProvider,
  TelemetrySnapshot,
} from '@prodready/backstage-plugin-production-readiness-node';
import { MetricNames } from './config';
import { toDecimal, toPercent } from './decimals';
import { PrometheusClient, Rule, Series } from './PrometheusClient';
import { selector } from './promql';

const SLOTH = 'sloth:';
const PYRRA = 'pyrra:';
/** What the backend keeps of a name. */
const LONGEST_ID = 300;
const DAY_SECONDS = 86_400;
/** Ten years; more is no window. */
const LONGEST_WINDOW = 3660 * DAY_SECONDS;

/** Reads what Sloth and Pyrra record. All SLOs are read by the same queries. */
export class PrometheusProvider implements TelemetryProvider {
  readonly id = 'prometheus';

  constructor(
    private readonly client: PrometheusClient,
    private readonly metrics: MetricNames,
  ) {}

  async snapshot(signal: AbortSignal): Promise<TelemetrySnapshot> {
    const { sloth, pyrra } = this.metrics;
    const ask = (query: string) => this.client.query(query, signal);
    // A value comes with the moment of the question; when it was recorded, up
    // to five minutes before, is a question of its own.
    const [info, objective, remaining, recorded, burn, days] =
      await Promise.all([
        ask(sloth.info),
        ask(sloth.objective),
        ask(sloth.remaining),
        ask(`timestamp(${sloth.remaining})`),
        ask(sloth.burnRate),
        ask(sloth.period),
      ]);
    const [pyrraObjective, availability, pyrraRecorded, seconds] =
      await Promise.all([
        ask(pyrra.objective),
        ask(pyrra.availability),
        ask(`timestamp(${pyrra.availability})`),
        ask(pyrra.window),
      ]);
    const rules = await this.client.alertRules(signal);
    const slothSlos = slothSlosOf(
      info,
      objective,
      remaining,
      recorded,
      burn,
      days,
    );
    const pyrraSlos = pyrraSlosOf(
      pyrraObjective,
      availability,
      pyrraRecorded,
      seconds,
    );
    const all = [...slothSlos, ...pyrraSlos].filter(
      ({ slo }) => slo.externalId.length <= LONGEST_ID,
    );
    const known = new Set(all.map(({ slo }) => slo.externalId));
    return {
      slos: all.map(({ slo }) => slo),
      results: new Map(all.map(({ slo, result }) => [slo.externalId, result])),
      alerts: rules.map(alertOf).filter(one => known.has(one.externalId)),
    };
  }

  async history(
    externalId: string,
    range: { from: number; to: number; stepSeconds: number },
    signal: AbortSignal,
  ): Promise<SloMeasurement[]> {
    const ask = async (query: string) => {
      const [series] = await this.client.queryRange(query, range, signal);
      return new Map((series ?? []).map(one => [one.at, one.value]));
    };
    if (externalId.startsWith(SLOTH)) {
      const { sloth } = this.metrics;
      const labels = { sloth_id: externalId.slice(SLOTH.length) };
      const [objective, remaining, burn] = await Promise.all([
        ask(`max(${selector(sloth.objective, labels)})`),
        ask(`min(${selector(sloth.remaining, labels)})`),
        ask(`max(${selector(sloth.burnRate, labels)})`),
      ]);
      return [...remaining].flatMap(([at, value]) =>
        measurementOf(at, objective.get(at), value, burn.get(at)),
      );
    }
    const { pyrra } = this.metrics;
    const labels = { slo: externalId.slice(PYRRA.length) };
    const [objective, availability] = await Promise.all([
      ask(`max(${selector(pyrra.objective, labels)})`),
      ask(`min(${selector(pyrra.availability, labels)})`),
    ]);
    return [...availability].flatMap(([at, value]) =>
      measurementOf(
        at,
        objective.get(at),
        remainingOf(objective.get(at), value),
      ),
    );
  }
}

interface Found {
  slo: RunningSlo;
  result: SloMeasurementResult;
}

function slothSlosOf(
  info: Series[],
  objectives: Series[],
  remaining: Series[],
  recorded: Series[],
  burn: Series[],
  days: Series[],
): Found[] {
  const by = (series: Series[]) => groupBy(series, 'sloth_id');
  const [infos, left, burning] = [by(info), by(remaining), by(burn)];
  const [times, periods] = [by(recorded), by(days)];
  return [...by(objectives)].map(([id, series]) => {
    const { labels } = infos.get(id)?.[0] ?? series[0];
    const windows = new Set(series.map(one => one.labels.sloth_window ?? ''));
    return {
      slo: {
        externalId: `${SLOTH}${id}`,
        source: 'sloth',
        service: labels.sloth_service ?? series[0].labels.sloth_service ?? '',
        name: labels.sloth_slo ?? series[0].labels.sloth_slo ?? id,
        objective: toPercent(series[0].value) ?? null,
        windowSeconds: lengthOf(periods.get(id), DAY_SECONDS),
      },
      result:
        distinct(series) > 1 || windows.size > 1
          ? { kind: 'ambiguous' }
          : resultOf(
              series[0],
              times.get(id),
              // Grouped SLOs are as good as their worst group.
              extreme(left.get(id), Math.min),
              extreme(burning.get(id), Math.max),
            ),
    };
  });
}

function pyrraSlosOf(
  objectives: Series[],
  availability: Series[],
  recorded: Series[],
  seconds: Series[],
): Found[] {
  const available = groupBy(availability, 'slo');
  const times = groupBy(recorded, 'slo');
  const windows = groupBy(seconds, 'slo');
  return [...groupBy(objectives, 'slo')].map(([id, series]) => {
    const { labels, value } = series[0];
    const worst = extreme(available.get(id), Math.min);
    return {
      slo: {
        externalId: `${PYRRA}${id}`,
        source: 'pyrra',
        service: labels.service ?? labels.job ?? id,
        name: id,
        objective: toPercent(value) ?? null,
        windowSeconds: lengthOf(windows.get(id), 1),
      },
      result:
        distinct(series) > 1 || (available.get(id)?.length ?? 0) > 1
          ? { kind: 'ambiguous' }
          : resultOf(series[0], times.get(id), remainingOf(value, worst)),
    };
  });
}

/** How long the window is; null when nobody says, or not all the same. */
function lengthOf(
  series: readonly Series[] | undefined,
  unitSeconds: number,
): number | null {
  if (!series || distinct(series) > 1) return null;
  const seconds = Math.round(Number(series[0].value) * unitSeconds);
  return seconds > 0 && seconds <= LONGEST_WINDOW ? seconds : null;
}

/** Pyrra: (availability − objective) / (1 − objective). */
function remainingOf(
  objective: string | undefined,
  availability: string | undefined,
): string | undefined {
  if (objective === undefined || availability === undefined) return undefined;
  const target = Number(objective);
  const left = (Number(availability) - target) / (1 - target);
  return Number.isFinite(left) ? String(left) : undefined;
}

function resultOf(
  objective: Series,
  recorded: readonly Series[] | undefined,
  remaining: string | undefined,
  burn?: string,
): SloMeasurementResult {
  // The oldest part of an answer says how old it is.
  const seconds = Number(extreme(recorded, Math.min));
  if (remaining === undefined || !Number.isFinite(seconds)) {
    return { kind: 'no_data' };
  }
  const [measurement] = measurementOf(
    Math.round(seconds * 1000),
    objective.value,
    remaining,
    burn,
  );
  return measurement ? { kind: 'measured', measurement } : { kind: 'no_data' };
}

/** Empty when anything of it is no number, or can't be true. */
function measurementOf(
  at: number,
  objective: string | undefined,
  remaining: string | undefined,
  burn?: string,
): SloMeasurement[] {
  const percent = objective === undefined ? undefined : toPercent(objective);
  const left = remaining === undefined ? undefined : toDecimal(remaining);
  if (percent === undefined || left === undefined || Number(left) > 1 + 1e-9) {
    return [];
  }
  const rate = burn === undefined ? undefined : toDecimal(burn);
  return [
    {
      at,
      objective: percent,
      remaining: left,
      burnRate: rate === undefined || Number(rate) < 0 ? null : rate,
    },
  ];
}

function alertOf(rule: Rule): RunningAlert {
  const { labels, annotations } = rule;
  const firing = rule.alerts.filter(one => one.state === 'firing');
  const since = firing
    .map(one => Date.parse(one.activeAt))
    .filter(at => Number.isFinite(at));
  const runbook = annotations.runbook_url ?? annotations.runbook;
  return {
    externalId: labels.sloth_id
      ? `${SLOTH}${labels.sloth_id}`
      : `${PYRRA}${labels.slo ?? ''}`,
    name: rule.name.slice(0, 300),
    severity: (labels.sloth_severity ?? labels.severity ?? '').slice(0, 60),
    runbookUrl:
      runbook !== undefined && /^https?:\/\/[^\s]+$/.test(runbook)
        ? runbook
        : null,
    firing: firing.length > 0,
    firingSince: since.length > 0 ? Math.min(...since) : null,
  };
}

/** Series by a label; those without it are of somebody else. */
function groupBy(series: readonly Series[], label: string) {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const key = one.labels[label];
    if (!key) continue;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

function distinct(series: readonly Series[]): number {
  return new Set(series.map(one => one.value)).size;
}

/** NaN when one of them is: part of an answer is none. */
function extreme(
  series: readonly Series[] | undefined,
  pick: (...values: number[]) => number,
): string | undefined {
  if (!series || series.length === 0) return undefined;
  return String(pick(...series.map(one => Number(one.value))));
}

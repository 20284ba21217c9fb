import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Names of the metrics that are read. */
export interface MetricNames {
  sloth: {
    info: string;
    objective: string;
    remaining: string;
    burnRate: string;
    /** Length of the window in days. */
    period: string;
  };
  pyrra: {
    objective: string;
    availability: string;
    /** Length of the window in seconds. */
    window: string;
  };
}

/** How the server is reached, and what is read of it. */
export interface PrometheusSettings {
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  timeoutMilliseconds: number;
  metrics: MetricNames;
}

/** As Sloth and Pyrra name them. */
export const DEFAULT_METRICS: MetricNames = {
  sloth: {
    info: 'sloth_slo_info',
    objective: 'slo:objective:ratio',
    remaining: 'slo:period_error_budget_remaining:ratio',
    burnRate: 'slo:current_burn_rate:ratio',
    period: 'slo:time_period:days',
  },
  pyrra: {
    objective: 'pyrra_objective',
    availability: 'pyrra_availability',
    window: 'pyrra_window',
  },
};

const ROOT = 'productionReadiness.prometheus';

/**
 * Reads `productionReadiness.prometheus`.
 *
 * @returns undefined when no server is configured
 * @throws InputError that names the key and what it takes
 */
export function readPrometheusConfig(
  config: Config,
): PrometheusSettings | undefined {
  const url = config.getOptionalString(`${ROOT}.url`);
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(
      `${ROOT}.url is ${url}; it takes a URL such as http://prometheus:9090.`,
    );
  }
  const seconds = config.getOptionalNumber(`${ROOT}.timeoutSeconds`) ?? 10;
  if (!(seconds > 0 && seconds <= 30)) {
    throw new InputError(
      `${ROOT}.timeoutSeconds is ${seconds}; it takes a number up to 30.`,
    );
  }
  const name = (key: string, usual: string) => {
    const given = config.getOptionalString(`${ROOT}.metrics.${key}`) ?? usual;
    if (/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(given)) return given;
    throw new InputError(
      `${ROOT}.metrics.${key} is ${given}; it takes the name of a metric, such as ${usual}.`,
    );
  };
  const { sloth, pyrra } = DEFAULT_METRICS;
  return {
    url: url.replace(/\/+$/, ''),
    headers:
      config.getOptional<Record<string, string>>(`${ROOT}.headers`) ?? {},
    timeoutMilliseconds: seconds * 1000,
    metrics: {
      sloth: {
        info: name('sloth.info', sloth.info),
        objective: name('sloth.objective', sloth.objective),
        remaining: name('sloth.remaining', sloth.remaining),
        burnRate: name('sloth.burnRate', sloth.burnRate),
        period: name('sloth.period', sloth.period),
      },
      pyrra: {
        objective: name('pyrra.objective', pyrra.objective),
        availability: name('pyrra.availability', pyrra.availability),
        window: name('pyrra.window', pyrra.window),
      },
    },
  };
}

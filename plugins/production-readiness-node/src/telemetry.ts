import { createExtensionPoint } from '@backstage/backend-plugin-api';

// All values are decimal texts and all moments milliseconds since the epoch.

/** An SLO that a provider runs. @public */
export interface RunningSlo {
  /** Unique within the provider. */
  externalId: string;
  /** Which tool made its rules, such as `sloth`. */
  source: string;
  /** The service that it is of; compared with the names of entities. */
  service: string;
  /** What people call it. */
  name: string;
  /** In percent; null when the provider does not say. */
  objective: string | null;
  /** Length of the window that its budget is of; null: not known. */
  windowSeconds: number | null;
}

/** What a provider says of an SLO at a moment. @public */
export interface SloMeasurement {
  /** When it was so, by the provider's clock. */
  at: number;
  /** In percent. */
  objective: string;
  /** Share of the budget that is left; negative when overspent. */
  remaining: string;
  /** How fast it is being spent; 1 lasts one window. Null: not known. */
  burnRate: string | null;
}

/**
 * The answer for one SLO. `ambiguous`: several series say different things.
 *
 * @public
 */
export type SloMeasurementResult =
  | { kind: 'measured'; measurement: SloMeasurement }
  | { kind: 'no_data' }
  | { kind: 'ambiguous' };

/** An alert rule that watches a running SLO. @public */
export interface RunningAlert {
  /** Of the SLO that it watches. */
  externalId: string;
  /** Of the rule. */
  name: string;
  /** As the provider names it, such as `page`. */
  severity: string;
  /** Where its rule says what to do; null: it does not. */
  runbookUrl: string | null;
  /** Whether it is alerting at the moment of the snapshot. */
  firing: boolean;
  /** Null when it is not firing, or nobody knows since when. */
  firingSince: number | null;
}

/** Everything that a provider knows at a moment. @public */
export interface TelemetrySnapshot {
  /** Every SLO that runs, whether it has data or not. */
  slos: RunningSlo[];
  /** By external id; an SLO that is missing here has no data. */
  results: Map<string, SloMeasurementResult>;
  /** Every alert rule that watches one of them, firing or not. */
  alerts: RunningAlert[];
}

/**
 * Reads how SLOs do from where they are measured. It is asked by a scheduled
 * collection, never by a page. It throws when it can't read; it never makes up
 * a value.
 *
 * @public
 */
export interface TelemetryProvider {
  /** Stable, lower case, at most 60 characters, such as `prometheus`. */
  readonly id: string;
  /** Reads everything, and gives up when the signal says so. */
  snapshot(signal: AbortSignal): Promise<TelemetrySnapshot>;
  /** What was measured of one SLO in the past, oldest first. */
  history?(
    externalId: string,
    range: { from: number; to: number; stepSeconds: number },
    signal: AbortSignal,
  ): Promise<SloMeasurement[]>;
}

/** Where modules add their telemetry providers. @public */
export interface TelemetryProvidersExtensionPoint {
  /**
   * Adds where SLOs are measured.
   *
   * @throws Error when another one has its id
   */
  addProvider(provider: TelemetryProvider): void;
}

/** Adds telemetry providers to the production readiness backend. @public */
export const telemetryProvidersExtensionPoint =
  createExtensionPoint<TelemetryProvidersExtensionPoint>({
    id: 'production-readiness.telemetry-providers',
  });

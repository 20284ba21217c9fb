import { z } from 'zod';
import { Decimal, decimal, plain } from './decimal';

/** How a running SLO does. @public */
export const TELEMETRY_STATES = [
  'ok',
  'burning',
  'exhausted',
  'no_data',
  'ambiguous',
  'unbound',
] as const;

/** Why there is no new value. @public */
export const TELEMETRY_PROBLEMS = [
  'unreachable',
  'no_series',
  'stale',
  'ambiguous',
] as const;

/** One of {@link TELEMETRY_STATES}. @public */
export type TelemetryState = (typeof TELEMETRY_STATES)[number];

/** Running and signed objectives may differ by so much, as shares. */
const TOLERANCE = new Decimal('0.000000001');

/**
 * How an SLO does whose budget was measured.
 *
 * @param remaining - share of the budget that is left
 * @param burnRate - null: not known
 * @public
 */
export function telemetryStateOf(
  remaining: string,
  burnRate: string | null,
): 'ok' | 'burning' | 'exhausted' {
  if (decimal(remaining).lte(0)) return 'exhausted';
  return burnRate !== null && decimal(burnRate).gt(1) ? 'burning' : 'ok';
}

/**
 * Whether what runs is not what was signed: the shares differ by more than
 * 1e-9, which is more than rounding does.
 *
 * @param signed - in percent
 * @param running - in percent
 * @public
 */
export function hasDrifted(signed: string, running: string): boolean {
  return decimal(signed).minus(decimal(running)).abs().div(100).gt(TOLERANCE);
}

/**
 * The error ratio behind a remaining budget: (1 − remaining) × (1 − T). Kept
 * in place of the budget, it can be judged against any other target.
 *
 * @param objective - in percent
 * @returns from 0 to 1
 * @public
 */
export function errorRatioBehind(objective: string, remaining: string): string {
  const ratio = new Decimal(1)
    .minus(decimal(remaining))
    .times(new Decimal(100).minus(decimal(objective)).div(100));
  const within = ratio.lt(0) ? new Decimal(0) : ratio;
  return plain((within.gt(1) ? new Decimal(1) : within).round(12));
}

const runningSlo = z.strictObject({
  provider: z.string(),
  externalId: z.string(),
  source: z.string(),
  service: z.string(),
  name: z.string(),
  /** In percent. */
  objective: z.string().nullable(),
});

/** What telemetry says of one SLO. Moments are milliseconds. @public */
export const sloTelemetryView = z.strictObject({
  sloId: z.uuid(),
  state: z.enum(TELEMETRY_STATES),
  /** Last good values, of `sampledAt`; kept while there are no newer ones. */
  objective: z.string().nullable(),
  remaining: z.string().nullable(),
  burnRate: z.string().nullable(),
  sampledAt: z.int().nullable(),
  /** When the provider was asked last. */
  checkedAt: z.int().nullable(),
  /** Why there is no new value; null when there is one, or none was sought. */
  problem: z.enum(TELEMETRY_PROBLEMS).nullable(),
  /** Length of the window that runs; null: not known. */
  windowSeconds: z.int().nullable(),
  /** What runs and what was signed, where they differ. */
  drift: z.strictObject({ running: z.string(), signed: z.string() }).nullable(),
  /** What measures it; null: nobody has said yet. */
  binding: z
    .strictObject({
      provider: z.string(),
      externalId: z.string(),
      /** The tool that made its rules; null: not among what runs now. */
      source: z.string().nullable(),
    })
    .nullable(),
  /** Row version for If-Match; 0 when it was never bound. */
  bindingVersion: z.int(),
  /** Running SLOs of the entity's name, for a person to confirm. */
  suggestions: z.array(runningSlo),
  /** Oldest first. */
  samples: z.array(
    z.strictObject({
      at: z.int(),
      remaining: z.string().nullable(),
      burnRate: z.string().nullable(),
    }),
  ),
  alerts: z.array(
    z.strictObject({
      name: z.string(),
      severity: z.string(),
      runbookUrl: z.string().nullable(),
      firing: z.boolean(),
      firingSince: z.int().nullable(),
    }),
  ),
});

/** What {@link sloTelemetryView} lets through. @public */
export type SloTelemetryView = z.output<typeof sloTelemetryView>;

/** What telemetry says of an entity's SLOs. @public */
export const entityTelemetryView = z.strictObject({
  slos: z.array(sloTelemetryView),
  /** Whether any provider is set up. */
  configured: z.boolean(),
  /** Whether this caller may say what measures what. */
  mayBind: z.boolean(),
  asOf: z.int(),
});

/** What {@link entityTelemetryView} lets through. @public */
export type EntityTelemetryView = z.output<typeof entityTelemetryView>;

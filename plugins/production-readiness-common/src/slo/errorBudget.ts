import { Decimal, decimal, plain } from './decimal';

// Targets and SLIs are percentages, ratios and burn rates are plain numbers,
// durations are seconds. All are decimal texts, and all results are exact
// unless a quotient never ends (then 20 digits behind the point).

/** (1 − T), the share that may fail; 0 for a target of 100. */
function budgetShare(target: string): Decimal {
  return new Decimal(100).minus(decimal(target)).div(100);
}

/**
 * How long a total outage may last: (1 − T) × W.
 *
 * @param target - in percent
 * @param windowSeconds - length of the window
 * @returns seconds; `0` for a target of 100
 * @public
 */
export function allowedDowntimeSeconds(
  target: string,
  windowSeconds: string | number,
): string {
  return plain(budgetShare(target).times(decimal(windowSeconds)));
}

/**
 * How many events may fail: floor((1 − T) × N).
 *
 * @param events - number of events in the window, whole
 * @public
 */
export function eventBudget(target: string, events: string | number): string {
  return plain(
    budgetShare(target).times(decimal(events)).round(0, Decimal.roundDown),
  );
}

/**
 * How fast the budget is being spent: error ratio / (1 − T). At 1 it lasts
 * exactly one window.
 *
 * @param errorRatio - failed / all, from 0 to 1
 * @returns null for a target of 100, which has no budget
 * @public
 */
export function burnRate(target: string, errorRatio: string): string | null {
  const share = budgetShare(target);
  return share.eq(0) ? null : plain(decimal(errorRatio).div(share));
}

/**
 * When a whole budget is gone at this burn rate: W / burn.
 *
 * @returns seconds; null when nothing burns
 * @public
 */
export function timeToExhaustionSeconds(
  windowSeconds: string | number,
  burn: string,
): string | null {
  const rate = decimal(burn);
  return rate.lte(0) ? null : plain(decimal(windowSeconds).div(rate));
}

/**
 * The share of the budget that is left: 1 − error ratio / (1 − T). Negative
 * when overspent; it is never clamped, since how far below is the message.
 *
 * @param errorRatio - failed / all over the whole window
 * @returns null for a target of 100, which has no budget
 * @public
 */
export function remainingBudget(
  target: string,
  errorRatio: string,
): string | null {
  const share = budgetShare(target);
  return share.eq(0)
    ? null
    : plain(new Decimal(1).minus(decimal(errorRatio).div(share)));
}

/**
 * The error ratio of a measured SLI: 1 − SLI.
 *
 * @param sli - in percent, from 0 to 100
 * @public
 */
export function errorRatioOf(sli: string): string {
  return plain(budgetShare(sli));
}

/**
 * How long failures of this size last before an alert fires:
 * (1 − T) / error ratio × window × burn.
 *
 * @param errorRatio - failed / all while it fails; 1 is a total outage
 * @param windowSeconds - the alert's window
 * @param burn - the alert's burn rate
 * @returns seconds; null when nothing fails
 * @public
 */
export function timeToFireSeconds(
  target: string,
  errorRatio: string,
  windowSeconds: string | number,
  burn: string,
): string | null {
  const ratio = decimal(errorRatio);
  if (ratio.lte(0)) return null;
  // Multiplied first, so that only the last step can round.
  return plain(
    budgetShare(target)
      .times(decimal(windowSeconds))
      .times(decimal(burn))
      .div(ratio),
  );
}

/**
 * What raising the target is worth in a year: value × (T2 − T1). Negative for
 * lowering it.
 *
 * @param valuePerYear - what all successes of a year are worth
 * @returns in the unit of `valuePerYear`
 * @public
 */
export function valueOfTargetChange(
  valuePerYear: string,
  from: string,
  to: string,
): string {
  return plain(
    decimal(valuePerYear)
      .times(decimal(to).minus(decimal(from)))
      .div(100),
  );
}

/**
 * The target that serial dependencies allow, when each fails independently of
 * the others: their product.
 *
 * @param targets - in percent
 * @returns in percent; 100 when there are none
 * @public
 */
export function serialTarget(targets: string[]): string {
  return plain(
    targets
      // A share has two digits more than a percentage: both are exact.
      .map(target => new Decimal(1).minus(budgetShare(target)))
      .reduce((product, share) => product.times(share), new Decimal(1))
      .times(100),
  );
}

/** How urgent a burn-rate alert is. @public */
export type BurnRateSeverity = 'page' | 'ticket';

/** One multi-window burn-rate alert. @public */
export interface BurnRateAlert {
  /** Whether it wakes somebody or waits for the morning. */
  severity: BurnRateSeverity;
  /** Both windows have to be above the threshold. */
  longSeconds: number;
  /** Length of the window that ends it soon after the mend. */
  shortSeconds: number;
  /** Share of the budget that is gone when it fires. */
  budget: string;
  /** How fast the budget is spent, as a decimal text; 1 lasts one window. */
  burn: string;
  /** Error ratio above which it fires: burn × (1 − T). */
  threshold: string;
}

const ALERTS: Pick<
  BurnRateAlert,
  'severity' | 'longSeconds' | 'shortSeconds' | 'budget'
>[] = [
  { severity: 'page', longSeconds: 3600, shortSeconds: 300, budget: '0.02' },
  { severity: 'page', longSeconds: 21600, shortSeconds: 1800, budget: '0.05' },
  { severity: 'ticket', longSeconds: 86400, shortSeconds: 7200, budget: '0.1' },
  {
    severity: 'ticket',
    longSeconds: 259200,
    shortSeconds: 21600,
    budget: '0.1',
  },
];

/**
 * The four recommended alerts: each spends a set share of the budget in its
 * long window, so burn = share × W / long window.
 *
 * @param windowSeconds - the SLO's window
 * @returns empty for a target of 100, which has no budget to burn
 * @public
 */
export function burnRateAlerts(
  target: string,
  windowSeconds: string | number,
): BurnRateAlert[] {
  const share = budgetShare(target);
  if (share.eq(0)) return [];
  return ALERTS.map(alert => {
    const spent = decimal(alert.budget).times(decimal(windowSeconds));
    return {
      ...alert,
      burn: plain(spent.div(alert.longSeconds)),
      threshold: plain(spent.times(share).div(alert.longSeconds)),
    };
  });
}

/**
 * The target as people say it: "1 in 1000 may fail". In lowest terms.
 *
 * @returns null for a target of 100, where nothing may fail
 * @public
 */
export function failuresOutOf(
  target: string,
): { failures: string; outOf: string } | null {
  const allowed = new Decimal(100).minus(decimal(target));
  if (allowed.eq(0)) return null;
  const digits = (plain(allowed).split('.')[1] ?? '').length;
  const failures = BigInt(plain(allowed.times(new Decimal(10).pow(digits))));
  const outOf = 100n * 10n ** BigInt(digits);
  const divisor = greatestCommonDivisor(failures, outOf);
  return {
    failures: String(failures / divisor),
    outOf: String(outOf / divisor),
  };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

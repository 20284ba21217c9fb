import {
  addWeeks,
  MinuteShare,
  poolTotals,
  QUARTER_WEEKS,
  reactiveShare,
  toilShare,
  toilState,
  ToilState,
  ToilTotals,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';

/** The 13 full weeks before the running one, and the 13 before these. */
export interface Quarters {
  currentWeek: string;
  /** First and last week of the quarter that counts. */
  from: string;
  to: string;
  /** First week of the quarter before it. */
  previousFrom: string;
}

/** What a team recorded in a quarter. */
export interface QuarterSums {
  totals: ToilTotals;
  recordedWeeks: number;
}

/** The quarters as seen from the running week. */
export function quartersBefore(currentWeek: string): Quarters {
  return {
    currentWeek,
    from: addWeeks(currentWeek, -QUARTER_WEEKS),
    to: addWeeks(currentWeek, -1),
    previousFrom: addWeeks(currentWeek, -2 * QUARTER_WEEKS),
  };
}

/** Pools the weeks of both quarters; weeks without a record are not in it. */
export function sumUpQuarters(
  weeks: readonly { week: string; totals: ToilTotals }[],
  { from, to, previousFrom }: Quarters,
): { current: QuarterSums; previous: QuarterSums } {
  const between = (first: string, last: string): QuarterSums => {
    const inside = weeks.filter(({ week }) => week >= first && week <= last);
    return {
      totals: poolTotals(inside.map(({ totals }) => totals)),
      recordedWeeks: inside.length,
    };
  };
  return {
    current: between(from, to),
    previous: between(previousFrom, addWeeks(from, -1)),
  };
}

/** The two ratios that have a target. */
export type TargetedRatio = keyof ToilConfig['targets'];

/** What a ratio is a share of. */
export function shareOf(
  ratio: TargetedRatio,
  totals: ToilTotals,
  config: ToilConfig,
): MinuteShare {
  return ratio === 'toil'
    ? toilShare(totals, config.denominator)
    : reactiveShare(totals);
}

/** How a ratio stands against its target. */
export function stateOf(
  ratio: TargetedRatio,
  quarters: { current: QuarterSums; previous: QuarterSums },
  config: ToilConfig,
): ToilState {
  const judged = ({ totals, recordedWeeks }: QuarterSums) => ({
    share: shareOf(ratio, totals, config),
    recordedWeeks,
  });
  return toilState(
    judged(quarters.current),
    judged(quarters.previous),
    config.targets[ratio],
  );
}

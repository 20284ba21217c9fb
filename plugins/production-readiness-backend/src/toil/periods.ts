import {
  addWeeks,
  MinuteShare,
  poolTotals,
  reactiveShare,
  TargetedRatio,
  ToilPeriod,
  targetsInForce,
  toilShare,
  toilState,
  ToilState,
  ToilTargetChange,
  ToilTotals,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';

/** What a team recorded in a period. */
export interface PeriodSums {
  totals: ToilTotals;
  recordedWeeks: number;
}

/** A period and as many weeks before it. */
export interface ComparedSums {
  current: PeriodSums;
  previous: PeriodSums;
}

/** Pools the weeks of both; weeks without a record are not in it. */
export function sumUp(
  weeks: readonly { week: string; totals: ToilTotals }[],
  { from, to, previousFrom }: ToilPeriod,
): ComparedSums {
  const between = (first: string, last: string): PeriodSums => {
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

/** How a ratio stands against the target that was in force. */
export function stateOf(
  ratio: TargetedRatio,
  sums: ComparedSums,
  judging: {
    period: ToilPeriod;
    config: ToilConfig;
    targetChanges: readonly ToilTargetChange[];
  },
): ToilState {
  const { period, config } = judging;
  const judged = ({ totals, recordedWeeks }: PeriodSums) => ({
    share: shareOf(ratio, totals, config),
    recordedWeeks,
  });
  return toilState(
    judged(sums.current),
    judged(sums.previous),
    targetAfter(ratio, period.to, judging),
    {
      target: targetAfter(ratio, addWeeks(period.from, -1), judging),
      weeks: period.weeks,
    },
  );
}

/** What a period is judged by: the target in force once it was over. */
export function targetAfter(
  ratio: TargetedRatio,
  lastWeek: string,
  judging: {
    config: ToilConfig;
    targetChanges: readonly ToilTargetChange[];
  },
): number {
  const { targetChanges, config } = judging;
  return targetsInForce(targetChanges, addWeeks(lastWeek, 1), config.targets)[
    ratio
  ];
}

import {
  addWeeks,
  firstDayOfWeek,
  lastQuarter,
  percentOf,
  poolTotals,
  QUARTER_WEEKS,
  recordedMinutes,
  TargetedRatio,
  ToilQuarter,
  ToilTargetChange,
  ToilTotals,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';
import { shareOf, stateOf, sumUp, targetAfter } from './periods';
import { labelOf } from './report';

/** A team's quarters, oldest first, each judged by the target of its time. */
export function quartersOf(
  weeks: readonly { week: string; totals: ToilTotals }[],
  options: {
    quarters: number;
    currentWeek: string;
    config: ToilConfig;
    targetChanges: readonly ToilTargetChange[];
  },
): ToilQuarter[] {
  const { quarters, currentWeek, config } = options;
  return Array.from({ length: quarters }, (_, index) => {
    const back = quarters - 1 - index;
    const period = lastQuarter(addWeeks(currentWeek, -QUARTER_WEEKS * back));
    const sums = sumUp(weeks, period);
    const judging = { ...options, period };
    const judged = (ratio: TargetedRatio) => ({
      percent: percentOf(shareOf(ratio, sums.current.totals, config)),
      target: targetAfter(ratio, period.to, judging),
      state: stateOf(ratio, sums, judging),
    });
    return {
      fromWeek: period.from,
      toWeek: period.to,
      from: firstDayOfWeek(period.from),
      recordedWeeks: sums.current.recordedWeeks,
      totals: sums.current.totals,
      toil: judged('toil'),
      reactive: judged('reactive'),
    };
  });
}

/** What was recorded for an entity, summed up. */
export function entityFigures(
  rows: readonly { week: string; category: string; totals: ToilTotals }[],
  config: ToilConfig,
) {
  const categories = new Map<string, number>();
  for (const { category, totals } of rows) {
    const minutes = categories.get(category) ?? 0;
    categories.set(category, minutes + recordedMinutes(totals));
  }
  return {
    totals: poolTotals(rows.map(({ totals }) => totals)),
    recordedWeeks: new Set(rows.map(({ week }) => week)).size,
    byCategory: [...categories]
      .sort(([, a], [, b]) => b - a)
      .map(([category, minutes]) => ({
        category: category || null,
        label: labelOf(category, config),
        minutes,
      })),
  };
}

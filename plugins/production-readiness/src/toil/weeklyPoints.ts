import {
  percentOf,
  recordedMinutes,
  targetsInForce,
  type ToilReport,
  toilShare,
  type ToilWeek,
} from '@prodready/backstage-plugin-production-readiness-common';

/** One bar of the chart, in hours. @internal */
export interface WeeklyPoint {
  /** ISO week. */
  week: string;
  /** Monday, `2026-11-16`. */
  from: string;
  toil: number;
  engineering: number;
  overhead: number;
  unsure: number;
  /** Where toil meets its target; null without work to divide. */
  limit: number | null;
  /** The target in force in that week, in percent. */
  target: number;
  /** The week's own toil ratio. */
  percent: number | null;
  recordedMinutes: number;
}

/** What of a report the weeks are drawn from. @internal */
export interface WeeksToDraw {
  weeks: readonly ToilWeek[];
  denominator: ToilReport['denominator'];
  targets: Pick<ToilReport['targets'], 'organisation' | 'changes'>;
}

/** What the chart draws and the table lists. @internal */
export function weeklyPoints(report: WeeksToDraw): WeeklyPoint[] {
  return report.weeks.map(week => pointOf(week, report));
}

function pointOf(week: ToilWeek, report: WeeksToDraw): WeeklyPoint {
  const { totals } = week;
  const share = toilShare(totals, report.denominator);
  // The one of its time: what the team set later is no verdict on this week.
  const { toil: target } = targetsInForce(
    report.targets.changes,
    week.week,
    report.targets.organisation,
  );
  return {
    week: week.week,
    from: week.from,
    toil: totals.toil / 60,
    engineering: totals.engineering / 60,
    overhead: totals.overhead / 60,
    unsure: totals.unsure / 60,
    limit: share.whole === 0 ? null : (share.whole * target) / 100 / 60,
    target,
    percent: percentOf(share),
    recordedMinutes: recordedMinutes(totals),
  };
}

/** What the chart says, in numbers. @internal */
export function weeklySummary(points: readonly WeeklyPoint[]) {
  const recorded = points.filter(point => point.recordedMinutes > 0);
  const over = recorded.filter(
    point => point.percent !== null && point.percent > point.target,
  );
  const worst = over.reduce<WeeklyPoint | undefined>(
    (most, point) =>
      (point.percent ?? 0) > (most?.percent ?? -1) ? point : most,
    undefined,
  );
  return { recorded: recorded.length, over: over.length, worst };
}

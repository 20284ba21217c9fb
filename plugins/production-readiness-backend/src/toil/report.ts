import {
  firstDayOfWeek,
  fullWeeksBefore,
  hasManyUnsure,
  loneCarrier,
  NO_MINUTES,
  overheadShare,
  percentOf,
  QUARTER_WEEKS,
  ratioOf,
  recordedMinutes,
  hasEnoughCoverage,
  ToilFigure,
  ToilReport,
  ToilTotals,
  toilTrend,
  ToilWeek,
  unsureShare,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';
import {
  Quarters,
  QuarterSums,
  shareOf,
  stateOf,
  sumUpQuarters,
  TargetedRatio,
} from './quarters';
import { ToilCategorySums, ToilWeekSums } from './ToilStore';

/** What a team page is made of. */
export interface ReportSources {
  group: { ref: string; title: string };
  teamsIncluded: number;
  people: number;
  quarters: Quarters;
  weeks: readonly ToilWeekSums[];
  categories: readonly ToilCategorySums[];
  config: ToilConfig;
  /** Whether the caller is a member, and whether others see the team. */
  member: boolean;
  shownToOthers: boolean;
}

/** Puts a team page together. Sums only, since the rows hold nothing else. */
export function createReport(sources: ReportSources): ToilReport {
  const { quarters, weeks, config } = sources;
  const sums = sumUpQuarters(weeks, quarters);
  const { totals, recordedWeeks } = sums.current;
  const byWeek = new Map(weeks.map(week => [week.week, week.totals]));
  return {
    access: 'shown',
    group: sources.group,
    teamsIncluded: sources.teamsIncluded,
    period: {
      fromWeek: quarters.from,
      toWeek: quarters.to,
      timeZone: config.timeZone,
    },
    totals,
    toil: figure('toil', sums, config),
    reactive: figure('reactive', sums, config),
    denominator: config.denominator,
    overheadPercent: percentOf(overheadShare(totals)),
    unsurePercent: percentOf(unsureShare(totals)),
    manyUnsure: hasManyUnsure(unsureShare(totals)),
    coverage: { weeks: recordedWeeks, of: QUARTER_WEEKS },
    recordedMinutes: recordedMinutes(totals),
    capacityMinutes:
      sources.people * config.capacityMinutesPerMember * QUARTER_WEEKS,
    weeks: fullWeeksBefore(quarters.currentWeek).map(week =>
      weekView(week, byWeek.get(week)),
    ),
    byCategory: byCategory(sources),
    members: sources.member ? forMembers(sources) : null,
  };
}

/** A week as it is shown; one without a record has no minutes. */
export function weekView(
  week: string,
  totals: ToilTotals | undefined,
): ToilWeek {
  return {
    week,
    from: firstDayOfWeek(week),
    recorded: totals !== undefined,
    totals: totals ?? { ...NO_MINUTES },
  };
}

function figure(
  ratio: TargetedRatio,
  sums: { current: QuarterSums; previous: QuarterSums },
  config: ToilConfig,
): ToilFigure {
  const share = shareOf(ratio, sums.current.totals, config);
  const value = ratioOf(share);
  // A trend from a handful of weeks would be a verdict on thin data.
  const comparable =
    hasEnoughCoverage(sums.current.recordedWeeks) &&
    hasEnoughCoverage(sums.previous.recordedWeeks);
  return {
    ratio: value === null ? null : Number(value.toFixed(4)),
    percent: percentOf(share),
    target: config.targets[ratio],
    state: stateOf(ratio, sums, config),
    trend: comparable
      ? toilTrend(shareOf(ratio, sums.previous.totals, config), share)
      : null,
  };
}

function byCategory({
  categories,
  config,
}: ReportSources): ToilReport['byCategory'] {
  return categories
    .map(({ category, totals }) => ({
      category: category || null,
      label: config.categories.find(({ id }) => id === category)?.label ?? null,
      totals,
    }))
    .sort((a, b) => recordedMinutes(b.totals) - recordedMinutes(a.totals));
}

function forMembers(sources: ReportSources): ToilReport['members'] {
  const { quarters, weeks, config } = sources;
  const recorded = weeks.filter(
    ({ week }) => week >= quarters.from && week <= quarters.to,
  );
  return {
    shownToOthers: sources.shownToOthers,
    loneCarrier: loneCarrier(recorded),
    currentWeek: weekView(
      quarters.currentWeek,
      weeks.find(({ week }) => week === quarters.currentWeek)?.totals,
    ),
    minutesCap: config.minutesCap,
    categories: [...config.categories],
  };
}

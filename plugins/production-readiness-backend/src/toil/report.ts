import {
  firstDayOfWeek,
  hasEnoughCoverage,
  hasManyUnsure,
  isUnderRecorded,
  loneCarrier,
  NO_MINUTES,
  overheadShare,
  percentOf,
  ratioOf,
  recordedMinutes,
  TargetedRatio,
  ToilFigure,
  ToilPeriod,
  ToilReport,
  toilShare,
  ToilTotals,
  toilTrend,
  ToilWeek,
  unsureShare,
  weeksBetween,
  withSwitch,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';
import { ComparedSums, shareOf, stateOf, sumUp, targetAfter } from './periods';
import { TeamChoices } from './Teams';
import { ToilCategorySums, ToilWeekSums } from './ToilStore';

/** What a team page is made of. */
export interface ReportSources {
  group: { ref: string; title: string };
  teamsIncluded: number;
  leavesOut: boolean;
  people: number;
  period: ToilPeriod;
  weeks: readonly ToilWeekSums[];
  categories: readonly ToilCategorySums[];
  choices: TeamChoices;
  config: ToilConfig;
  /** Whether the caller is a member, and whether others see the team. */
  member: boolean;
  shownToOthers: boolean;
  /** Whether the team's size alone would show it. */
  isLarge: boolean;
}

/** Puts a team page together. Sums only, since the rows hold nothing else. */
export function createReport(sources: ReportSources): ToilReport {
  const { period, weeks, config, choices } = sources;
  const sums = sumUp(weeks, period);
  const { totals, recordedWeeks } = sums.current;
  const byWeek = new Map(weeks.map(week => [week.week, week.totals]));
  const recorded = recordedMinutes(totals);
  const capacity =
    sources.people * config.capacityMinutesPerMember * period.weeks;
  return {
    access: 'shown',
    group: sources.group,
    teamsIncluded: sources.teamsIncluded,
    leavesOut: sources.leavesOut,
    period: {
      fromWeek: period.from,
      toWeek: period.to,
      timeZone: config.timeZone,
    },
    totals,
    toil: figure('toil', sums, sources),
    reactive: figure('reactive', sums, sources),
    denominator: config.denominator,
    byDenominator: {
      service: percentOf(toilShare(totals, 'service')),
      total: percentOf(toilShare(totals, 'total')),
    },
    targets: {
      version: choices.targetsVersion,
      organisation: { ...config.targets },
      changes: choices.targetChanges,
    },
    overheadPercent: percentOf(overheadShare(totals)),
    unsurePercent: percentOf(unsureShare(totals)),
    manyUnsure: hasManyUnsure(unsureShare(totals)),
    coverage: { weeks: recordedWeeks, of: period.weeks },
    recordedMinutes: recorded,
    capacityMinutes: capacity,
    underRecorded: isUnderRecorded(recorded, capacity),
    contextSwitchMinutes: config.contextSwitchMinutes,
    weeks: weeksBetween(period.from, period.to).map(week =>
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
  sums: ComparedSums,
  { period, config, choices }: ReportSources,
): ToilFigure {
  const judging = { period, config, targetChanges: choices.targetChanges };
  const share = shareOf(ratio, sums.current.totals, config);
  const value = ratioOf(share);
  // A trend from a handful of weeks would be a verdict on thin data.
  const comparable =
    hasEnoughCoverage(sums.current.recordedWeeks, period.weeks) &&
    hasEnoughCoverage(sums.previous.recordedWeeks, period.weeks);
  return {
    ratio: value === null ? null : Number(value.toFixed(4)),
    percent: percentOf(share),
    target: targetAfter(ratio, period.to, judging),
    state: stateOf(ratio, sums, judging),
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
    .map(({ category, totals, occurrences }) => ({
      category: category || null,
      label: labelOf(category, config),
      totals,
      occurrences,
      withSwitch: withSwitch(
        recordedMinutes(totals),
        occurrences,
        config.contextSwitchMinutes,
      ),
    }))
    .sort((a, b) => recordedMinutes(b.totals) - recordedMinutes(a.totals));
}

/** The name of a category; null for one that is no longer in the list. */
export function labelOf(category: string, config: ToilConfig) {
  return config.categories.find(({ id }) => id === category)?.label ?? null;
}

function forMembers(sources: ReportSources): ToilReport['members'] {
  const { period, weeks, config, choices } = sources;
  const recorded = weeks.filter(
    ({ week }) => week >= period.from && week <= period.to,
  );
  return {
    shownToOthers: sources.shownToOthers,
    sharing: { ...choices.sharing, offered: !sources.isLarge },
    loneCarrier: loneCarrier(recorded),
    currentWeek: weekView(
      period.currentWeek,
      weeks.find(({ week }) => week === period.currentWeek)?.totals,
    ),
    minutesCap: config.minutesCap,
    categories: [...config.categories],
  };
}

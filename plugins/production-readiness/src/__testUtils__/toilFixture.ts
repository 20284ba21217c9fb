import {
  addWeeks,
  DEFAULT_TOIL_CATEGORIES,
  firstDayOfWeek,
  type ToilEntryView,
  type ToilReport,
  type ToilTotals,
  type ToilWeek,
} from '@prodready/backstage-plugin-production-readiness-common';

/** The running week of the fixtures. */
export const CURRENT_WEEK = '2026-W47';

const NOTHING: ToilTotals = {
  toil: 0,
  engineering: 0,
  overhead: 0,
  unsure: 0,
  reactive: 0,
  proactive: 0,
};

/** One week of a team. */
export function toilWeek(
  week: string,
  totals: Partial<ToilTotals> = {},
): ToilWeek {
  return {
    week,
    from: firstDayOfWeek(week),
    recorded: Object.keys(totals).length > 0,
    totals: { ...NOTHING, ...totals },
  };
}

/** A team that records 11 of 13 weeks and is over one of its targets. */
export function toilReport(part: Partial<ToilReport> = {}): ToilReport {
  return {
    access: 'shown',
    group: { ref: 'group:default/payments', title: 'Payments' },
    teamsIncluded: 0,
    leavesOut: false,
    period: {
      fromWeek: '2026-W34',
      toWeek: '2026-W46',
      timeZone: 'UTC',
    },
    totals: {
      toil: 4920,
      engineering: 7080,
      overhead: 720,
      unsure: 0,
      reactive: 6960,
      proactive: 5040,
    },
    toil: {
      ratio: 0.41,
      percent: 41,
      target: 50,
      state: 'ok',
      trend: { points: -3, direction: 'improving' },
    },
    reactive: {
      ratio: 0.58,
      percent: 58,
      target: 50,
      state: 'over',
      trend: { points: 1, direction: 'flat' },
    },
    denominator: 'service',
    byDenominator: { service: 41, total: 38.7 },
    targets: {
      version: 0,
      organisation: { toil: 50, reactive: 50 },
      changes: [],
    },
    overheadPercent: 5.7,
    unsurePercent: 0,
    manyUnsure: false,
    coverage: { weeks: 11, of: 13 },
    recordedMinutes: 12_720,
    capacityMinutes: 31_200,
    underRecorded: false,
    contextSwitchMinutes: 0,
    weeks: Array.from({ length: 13 }, (_, index) =>
      index < 2
        ? toilWeek(addWeeks('2026-W34', index))
        : toilWeek(addWeeks('2026-W34', index), {
            toil: index === 5 ? 660 : 426,
            engineering: 340,
          }),
    ),
    byCategory: [
      {
        category: 'customer_inquiry',
        label: {
          en: 'Log search for inquiries',
          ja: '問い合わせに伴うログ調査',
        },
        totals: { ...NOTHING, toil: 3120, reactive: 3120 },
        occurrences: 40,
        withSwitch: 3120,
      },
      {
        category: null,
        label: null,
        totals: { ...NOTHING, engineering: 600 },
        occurrences: 0,
        withSwitch: 600,
      },
    ],
    members: {
      shownToOthers: true,
      sharing: { shares: false, version: 0, offered: false },
      loneCarrier: false,
      currentWeek: toilWeek(CURRENT_WEEK, { toil: 90, reactive: 90 }),
      minutesCap: 10_080,
      categories: [...DEFAULT_TOIL_CATEGORIES],
    },
    ...part,
  };
}

/** An entry of the running week. */
export function toilEntry(part: Partial<ToilEntryView> = {}): ToilEntryView {
  return {
    id: '6d0b4f2e-51d5-4e57-8e2b-0c4a3d6d0a11',
    version: 1,
    week: CURRENT_WEEK,
    date: '2026-11-18',
    minutes: 90,
    trigger: 'reactive',
    nature: 'toil',
    category: 'customer_inquiry',
    note: 'The same question again',
    source: 'manual',
    ...part,
  };
}

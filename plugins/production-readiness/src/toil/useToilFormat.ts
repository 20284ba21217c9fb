import { useMemo } from 'react';
import { useReadinessTranslation } from '../translations';

const DAY_MS = 86_400_000;

/**
 * Minutes, percents and weeks as people say them, in the app's language.
 *
 * @internal
 */
export function useToilFormat() {
  const { t, language } = useReadinessTranslation();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const oneDecimal = new Intl.NumberFormat(language, {
      maximumFractionDigits: 1,
    });
    const percents = new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const wholePercents = new Intl.NumberFormat(language, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const signed = new Intl.NumberFormat(language, {
      signDisplay: 'exceptZero',
      minimumFractionDigits: 1,
    });
    // Weeks are dates without a time zone.
    const day = new Intl.DateTimeFormat(language, {
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });

    const dayOfYear = new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });

    return {
      /** The number of hours alone, for tables: one decimal below ten. */
      hourCount(minutes: number): string {
        const hours = minutes / 60;
        return (hours < 10 ? oneDecimal : whole).format(hours);
      },
      /** `52 h`, for sums. */
      hours(minutes: number): string {
        return t('toil.hours', { hours: this.hourCount(minutes) });
      },
      /** `1 h 30 min`, for a single entry. */
      duration(minutes: number): string {
        const hours = Math.floor(minutes / 60);
        const rest = minutes % 60;
        if (hours === 0) return t('toil.minutes', { minutes: String(rest) });
        return rest === 0
          ? t('toil.hours', { hours: whole.format(hours) })
          : t('toil.hoursAndMinutes', {
              hours: whole.format(hours),
              minutes: String(rest),
            });
      },
      /** `41.0%`; what a state is judged on has its decimal. */
      percent: (value: number) => percents.format(value / 100),
      /** `50%`, for targets, with a decimal only where there is one. */
      target: (value: number) => wholePercents.format(value / 100),
      /** `−3.0`, with a real minus. */
      points: (value: number) => signed.format(value).replace('-', '−'),
      /** `Nov 16`, the Monday of a week. */
      monday: (date: string) => day.format(Date.parse(date)),
      /** `Nov 16, 2026`, where years differ. */
      mondayOfYear: (date: string) => dayOfYear.format(Date.parse(date)),
      /** `Nov 22`, the Sunday of a week. */
      sunday: (monday: string) => day.format(Date.parse(monday) + 6 * DAY_MS),
      /** `Nov 16 – 22`, a week from its Monday on. */
      weekRange: (date: string) =>
        day.formatRange(Date.parse(date), Date.parse(date) + 6 * DAY_MS),
    };
  }, [language, t]);
}

/** What {@link useToilFormat} gives. @internal */
export type ToilFormat = ReturnType<typeof useToilFormat>;

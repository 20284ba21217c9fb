import { useCallback } from 'react';
import {
  addWeeks,
  countWeeks,
  type ToilReport,
  weekOfInstant,
  weekProblem,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSearchParams } from 'react-router-dom';

/** First and last week; empty for the last 13 full weeks. @internal */
export interface AskedPeriod {
  from?: string;
  to?: string;
}

const isWeek = (text: string | null): text is string =>
  text !== null && weekProblem(text) === undefined;

/**
 * Keeps the weeks that are looked at in the URL, so that a range can be sent
 * to a colleague. The default needs no parameters.
 *
 * @internal
 */
export function usePeriodParam() {
  const [params, setParams] = useSearchParams();
  const from = params.get('from');
  const to = params.get('to');
  const asked: AskedPeriod = isWeek(from) && isWeek(to) ? { from, to } : {};
  const select = useCallback(
    (period: AskedPeriod) =>
      setParams(previous => {
        const next = new URLSearchParams(previous);
        for (const end of ['from', 'to'] as const) {
          const week = period[end];
          if (week) next.set(end, week);
          else next.delete(end);
        }
        return next;
      }),
    [setParams],
  );
  /** Outsiders don't get the running week: the last week comes from today. */
  const lastWeek = (report: ToilReport) =>
    report.members
      ? addWeeks(report.members.currentWeek.week, -1)
      : addWeeks(weekOfInstant(Date.now(), report.period.timeZone), -1);
  return { asked, select, lastWeek };
}

/** As many weeks, right before or after. @internal */
export function shifted(
  { from, to }: { from: string; to: string },
  direction: -1 | 1,
): { from: string; to: string } {
  const weeks = countWeeks(from, to) * direction;
  return { from: addWeeks(from, weeks), to: addWeeks(to, weeks) };
}

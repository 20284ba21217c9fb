import { useCallback } from 'react';
import { weekProblem } from '@prodready/backstage-plugin-production-readiness-common';
import { useSearchParams } from 'react-router-dom';

/** The week that is being logged and listed. @internal */
export interface ChosenWeek {
  week: string;
  select: (week: string) => void;
}

/**
 * Keeps the chosen week in the URL; the running one needs no parameter.
 *
 * @param currentWeek - the running week by the server's calendar
 * @internal
 */
export function useWeekParam(currentWeek: string | undefined): ChosenWeek {
  const [params, setParams] = useSearchParams();
  const asked = params.get('week');
  const valid = asked && !weekProblem(asked) && asked <= (currentWeek ?? '');
  const select = useCallback(
    (week: string) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          if (week === currentWeek) next.delete('week');
          else next.set('week', week);
          return next;
        },
        { replace: true },
      ),
    [setParams, currentWeek],
  );
  return { week: valid ? asked : currentWeek ?? '', select };
}

import { useSearchParams } from 'react-router-dom';

const PARAM = 'asOf';

/**
 * The day in the past that the URL names, and how to choose another one.
 *
 * @internal
 */
export function useAsOf(): {
  /** `2026-10-22`; undefined for the present. */
  day: string | undefined;
  /** The end of that day where the reader is, in milliseconds. */
  at: number | undefined;
  choose: (day: string | undefined) => void;
} {
  const [params, setParams] = useSearchParams();
  const day = params.get(PARAM) ?? undefined;
  const at = day === undefined ? NaN : Date.parse(`${day}T23:59:59.999`);
  // A day that there is not, such as 30 February, is read as a later one.
  const isPast = at >= 0 && at < Date.now() && dayOf(new Date(at)) === day;
  return {
    day: isPast ? day : undefined,
    at: isPast ? at : undefined,
    choose: next =>
      setParams(
        before => {
          if (next) before.set(PARAM, next);
          else before.delete(PARAM);
          return before;
        },
        { replace: true },
      ),
  };
}

/** Yesterday where the reader is: the last day that is over. @internal */
export function lastDay(now: number): string {
  const day = new Date(now);
  day.setDate(day.getDate() - 1);
  return dayOf(day);
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [month, day] = [date.getMonth() + 1, date.getDate()];
  return `${date.getFullYear()}-${two(month)}-${two(day)}`;
}

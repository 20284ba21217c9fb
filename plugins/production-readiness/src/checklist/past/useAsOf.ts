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
  const isPast = Number.isFinite(at) && at < Date.now();
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
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(
    day.getDate(),
  )}`;
}

import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/**
 * The present moment in milliseconds since the epoch, renewed once in a while
 * so that "in 5 minutes" stays true on a page that is left open.
 *
 * @param everyMs - how often to renew it, in milliseconds
 * @internal
 */
export function useNow(everyMs: number = MINUTE_MS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

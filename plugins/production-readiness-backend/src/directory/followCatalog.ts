import { setTimeout as pause } from 'node:timers/promises';
import { DirectorySweep } from './DirectorySweep';

/** Sweeps in a row that find nothing new before a catalog counts as read. */
const QUIET_SWEEPS = 2;

/** How a catalog is followed that was just started. */
export interface SettlingOptions {
  /** Milliseconds between two sweeps while the catalog settles. */
  pauseMs?: number;
  /** Sweeps after which settling ends, however busy the catalog is. */
  maxSweeps?: number;
}

/**
 * What the scheduler runs: one sweep each time, but on the first run of this
 * process several close together, until the catalog has settled. A catalog
 * that was just started gives out its entities and their relations bit by bit,
 * and until the next scheduled sweep people would see owners as missing that
 * came a second later.
 */
export function followCatalog(
  sweep: Pick<DirectorySweep, 'run'>,
  options: SettlingOptions = {},
): (signal: AbortSignal) => Promise<void> {
  const { pauseMs = 2_000, maxSweeps = 20 } = options;
  let settled = false;

  async function settle(signal: AbortSignal): Promise<void> {
    let quiet = 0;
    for (let swept = 0; swept < maxSweeps && quiet < QUIET_SWEEPS; swept++) {
      if (swept > 0) {
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      }
      if (signal.aborted) return;
      const { seen, changed, deleted } = await sweep.run(signal);
      quiet = seen > 0 && changed + deleted === 0 ? quiet + 1 : 0;
    }
    settled = true;
  }

  return async signal => {
    if (settled) await sweep.run(signal);
    else await settle(signal);
  };
}

import { SchedulerService } from '@backstage/backend-plugin-api';
import {
  dateOfInstant,
  weekOfDate,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Clock, ReadinessDatabase } from '../database';
import { deleteOldLooks } from './ToilLooks';

/** How long free text and looks are kept, in days; totals stay. */
export const KEPT_DAYS = 400;

const DAY_MS = 86_400_000;

/** Has what is kept for a time only deleted when that time is over. */
export async function scheduleRetention(
  scheduler: SchedulerService,
  deps: { database: ReadinessDatabase; clock: Clock },
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'production-readiness-toil-retention',
    frequency: { hours: 6 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      await deleteExpired(deps);
    },
  });
}

/**
 * Deletes the notes of entries and the looks that are older than 400 days.
 *
 * A note may name somebody; it goes for the sake of those people, while the
 * entry and its minutes stay. Its version stays too: nobody who is editing the
 * entry at that moment should be told that a colleague changed it.
 *
 * @returns how many notes and looks were deleted
 */
export async function deleteExpired(deps: {
  database: ReadinessDatabase;
  clock: Clock;
}): Promise<{ notes: number; looks: number }> {
  return deps.database.transaction(async tx => {
    const at = await deps.clock.now(tx);
    const lastDay = dateOfInstant(at - KEPT_DAYS * DAY_MS, 'UTC');
    const notes = await tx('toil_entries')
      .where('day', '<', lastDay)
      .whereNotNull('note')
      .update({ note: null });
    const lastWeek = weekOfDate(lastDay);
    await tx('toil_decisions')
      .where('decided_in', '<', lastWeek)
      .whereNotNull('what')
      .update({ what: null });
    return { notes, looks: await deleteOldLooks(tx, at, KEPT_DAYS) };
  });
}

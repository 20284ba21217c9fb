import { type InboxItem } from '@prodready/backstage-plugin-production-readiness-common';

const WEEK_MS = 7 * 86_400_000;

/** How urgent something is. @internal */
export type Urgency = 'late' | 'week' | 'later' | 'none';

/** From the most urgent on. */
const URGENCIES: Urgency[] = ['late', 'week', 'later', 'none'];

/**
 * How urgent a deadline is.
 *
 * @param deadline - milliseconds since the epoch, or none
 * @param now - milliseconds since the epoch
 * @internal
 */
export function urgencyOf(deadline: number | null, now: number): Urgency {
  if (deadline === null) return 'none';
  if (deadline <= now) return 'late';
  return deadline - now <= WEEK_MS ? 'week' : 'later';
}

/**
 * Puts the items under their urgency, each in the order of their deadlines.
 * Urgencies without items are left out.
 *
 * @internal
 */
export function groupByUrgency(
  items: InboxItem[],
  now: number,
): { urgency: Urgency; items: InboxItem[] }[] {
  const byDeadline = [...items].sort(
    (a, b) =>
      (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || a.since - b.since,
  );
  return URGENCIES.map(urgency => ({
    urgency,
    items: byDeadline.filter(item => urgencyOf(item.deadline, now) === urgency),
  })).filter(group => group.items.length > 0);
}

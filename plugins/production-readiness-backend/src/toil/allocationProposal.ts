import {
  ALLOCATION_KINDS,
  AllocationPart,
  AllocationView,
  apportion,
  ToilNature,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  findAllocation,
  KindMinutes,
  lastRecordedWeek,
  sumEntriesByKind,
} from './AllocationStore';

/**
 * A start to drag from: how the team split the last week before that holds any
 * record, whichever way that was recorded.
 */
export async function proposeAllocation(
  connection: Knex,
  groupRef: string,
  before: string,
): Promise<AllocationView['proposal']> {
  const week = await lastRecordedWeek(connection, groupRef, before);
  if (!week) return null;
  const allocation = await findAllocation(connection, groupRef, week);
  const parts = allocation
    ? allocation.parts.map(({ minutes, ...part }) => part)
    : splitOf(await sumEntriesByKind(connection, groupRef, week));
  return parts.length > 0 ? { week, parts } : null;
}

/**
 * Minutes as whole percents that sum to 100, by the kinds that a split begins
 * with. Categories are left out: there would be a dozen bars of a few percent.
 */
export function splitOf(kinds: readonly KindMinutes[]): AllocationPart[] {
  const minutes = ALLOCATION_KINDS.map(({ trigger, nature }) =>
    kinds
      .filter(kind => kind.nature === nature)
      .filter(kind => kind.trigger === trigger || !isTriggerRead(nature))
      .reduce((sum, kind) => sum + kind.minutes, 0),
  );
  const percents = apportion(100, minutes);
  return ALLOCATION_KINDS.map((kind, index) => ({
    ...kind,
    percent: percents[index],
  })).filter(({ percent }) => percent > 0);
}

/** No ratio reads what started overhead or unsorted work. */
function isTriggerRead(nature: ToilNature): boolean {
  return nature === 'toil' || nature === 'engineering';
}

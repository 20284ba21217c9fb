import {
  AllocationPart,
  AllocationView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** A week that a team split in percent. */
export interface Allocation {
  version: number;
  /** What 100 % are, in minutes. */
  capacityMinutes: number;
  parts: AllocationView['parts'];
}

/** Minutes of one kind of work, in any category. */
export interface KindMinutes {
  trigger: AllocationPart['trigger'];
  nature: AllocationPart['nature'];
  minutes: number;
}

/** The allocation of a Group's week, if it has one. */
export async function findAllocation(
  connection: Knex,
  groupRef: string,
  week: string,
): Promise<Allocation | undefined> {
  const rows: AllocationRow[] = await connection('toil_allocations as a')
    .join('toil_allocation_parts as p', join =>
      join.on('p.group_ref', 'a.group_ref').andOn('p.week', 'a.week'),
    )
    .where({ 'a.group_ref': groupRef, 'a.week': week })
    .orderBy('p.position')
    .select('a.version', 'a.capacity_minutes', 'p.*');
  if (rows.length === 0) return undefined;
  return {
    version: rows[0].version,
    capacityMinutes: rows[0].capacity_minutes,
    parts: rows.map(row => ({
      trigger: row.trigger_axis,
      nature: row.nature_axis,
      ...(row.category && { category: row.category }),
      percent: row.percent,
      minutes: row.minutes,
    })),
  };
}

/** Stores an allocation in place of the one before. Under the week's lock. */
export async function replaceAllocation(
  tx: Knex.Transaction,
  groupRef: string,
  week: string,
  allocation: Allocation,
): Promise<void> {
  const key = { group_ref: groupRef, week };
  await removeAllocation(tx, groupRef, week);
  await tx('toil_allocations').insert({
    ...key,
    version: allocation.version,
    capacity_minutes: allocation.capacityMinutes,
  });
  await tx('toil_allocation_parts').insert(
    allocation.parts.map((part, position) => ({
      ...key,
      position,
      trigger_axis: part.trigger,
      nature_axis: part.nature,
      category: part.category ?? '',
      percent: part.percent,
      minutes: part.minutes,
    })),
  );
}

/** Removes an allocation. Under the week's lock. */
export async function removeAllocation(
  tx: Knex.Transaction,
  groupRef: string,
  week: string,
): Promise<void> {
  const key = { group_ref: groupRef, week };
  await tx('toil_allocation_parts').where(key).delete();
  await tx('toil_allocations').where(key).delete();
}

/** How many entries a Group's week has, whether or not they count. */
export async function countEntries(
  connection: Knex,
  groupRef: string,
  week: string,
): Promise<number> {
  const [{ entries }] = await connection('toil_entries')
    .where({ group_ref: groupRef, week })
    .count({ entries: '*' });
  return Number(entries);
}

/** How many people are directly in a Group. */
export async function countDirectMembers(
  connection: Knex,
  groupRef: string,
): Promise<number> {
  const [{ people }] = await connection('directory_memberships')
    .where({ group_ref: groupRef, depth: 1 })
    .where('member_ref', 'like', 'user:%')
    .count({ people: '*' });
  return Number(people);
}

/** The last week before this one in which a Group recorded anything. */
export async function lastRecordedWeek(
  connection: Knex,
  groupRef: string,
  before: string,
): Promise<string | undefined> {
  const [week]: string[] = await connection('toil_weeks')
    .where({ group_ref: groupRef })
    .where('week', '<', before)
    .where('entries', '>', 0)
    .orderBy('week', 'desc')
    .limit(1)
    .pluck('week');
  return week;
}

/** What the entries of a week sum up to, by kind of work. */
export async function sumEntriesByKind(
  connection: Knex,
  groupRef: string,
  week: string,
): Promise<KindMinutes[]> {
  const rows: (Pick<AllocationRow, 'trigger_axis' | 'nature_axis'> & {
    minutes: number | string;
  })[] = await connection('toil_entries')
    .where({ group_ref: groupRef, week })
    .groupBy('trigger_axis', 'nature_axis')
    .select('trigger_axis', 'nature_axis')
    .sum({ minutes: 'minutes' });
  return rows.map(row => ({
    trigger: row.trigger_axis,
    nature: row.nature_axis,
    minutes: Number(row.minutes),
  }));
}

interface AllocationRow {
  version: number;
  capacity_minutes: number;
  trigger_axis: AllocationPart['trigger'];
  nature_axis: AllocationPart['nature'];
  category: string;
  percent: number;
  minutes: number;
}

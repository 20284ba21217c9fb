import { ReviewerLoadView } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../access';

/** With fewer decisions a median says nothing, and may say who. */
const FEWEST_DECISIONS = 5;

/** A wait that a group has ended or still has before it. */
interface Wait {
  groupRef: string;
  since: number;
  /** Null while it waits. */
  until: number | null;
}

/**
 * What waits for reviewer groups, and how long they took lately, of entities
 * that the caller may see: what is hidden from them is in no number.
 *
 * @param from - decisions before this moment are left out; milliseconds
 */
export async function readReviewerLoad(
  q: Knex,
  visibility: Visibility,
  groups: readonly string[],
  { from }: { from: number },
): Promise<ReviewerLoadView[]> {
  if (groups.length === 0) return [];
  const waits = [
    ...(await readWaiting(q, visibility, groups)),
    ...(await readDecided(q, visibility, groups, from)),
  ];
  return groups.map(groupRef => {
    const own = waits.filter(wait => wait.groupRef === groupRef);
    const open = own.filter(({ until }) => until === null);
    const ended = own
      .flatMap(({ since, until }) => (until === null ? [] : until - since))
      .sort((one, other) => one - other);
    return {
      groupRef,
      waiting: open.length,
      oldestSince:
        open.length > 0 ? Math.min(...open.map(({ since }) => since)) : null,
      medianWait:
        ended.length < FEWEST_DECISIONS
          ? null
          : ended[Math.floor((ended.length - 1) / 2)],
    };
  });
}

async function readWaiting(
  q: Knex,
  visibility: Visibility,
  groups: readonly string[],
): Promise<Wait[]> {
  const sources: [string, string, string, string][] = [
    ['item_states', 'x.decision', 'x.reviewer_ref', 'x.attested_at'],
    [
      'item_states',
      'x.request_decision',
      'x.request_reviewer_ref',
      'x.requested_at',
    ],
    ['reviews', 'x.state', 'x.reviewer_ref', 'x.submitted_at'],
  ];
  const waits: Wait[] = [];
  for (const [table, state, group, since] of sources) {
    const query = q(`${table} as x`)
      .join('directory_entities as e', 'e.id', 'x.entity_id')
      .whereNull('e.deleted_at')
      .whereIn(state, ['waiting', 'submitted', 'in_review'])
      .whereIn(group, [...groups])
      .select({ group, since });
    visibility.apply(query, 'e');
    const rows: { group: string; since: string | number }[] = await query;
    waits.push(
      ...rows.map(row => ({
        groupRef: row.group,
        since: Number(row.since),
        until: null,
      })),
    );
  }
  return waits;
}

/** Who decided tells the group: the column is empty once nothing waits. */
async function readDecided(
  q: Knex,
  visibility: Visibility,
  groups: readonly string[],
  from: number,
): Promise<Wait[]> {
  const query = q('item_states as x')
    .join('directory_entities as e', 'e.id', 'x.entity_id')
    .join('directory_memberships as m', 'm.member_ref', 'x.decided_by')
    .whereNull('e.deleted_at')
    .where('x.decided_at', '>=', from)
    .whereIn('m.group_ref', [...groups])
    .limit(5000)
    .select({
      group: 'm.group_ref',
      since: 'x.attested_at',
      until: 'x.decided_at',
    });
  visibility.apply(query, 'e');
  const rows: Record<'group' | 'since' | 'until', string | number>[] =
    await query;
  return rows.map(({ group, since, until }) => ({
    groupRef: String(group),
    since: Number(since),
    until: Number(until),
  }));
}

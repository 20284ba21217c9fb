import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { batchesOf } from './batches';

const UPWARD = [RELATION_MEMBER_OF, RELATION_CHILD_OF];

interface Membership {
  member_ref: string;
  group_ref: string;
  depth: number;
}

/**
 * Recomputes to which groups users and groups belong, directly and through
 * parents, after some of them changed. Whoever is below one of them is
 * affected too. A hierarchy with a cycle gives each group of the cycle all the
 * others.
 *
 * @param refs - users and groups that are new, changed or gone
 * @returns whether anybody came to a group or left one
 */
export async function updateMemberships(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<boolean> {
  const moved = refs.filter(ref => /^(user|group):/.test(ref));
  if (moved.length === 0) return false;
  // Whoever newly stands below a moved group has itself moved, or stands below
  // somebody who did: the old closure finds all that are affected.
  const affected = [...new Set([...moved, ...(await membersOf(tx, moved))])];
  const parents = await readParents(tx, affected);
  const live = await readLive(tx, affected);
  const wanted = affected
    .filter(ref => live.has(ref))
    .flatMap(ref => membershipsOf(ref, parents));
  return replace(tx, affected, wanted);
}

/** Everybody in one of the groups, at any depth. */
async function membersOf(
  tx: Knex.Transaction,
  groups: readonly string[],
): Promise<string[]> {
  const members: string[] = [];
  for (const batch of batchesOf(groups)) {
    const rows = await tx('directory_memberships')
      .whereIn('group_ref', batch)
      .distinct('member_ref');
    members.push(...rows.map(row => row.member_ref));
  }
  return members;
}

/** The direct groups of these and of all above them. */
async function readParents(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>();
  let open = [...refs];
  while (open.length > 0) {
    for (const ref of open) parents.set(ref, []);
    for (const batch of batchesOf(open)) {
      const rows = await tx('directory_relations as r')
        .join('directory_entities as e', 'e.id', 'r.entity_id')
        .whereNull('e.deleted_at')
        .whereIn('e.ref', batch)
        .whereIn('r.type', UPWARD)
        .where('r.target_ref', 'like', 'group:%')
        .select({ member: 'e.ref', group: 'r.target_ref' });
      for (const row of rows) parents.get(row.member)?.push(row.group);
    }
    open = [...new Set(open.flatMap(ref => parents.get(ref) ?? []))].filter(
      ref => !parents.has(ref),
    );
  }
  return parents;
}

async function readLive(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<Set<string>> {
  const live = new Set<string>();
  for (const batch of batchesOf(refs)) {
    const rows = await tx('directory_entities')
      .whereNull('deleted_at')
      .whereIn('ref', batch)
      .select('ref');
    for (const row of rows) live.add(row.ref);
  }
  return live;
}

/** Walks upward, level by level, so that the depth is the shortest way. */
function membershipsOf(
  ref: string,
  parents: ReadonlyMap<string, string[]>,
): Membership[] {
  const depths = new Map<string, number>();
  if (ref.startsWith('group:')) depths.set(ref, 0);
  let level = [ref];
  for (let depth = 1; level.length > 0; depth++) {
    const above = level.flatMap(member => parents.get(member) ?? []);
    level = [...new Set(above)].filter(group => !depths.has(group));
    for (const group of level) depths.set(group, depth);
  }
  return [...depths].map(([group_ref, depth]) => ({
    member_ref: ref,
    group_ref,
    depth,
  }));
}

/** Writes the memberships of some members, where they differ; says whether. */
async function replace(
  tx: Knex.Transaction,
  members: readonly string[],
  wanted: readonly Membership[],
): Promise<boolean> {
  const missing = new Map(wanted.map(row => [keyOf(row), row]));
  const obsolete: Membership[] = [];
  for (const batch of batchesOf(members)) {
    const rows: Membership[] = await tx('directory_memberships')
      .whereIn('member_ref', batch)
      .select('member_ref', 'group_ref', 'depth');
    for (const row of rows) {
      if (!missing.delete(keyOf(row))) obsolete.push(row);
    }
  }
  for (const batch of batchesOf(obsolete)) {
    await tx('directory_memberships')
      .whereIn(
        ['member_ref', 'group_ref'],
        batch.map(row => [row.member_ref, row.group_ref]),
      )
      .delete();
  }
  for (const batch of batchesOf([...missing.values()])) {
    await tx('directory_memberships').insert(batch);
  }
  return obsolete.length > 0 || missing.size > 0;
}

function keyOf(row: Membership): string {
  return `${row.member_ref} ${row.group_ref} ${row.depth}`;
}

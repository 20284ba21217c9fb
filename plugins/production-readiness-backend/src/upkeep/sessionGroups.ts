import { Knex } from 'knex';
import { Visibility } from '../access';

/** A Group with the day of any of its sessions, in ms since the epoch. */
export interface SessionGroup {
  ref: string;
  title: string;
  sessionAt: number;
}

/** The Groups around one, as far as sessions go. */
export interface SessionGroups {
  /**
   * Whose entities its session walks through: its own, and those of the Groups
   * below it that are in no nearer session.
   */
  ownerRefs: string[];
  /** The Groups below it that hold one themselves, and the reader may see. */
  holding: SessionGroup[];
}

/** So are the references of Groups, beside those of people. */
const GROUPS = 'group:%';

/**
 * The session that a Group takes part in: its own, else that of the nearest
 * Group above it.
 *
 * @returns undefined without one; `group` is left out where the reader may not
 *   see it
 */
export async function readSessionGroup(
  q: Knex,
  groupRef: string,
  visibility?: Visibility,
): Promise<{ sessionAt: number; group?: SessionGroup } | undefined> {
  const query = q('directory_memberships as m')
    .join('team_choices as c', 'c.group_ref', 'm.group_ref')
    .join('directory_entities as e', 'e.ref', 'm.group_ref')
    .where('m.member_ref', groupRef)
    .whereNull('e.deleted_at')
    .whereNotNull('c.session_at')
    .orderBy(['m.depth', 'm.group_ref'])
    .select('e.id', 'e.ref', 'e.title', 'e.name', 'c.session_at');
  if (visibility) {
    const readable = q('directory_entities as v')
      .select('v.id')
      .whereRaw('?? = ??', ['v.id', 'e.id']);
    visibility.apply(readable, 'v');
    query.select({ readable_id: readable });
  }
  const row: Record<string, unknown> | undefined = await query.first();
  if (!row) return undefined;
  const group = toSessionGroup(row);
  return {
    sessionAt: group.sessionAt,
    ...(row.readable_id !== null && { group }),
  };
}

/**
 * Selects a day of the sessions in which the answers of the entity `e` of a
 * statement are looked at, in ms since the epoch; null where nobody holds any.
 */
export function sessionDay(q: Knex): Knex.QueryBuilder {
  return (
    q('directory_memberships as sm')
      .join('team_choices as sc', 'sc.group_ref', 'sm.group_ref')
      .join('directory_entities as sg', 'sg.ref', 'sm.group_ref')
      .whereNull('sg.deleted_at')
      .whereNotNull('sc.session_at')
      // What the Group at the top answers for others is its own.
      .whereRaw('?? = case when ?? = ? then ?? else ?? end', [
        'sm.member_ref',
        'e.kind',
        'group',
        'e.ref',
        'e.owner_ref',
      ])
      .where('sm.member_ref', 'like', GROUPS)
      .orderBy(['sm.depth', 'sm.group_ref'])
      .limit(1)
      .select('sc.session_at')
  );
}

/**
 * The Groups below one, and which of them are left to its session. One
 * statement; a second one where some of them hold sessions.
 */
export async function readSessionGroups(
  q: Knex,
  groupRef: string,
  visibility: Visibility,
): Promise<SessionGroups> {
  const rows: { member_ref: string; session_at: unknown }[] = await q(
    'directory_memberships as m',
  )
    .leftJoin('team_choices as c', 'c.group_ref', 'm.member_ref')
    .where('m.group_ref', groupRef)
    .where('m.depth', '>', 0)
    .where('m.member_ref', 'like', GROUPS)
    .select('m.member_ref', 'c.session_at');
  const holders = rows.filter(({ session_at }) => session_at !== null);
  const below = await readBelow(q, holders);
  const elsewhere = new Set(below.map(({ member_ref }) => member_ref));
  const open = rows
    .map(({ member_ref }) => member_ref)
    .filter(ref => ref !== groupRef && !elsewhere.has(ref));
  return {
    ownerRefs: [groupRef, ...open],
    holding: await readHolding(
      q,
      // What is below another one of them shows on that one's page.
      holders
        .map(({ member_ref }) => member_ref)
        .filter(
          ref => !below.some(one => one.member_ref === ref && one.depth > 0),
        ),
      visibility,
    ),
  };
}

async function readBelow(
  q: Knex,
  holders: readonly { member_ref: string }[],
): Promise<{ member_ref: string; depth: number }[]> {
  if (holders.length === 0) return [];
  return q('directory_memberships')
    .whereIn(
      'group_ref',
      holders.map(({ member_ref }) => member_ref),
    )
    .where('member_ref', 'like', GROUPS)
    .select('member_ref', 'depth');
}

async function readHolding(
  q: Knex,
  refs: readonly string[],
  visibility: Visibility,
): Promise<SessionGroup[]> {
  if (refs.length === 0) return [];
  const query = q('team_choices as c')
    .join('directory_entities as e', 'e.ref', 'c.group_ref')
    .whereIn('c.group_ref', [...refs])
    .whereNull('e.deleted_at')
    .select('e.ref', 'e.title', 'e.name', 'c.session_at');
  visibility.apply(query, 'e');
  const rows: Record<string, unknown>[] = await query;
  return rows.map(toSessionGroup);
}

function toSessionGroup(row: Record<string, unknown>): SessionGroup {
  return {
    ref: String(row.ref),
    title: String(row.title ?? row.name),
    sessionAt: Number(row.session_at),
  };
}

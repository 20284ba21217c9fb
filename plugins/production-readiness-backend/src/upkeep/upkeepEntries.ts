import {
  DAY,
  INBOX_VERB,
  InboxItem,
  sessionAround,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller, Visibility } from '../access';
import { readSessionGroups } from './sessionGroups';
import { readExpiring, SessionDeps } from './sessionLines';
import { CHOICE_COLUMNS, toTeamChoices } from './teamChoices';

/** So long before its day a follow-up is put forward, in milliseconds. */
const FOLLOW_UP_NOTICE = 7 * DAY;

interface Scope {
  knex: Knex;
  caller: Caller;
  visibility: Visibility;
}

/** The sessions of a caller's teams. */
export interface SessionEntries {
  items: InboxItem[];
  /** Whether a session walks through an answer, so that it needs no entry. */
  covers(entityRef: string, itemId: string): boolean;
}

/** The open sessions of the caller's teams that have something to look at. */
export async function readSessionItems(
  { caller, knex, visibility }: Scope,
  deps: SessionDeps,
  now: number,
): Promise<SessionEntries> {
  const covered = new Set<string>();
  const items: InboxItem[] = [];
  const entries: SessionEntries = {
    items,
    covers: (entityRef, itemId) => covered.has(`${itemId}/${entityRef}`),
  };
  if (caller.kind !== 'user') return entries;
  const query = knex('team_choices as c')
    .join('directory_entities as e', 'e.ref', 'c.group_ref')
    .whereNull('e.deleted_at')
    .whereNotNull('c.session_at')
    .whereIn('c.group_ref', caller.principals)
    .leftJoin('directory_memberships as m', join =>
      join
        .on('m.group_ref', 'c.group_ref')
        .andOnVal('m.member_ref', caller.userRef!),
    )
    .select('e.id', 'm.depth')
    .select(CHOICE_COLUMNS.map(column => `c.${column}`));
  visibility.apply(query, 'e');
  const rows: Record<string, unknown>[] = await query;
  const open = rows
    .map(row => ({
      id: String(row.id),
      isMember: Number(row.depth) === 1,
      session: sessionAround(toTeamChoices(row)!.sessionAt!, now),
    }))
    .filter(({ session }) => session.opensAt <= now);
  const groups = await deps.directory.findByIds(
    knex,
    open.map(({ id }) => id),
  );
  for (const { id, isMember, session } of open) {
    const group = groups.find(one => one.id === id);
    if (!group) continue;
    const groupRef = group.ref;
    const { ownerRefs } = await readSessionGroups(knex, groupRef, visibility);
    const { answers } = await readExpiring(
      knex,
      deps,
      {
        group,
        ownerRefs,
        session,
        // Who belongs to a team further down comes for what is theirs; its own
        // members hold it, and come for all of it.
        ...(!isMember && { answerer: caller }),
      },
      visibility,
      now,
    );
    if (answers.length === 0) continue;
    for (const { assessed, entity } of answers) {
      covered.add(`${assessed.item.id}/${entity.ref}`);
    }
    const title = group.title ?? group.name;
    items.push({
      id: `hold-session:${groupRef}:${session.at}`,
      kind: 'hold-session',
      verb: INBOX_VERB['hold-session'],
      entityRef: groupRef,
      entityTitle: title,
      subject: {
        type: 'session',
        count: answers.length,
        title: { en: title, ja: title },
      },
      since: session.opensAt,
      deadline: session.at + DAY,
      waitingFor: groupRef,
    });
  }
  return entries;
}

/** Releases that were let past a gate and that somebody comes back to soon. */
export async function readFollowUpItems(
  { caller, knex, visibility }: Scope,
  now: number,
): Promise<InboxItem[]> {
  if (caller.kind !== 'user') return [];
  const query = knex('gate_passes as p')
    .join('directory_entities as e', 'e.id', 'p.entity_id')
    .whereNull('e.deleted_at')
    .whereNull('p.closed_at')
    .where('p.follow_up_at', '<=', now + FOLLOW_UP_NOTICE)
    .whereExists(owner =>
      owner
        .select('o.owner_ref')
        .from('directory_entity_owners as o')
        .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
        .whereIn('o.owner_ref', caller.principals),
    )
    .orderBy('p.follow_up_at')
    .limit(200)
    .select(
      'p.public_id',
      'p.reason',
      'p.given_at',
      'p.follow_up_at',
      'e.ref',
      'e.title',
      'e.name',
      'e.owner_ref',
    );
  visibility.apply(query, 'e');
  const rows: Record<string, unknown>[] = await query;
  return rows.map(row => {
    const reason = String(row.reason);
    return {
      id: `follow-up-due:${row.public_id}`,
      kind: 'follow-up-due' as const,
      verb: INBOX_VERB['follow-up-due'],
      entityRef: String(row.ref),
      entityTitle: String(row.title ?? row.name),
      subject: {
        type: 'release' as const,
        passId: String(row.public_id),
        // People wrote it, in whichever language.
        title: { en: reason, ja: reason },
      },
      since: Number(row.given_at),
      deadline: Number(row.follow_up_at),
      waitingFor: String(row.owner_ref ?? caller.userRef),
    };
  });
}

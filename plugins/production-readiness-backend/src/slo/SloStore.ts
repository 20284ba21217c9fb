import {
  JourneyInput,
  OwnerRole,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../directory';
import { lockDocument } from './signing/DocumentStore';

/** Makes whoever adds something to this entity wait; limits count on it. */
export async function lockEntity(
  tx: Knex.Transaction,
  entityId: string,
): Promise<void> {
  await tx('directory_entities')
    .where({ id: entityId })
    .forUpdate()
    .first('id');
}

/**
 * Makes every other writer of the SLOs about a journey wait until the
 * transaction ends; in the order of their ids, so that two never wait for each
 * other.
 */
export async function lockSlosAbout(
  tx: Knex.Transaction,
  journeyId: string,
): Promise<void> {
  const ids: (string | number)[] = await tx('slos as s')
    .join('slo_journeys as j', 'j.id', 's.journey_id')
    .where('j.public_id', journeyId)
    .orderBy('s.id')
    .pluck('s.id');
  for (const id of ids) await lockDocument(tx, 'slo', String(id));
}

/** Adds an SLO without versions. */
export async function insertSlo(
  tx: Knex.Transaction,
  slo: { publicId: string; entityId: string; journeyId: string; at: number },
): Promise<string> {
  const [row] = await tx('slos')
    .insert({
      public_id: slo.publicId,
      entity_id: slo.entityId,
      journey_id: slo.journeyId,
      version: 0,
      updated_at: slo.at,
    })
    .returning('id');
  return String(row.id);
}

/**
 * Names the holder of a role, or nobody.
 *
 * @param expected - the version that was edited, 0 for none
 * @returns the new version, or undefined when somebody was faster
 */
export async function saveOwner(
  tx: Knex.Transaction,
  owner: { entityId: string; role: OwnerRole; userRef: string | null },
  expected: number,
  by: { userRef: string; at: number },
): Promise<number | undefined> {
  const key = { entity_id: owner.entityId, role: owner.role };
  const value = {
    user_ref: owner.userRef,
    version: expected + 1,
    set_by: by.userRef,
    set_at: by.at,
  };
  const written =
    expected === 0
      ? await tx('slo_owners')
          .insert({ ...key, ...value })
          .onConflict(['entity_id', 'role'])
          .ignore()
          .returning('version')
      : await tx('slo_owners')
          .where({ ...key, version: expected })
          .update(value)
          .returning('version');
  return written.length > 0 ? expected + 1 : undefined;
}

/** Adds a journey. */
export async function insertJourney(
  tx: Knex.Transaction,
  journey: JourneyInput & { publicId: string; entityId: string; at: number },
): Promise<void> {
  await tx('slo_journeys').insert({
    public_id: journey.publicId,
    entity_id: journey.entityId,
    ...journeyColumns(journey),
    version: 1,
    updated_at: journey.at,
  });
}

/**
 * Replaces what a journey says.
 *
 * @returns false when somebody was faster
 */
export async function replaceJourney(
  tx: Knex.Transaction,
  id: string,
  expected: number,
  journey: JourneyInput & { at: number },
): Promise<boolean> {
  const written = await tx('slo_journeys')
    .where({ id, version: expected })
    .update({
      ...journeyColumns(journey),
      version: expected + 1,
      updated_at: journey.at,
    });
  return written > 0;
}

function journeyColumns(journey: JourneyInput) {
  return {
    title: journey.title,
    text: journey.text ?? null,
    kind: journey.kind,
    importance: journey.importance,
    beneficiary: journey.beneficiary,
  };
}

/** Live entities that take over an owner from one of these refs. */
export async function findHeirs(
  tx: Knex.Transaction,
  ref: string,
): Promise<string[]> {
  const rows = await tx('directory_entities')
    .whereNull('deleted_at')
    .where(either =>
      either.where({ ref }).orWhere({ system_ref: ref }).orWhere({
        domain_ref: ref,
      }),
    )
    .select('id');
  return rows.map(row => String(row.id));
}

/**
 * The Users among refs that are in the catalog, with their names, which of some
 * places a reader may see, and which of the Users are in which of some Groups;
 * in one statement.
 *
 * @returns `members` as "user group", both canonical references
 */
export async function findNames(
  q: Knex,
  refs: readonly string[],
  around: {
    places: readonly string[];
    visibility: Visibility;
    groups: readonly string[];
  },
): Promise<{
  people: Map<string, string>;
  visible: Set<string>;
  members: Set<string>;
}> {
  const all = [...refs, ...around.places];
  if (all.length === 0) {
    return { people: new Map(), visible: new Set(), members: new Set() };
  }
  const query = q('directory_entities as e')
    .whereIn('e.ref', all)
    .whereNull('e.deleted_at')
    .where(either =>
      either.where('e.kind', 'user').orWhere(place => {
        place.whereNot('e.kind', 'user');
        around.visibility.apply(place, 'e');
      }),
    )
    .select('e.ref', 'e.kind', 'e.title', 'e.name');
  if (around.groups.length > 0) {
    query.unionAll(
      q('directory_memberships')
        .whereIn('member_ref', [...refs])
        .whereIn('group_ref', [...around.groups])
        .select('member_ref', q.raw("'member'"), 'group_ref', q.raw("''")),
    );
  }
  const rows: { ref: string; kind: string; title: string; name: string }[] =
    await query;
  const of = (kind: string) => rows.filter(row => row.kind === kind);
  return {
    people: new Map(of('user').map(row => [row.ref, row.title ?? row.name])),
    visible: new Set(
      rows
        .filter(row => row.kind !== 'user' && row.kind !== 'member')
        .map(row => row.ref),
    ),
    members: new Set(of('member').map(row => `${row.ref} ${row.title}`)),
  };
}

/** The Users among refs that are in the catalog, with their names. */
export async function findPeople(
  q: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await q('directory_entities')
    .whereIn('ref', [...refs])
    .where({ kind: 'user' })
    .whereNull('deleted_at')
    .select('ref', 'title', 'name');
  return new Map(rows.map(row => [row.ref, row.title ?? row.name]));
}

import {
  JourneyInput,
  OwnerRole,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../directory';
import { NewSignature } from './records';

/** A version that is about to be added. */
export interface NewVersion {
  version: number;
  material: SloMaterial;
  content: string;
  contentDigest: string;
  editorRef: string;
  editorName: string;
  at: number;
  requested: boolean;
}

/** Where an SLO is, by its public id. */
export interface SloPlace {
  id: string;
  entityRef: string;
}

/** Finds an SLO of a live entity. */
export async function findSlo(
  q: Knex,
  publicId: string,
): Promise<SloPlace | undefined> {
  const row = await q('slos as s')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .where('s.public_id', publicId)
    .whereNull('e.deleted_at')
    .first('s.id', 'e.ref');
  return row && { id: String(row.id), entityRef: row.ref };
}

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

/** Makes every other writer of this SLO wait until the transaction ends. */
export async function lockSlo(
  tx: Knex.Transaction,
  sloId: string,
): Promise<void> {
  // Writing the row locks it on both databases; nothing of it changes.
  await tx('slos')
    .where({ id: sloId })
    .update({ version: tx.ref('version') });
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
  for (const id of ids) await lockSlo(tx, String(id));
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

/** Adds a version, which counts as an edit of the SLO. */
export async function insertVersion(
  tx: Knex.Transaction,
  sloId: string,
  journeyId: string,
  version: NewVersion,
): Promise<void> {
  const { material } = version;
  await tx('slo_versions').insert({
    slo_id: sloId,
    version: version.version,
    content: version.content,
    content_digest: version.contentDigest,
    target: material.target,
    accountable_ref: material.accountableOwner?.userRef ?? null,
    accountable_role: material.accountableOwner?.role ?? null,
    review_cadence: material.reviewCadence,
    editor_ref: version.editorRef,
    editor_name: version.editorName,
    created_at: version.at,
    requested_at: version.requested ? version.at : null,
  });
  await tx('slos')
    .where({ id: sloId })
    .increment('version', 1)
    .update({ updated_at: version.at, journey_id: journeyId });
}

/** Notes that signatures were asked for; the first time counts. */
export async function markRequested(
  tx: Knex.Transaction,
  sloId: string,
  version: number,
  at: number,
): Promise<void> {
  await tx('slo_versions')
    .where({ slo_id: sloId, version })
    .whereNull('requested_at')
    .update({ requested_at: at });
  await tx('slos')
    .where({ id: sloId })
    .increment('version', 1)
    .update({ updated_at: at });
}

/** Adds a signature. */
export async function insertSignature(
  tx: Knex.Transaction,
  signature: NewSignature,
): Promise<void> {
  await tx('slo_signatures').insert({
    public_id: signature.publicId,
    slo_id: signature.sloId,
    version: signature.version,
    content_digest: signature.contentDigest,
    meaning: signature.meaning,
    signer_ref: signature.signerRef,
    signer_name: signature.signerName,
    role: signature.role,
    on_behalf_of: signature.onBehalfOf ?? null,
    delegation_id: signature.delegationId ?? null,
    signed_at: signature.signedAt,
    reason: signature.reason,
    shown: signature.shown,
    satisfaction: signature.satisfaction,
    shown_digest: signature.shownDigest,
  });
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
 * The Users among refs that are in the catalog, with their names, and which of
 * some places a reader may see; in one statement.
 */
export async function findNames(
  q: Knex,
  refs: readonly string[],
  places: { refs: readonly string[]; visibility: Visibility },
): Promise<{ people: Map<string, string>; visible: Set<string> }> {
  const all = [...refs, ...places.refs];
  if (all.length === 0) return { people: new Map(), visible: new Set() };
  const rows = await q('directory_entities as e')
    .whereIn('e.ref', all)
    .whereNull('e.deleted_at')
    .where(either =>
      either.where('e.kind', 'user').orWhere(place => {
        place.whereNot('e.kind', 'user');
        places.visibility.apply(place, 'e');
      }),
    )
    .select('e.ref', 'e.kind', 'e.title', 'e.name');
  const users = rows.filter(row => row.kind === 'user');
  return {
    people: new Map(users.map(row => [row.ref, row.title ?? row.name])),
    visible: new Set(
      rows.filter(row => row.kind !== 'user').map(row => row.ref),
    ),
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

import {
  ownerAnnotation,
  OwnerRole,
  OwnerRoleRule,
  userRefOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';

/** Whom an entity itself names for a role. */
interface Named {
  entityId: string;
  role: OwnerRole;
  userRef: string;
}

/**
 * Notes that somebody chose the holder of a role here, or took the choice back.
 *
 * @param by.userRef - who chose
 */
export async function noteOwnerSet(
  tx: Knex.Transaction,
  named: { entityId: string; role: OwnerRole; userRef: string | null },
  by: { userRef: string; at: number },
): Promise<void> {
  const key = { entity_id: named.entityId, role: named.role, said_by: 'set' };
  const open = await tx('slo_owner_history')
    .where(key)
    .whereNull('until_at')
    .first('user_ref');
  if ((open?.user_ref ?? null) === named.userRef) return;
  await tx('slo_owner_history')
    .where(key)
    .whereNull('until_at')
    .update({ until_at: by.at, ended_by: by.userRef });
  if (named.userRef === null) return;
  await tx('slo_owner_history').insert({
    ...key,
    user_ref: named.userRef,
    from_at: by.at,
    changed_by: by.userRef,
  });
}

/**
 * Notes what changed in the annotations of some entities, in two statements
 * for each batch when nothing did. Who edited the catalog file is not known
 * here; its version control knows.
 *
 * @param entityIds - whose entities the catalog changed
 */
export async function followOwnerAnnotations(
  tx: Knex.Transaction,
  roles: readonly OwnerRoleRule[],
  entityIds: readonly string[],
  at: number,
): Promise<void> {
  for (const ids of batchesOf([...new Set(entityIds)])) {
    const now = await readAnnotated(tx, roles, ids);
    const before = await readOpen(tx, ids);
    const ended = before.filter(one => !now.some(isSame(one)));
    const begun = now.filter(one => !before.some(isSame(one)));
    for (const one of ended) {
      await tx('slo_owner_history')
        .where({
          entity_id: one.entityId,
          role: one.role,
          said_by: 'annotation',
        })
        .whereNull('until_at')
        .update({ until_at: at });
    }
    for (const rows of batchesOf(begun)) {
      await tx('slo_owner_history').insert(
        rows.map(one => ({
          entity_id: one.entityId,
          role: one.role,
          said_by: 'annotation',
          user_ref: one.userRef,
          from_at: at,
        })),
      );
    }
  }
}

async function readAnnotated(
  tx: Knex.Transaction,
  roles: readonly OwnerRoleRule[],
  ids: readonly string[],
): Promise<Named[]> {
  const keys = new Map(
    roles.map(({ role }) => [
      `metadata.annotations.${ownerAnnotation(role)}`,
      role,
    ]),
  );
  const rows: { entity_id: string | number; key: string; value: string }[] =
    await tx('directory_search as s')
      .join('directory_entities as e', 'e.id', 's.entity_id')
      .whereNull('e.deleted_at')
      .whereIn('s.entity_id', [...ids])
      .whereIn('s.key', [...keys.keys()])
      .whereNotNull('s.value')
      .select('s.entity_id', 's.key', 's.value');
  return rows
    .filter(row => row.value.trim() !== '')
    .map(row => ({
      entityId: String(row.entity_id),
      role: keys.get(row.key)!,
      userRef: userRefOf(row.value.trim()),
    }));
}

async function readOpen(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<Named[]> {
  const rows: { entity_id: string | number; role: string; user_ref: string }[] =
    await tx('slo_owner_history')
      .whereIn('entity_id', [...ids])
      .where({ said_by: 'annotation' })
      .whereNull('until_at')
      .select('entity_id', 'role', 'user_ref');
  return rows.map(row => ({
    entityId: String(row.entity_id),
    role: row.role,
    userRef: row.user_ref,
  }));
}

function isSame(one: Named): (other: Named) => boolean {
  return other =>
    other.entityId === one.entityId &&
    other.role === one.role &&
    other.userRef === one.userRef;
}

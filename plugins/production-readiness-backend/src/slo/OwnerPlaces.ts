import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';

/** The System and the Domain that an entity takes its owners over from. */
interface Place {
  entityId: string;
  systemRef: string | null;
  domainRef: string | null;
}

/**
 * Notes which entities moved to another System or Domain, in two statements for
 * each batch when none did.
 *
 * @param entityIds - whose entities the catalog changed
 */
export async function followOwnerPlaces(
  tx: Knex.Transaction,
  entityIds: readonly string[],
  at: number,
): Promise<void> {
  for (const ids of batchesOf([...new Set(entityIds)])) {
    const now = await readPlaces(tx, ids);
    const before = await readOpen(tx, ids);
    const ended = before.filter(one => !now.some(isSame(one)));
    const begun = now.filter(one => !before.some(isSame(one)));
    if (ended.length > 0) {
      await tx('slo_owner_places')
        .whereIn(
          'entity_id',
          ended.map(one => one.entityId),
        )
        .whereNull('until_at')
        .update({ until_at: at });
    }
    if (begun.length > 0) {
      await tx('slo_owner_places').insert(
        begun.map(one => ({
          entity_id: one.entityId,
          system_ref: one.systemRef,
          domain_ref: one.domainRef,
          from_at: at,
        })),
      );
    }
  }
}

async function readPlaces(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<Place[]> {
  const rows = await tx('directory_entities')
    .whereIn('id', [...ids])
    .whereNull('deleted_at')
    .where(either =>
      either.whereNotNull('system_ref').orWhereNotNull('domain_ref'),
    )
    .select('id as entity_id', 'system_ref', 'domain_ref');
  return rows.map(toPlace);
}

async function readOpen(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<Place[]> {
  const rows = await tx('slo_owner_places')
    .whereIn('entity_id', [...ids])
    .whereNull('until_at')
    .select('entity_id', 'system_ref', 'domain_ref');
  return rows.map(toPlace);
}

function toPlace(row: {
  entity_id: string | number;
  system_ref: string | null;
  domain_ref: string | null;
}): Place {
  return {
    entityId: String(row.entity_id),
    systemRef: row.system_ref,
    domainRef: row.domain_ref,
  };
}

function isSame(one: Place): (other: Place) => boolean {
  return other =>
    other.entityId === one.entityId &&
    other.systemRef === one.systemRef &&
    other.domainRef === one.domainRef;
}

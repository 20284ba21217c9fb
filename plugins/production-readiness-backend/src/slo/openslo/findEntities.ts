import { OpenSloDraft } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  DIRECTORY_COLUMNS,
  DirectoryEntity,
  toDirectoryEntity,
  Visibility,
} from '../../directory';
import { batchesOf, LONGEST_LIST } from '../../directory/batches';

/** Kinds of entities that an OpenSLO Service can be. */
const KINDS = ['component', 'system', 'api', 'resource'];

/** Which entity a draft is of, or which it could be. */
export interface DraftEntity {
  entity?: DirectoryEntity;
  candidates: DirectoryEntity[];
  /** A reference that was given and leads nowhere that the caller may see. */
  unknownRef?: string;
}

/**
 * Finds the entity of each draft among those that the caller may see: what an
 * annotation says, else what the person chose for the Service, else the entity
 * of the Service's name, else where the import was begun.
 */
export async function findEntitiesOf(
  q: Knex,
  visibility: Visibility,
  drafts: readonly OpenSloDraft[],
  choice: { entityRef?: string; services: Readonly<Record<string, string>> },
): Promise<(draft: OpenSloDraft) => DraftEntity> {
  const refs = new Set(
    [
      choice.entityRef,
      ...Object.values(choice.services),
      ...drafts.map(one => one.entityRef),
    ].filter(ref => ref !== undefined),
  );
  const names = new Set(drafts.map(one => lower(one.service)));
  const byRef = new Map(
    (await read(q, visibility, 'e.ref', [...refs])).map(one => [one.ref, one]),
  );
  const byName = new Map<string, DirectoryEntity[]>();
  for (const entity of await read(q, visibility, q.raw('lower(e.name)'), [
    ...names,
  ])) {
    if (!KINDS.includes(entity.kind)) continue;
    const name = lower(entity.name);
    byName.set(name, [...(byName.get(name) ?? []), entity]);
  }

  return draft => {
    const chosen = Object.hasOwn(choice.services, draft.service)
      ? choice.services[draft.service]
      : undefined;
    const given = draft.entityRef ?? chosen;
    const candidates = byName.get(lower(draft.service)) ?? [];
    if (given !== undefined) {
      const entity = byRef.get(given);
      return entity
        ? { entity, candidates }
        : { candidates, unknownRef: given };
    }
    const here = choice.entityRef ? byRef.get(choice.entityRef) : undefined;
    if (candidates.length === 0) return { entity: here, candidates };
    return {
      entity:
        candidates.length === 1
          ? candidates[0]
          : candidates.find(one => one.ref === here?.ref),
      candidates,
    };
  };
}

async function read(
  q: Knex,
  visibility: Visibility,
  column: string | Knex.Raw,
  values: readonly string[],
): Promise<DirectoryEntity[]> {
  const rows = [];
  for (const batch of batchesOf(values, LONGEST_LIST)) {
    const query = q('directory_entities as e')
      .whereIn(column as string, batch)
      .whereNull('e.deleted_at')
      .orderBy('e.ref')
      .select(DIRECTORY_COLUMNS.map(name => `e.${name}`));
    visibility.apply(query, 'e');
    rows.push(...(await query));
  }
  return rows.map(toDirectoryEntity);
}

function lower(name: string): string {
  return name.toLocaleLowerCase('en-US');
}

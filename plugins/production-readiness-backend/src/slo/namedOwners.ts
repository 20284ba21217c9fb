import {
  OWNER_ANNOTATION,
  OWNER_ROLES,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/**
 * The ids of the entities that name one of these people in a role, in an
 * annotation or by what was set here. They may be gone from the catalog, and a
 * nearer name may come first: who really holds a role is derived afterwards.
 */
export function namedEntities(
  q: Knex,
  userRefs: readonly string[],
): Knex.QueryBuilder {
  return q('slo_owners')
    .whereIn('user_ref', [...userRefs])
    .select('entity_id')
    .union(
      q('directory_search')
        // As in the partial index: literally, for the planner to see it.
        .whereRaw(OWNER_KEYS)
        .whereIn('value', userRefs.flatMap(spellingsOf))
        .select('entity_id'),
    );
}

const OWNER_KEYS = `key in (${OWNER_ROLES.map(
  role => `'metadata.annotations.${OWNER_ANNOTATION[role]}'`,
).join(', ')})`;

/** An annotation may leave out kind and namespace. */
function spellingsOf(userRef: string): string[] {
  const [, namespace, name] = /^user:(.+)\/(.+)$/.exec(userRef) ?? [];
  if (!name) return [userRef];
  return [
    userRef,
    `${namespace}/${name}`,
    ...(namespace === 'default' ? [name, `user:${name}`] : []),
  ];
}

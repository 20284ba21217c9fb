import {
  BUILT_IN_ROLES,
  ownerAnnotation,
  OwnerRoleRule,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/**
 * The ids of the entities that name one of these people in a role, in an
 * annotation or by what was set here. They may be gone from the catalog, and a
 * nearer name may come first: who really holds a role is derived afterwards.
 *
 * @param roles - as configured
 */
export function namedEntities(
  q: Knex,
  roles: readonly OwnerRoleRule[],
  userRefs: readonly string[],
): Knex.QueryBuilder {
  const spellings = userRefs.flatMap(spellingsOf);
  const query = q('slo_owners')
    .whereIn('user_ref', [...userRefs])
    .select('entity_id')
    .union(
      q('directory_search')
        // As in the partial index: literally, for the planner to see it.
        .whereRaw(BUILT_IN_KEYS)
        .whereIn('value', spellings)
        .select('entity_id'),
    );
  const further = roles.filter(
    ({ role }) => !BUILT_IN_ROLES.some(one => one === role),
  );
  if (further.length === 0) return query;
  return query.union(
    q('directory_search')
      // As in the other partial index.
      .whereRaw(OWN_KEYS)
      .whereIn(
        'key',
        further.map(one => `metadata.annotations.${one.annotation}`),
      )
      .whereIn('value', spellings)
      .select('entity_id'),
  );
}

const BUILT_IN_KEYS = `key in (${BUILT_IN_ROLES.map(
  role => `'metadata.annotations.${ownerAnnotation(role)}'`,
).join(', ')})`;

const OWN_KEYS =
  "substr(key, 1, 45) = 'metadata.annotations.production-readiness.io/'";

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

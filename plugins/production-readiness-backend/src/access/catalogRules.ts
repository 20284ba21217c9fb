import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { LONGEST, searchKey, searchText } from '../directory/searchRows';

/** A condition on a row of `directory_entities` under an alias. */
export type SqlCondition = (
  where: Knex.QueryBuilder,
  alias: string,
) => Knex.QueryBuilder;

/** Holds for no row. */
export const never: SqlCondition = where => where.whereRaw('1 = 0');
const always: SqlCondition = where => where.whereRaw('1 = 1');

type Criteria = PermissionCriteria<PermissionCondition>;

/**
 * Translates a condition on catalog entities into SQL over the directory.
 *
 * @returns undefined when it holds a rule that is not one of the catalog's own
 */
export function translateCriteria(
  criteria: Criteria,
): SqlCondition | undefined {
  if (isAndCriteria(criteria)) {
    const parts = translateAll(criteria.allOf);
    return parts && join(parts, always, 'where');
  }
  if (isOrCriteria(criteria)) {
    const parts = translateAll(criteria.anyOf);
    return parts && join(parts, never, 'orWhere');
  }
  if (isNotCriteria(criteria)) {
    const part = translateCriteria(criteria.not);
    // No part is ever NULL in SQL, so NOT turns it round completely.
    return (
      part &&
      ((where, alias) => where.whereNot(group => void part(group, alias)))
    );
  }
  return translateRule(criteria as PermissionCondition);
}

function translateAll(criteria: Criteria[]): SqlCondition[] | undefined {
  const parts = criteria.map(translateCriteria);
  return parts.every(part => part !== undefined) ? parts : undefined;
}

function join(
  parts: readonly SqlCondition[],
  whenEmpty: SqlCondition,
  conjunction: 'where' | 'orWhere',
): SqlCondition {
  if (parts.length === 0) return whenEmpty;
  return (where, alias) =>
    where.where(group => {
      for (const part of parts) {
        group[conjunction](one => void part(one, alias));
      }
    });
}

const rules: Record<string, (params: unknown) => SqlCondition | undefined> = {
  HAS_ANNOTATION: rule(
    z.object({ annotation: z.string(), value: z.string().optional() }),
    ({ annotation, value }) => hasText('annotations', annotation, value),
  ),
  HAS_LABEL: rule(
    z.object({ label: z.string(), value: z.string().optional() }),
    ({ label, value }) => hasText('labels', label, value),
  ),
  HAS_METADATA: rule(
    z.object({ key: z.string(), value: z.string().optional() }),
    ({ key, value }) => hasProperty('metadata', key, value),
  ),
  HAS_SPEC: rule(
    z.object({ key: z.string(), value: z.string().optional() }),
    ({ key, value }) => hasProperty('spec', key, value),
  ),
  IS_ENTITY_KIND: rule(
    z.object({ kinds: z.array(z.string()) }),
    ({ kinds }) =>
      (where, alias) =>
        where.whereIn(
          `${alias}.kind`,
          kinds.map(kind => kind.toLowerCase()),
        ),
  ),
  IS_ENTITY_OWNER: rule(
    z.object({ claims: z.array(z.string()) }),
    ({ claims }) =>
      (where, alias) =>
        where.whereExists(owners =>
          owners
            .select(owners.client.raw('1'))
            .from('directory_entity_owners as visible_owner')
            .whereRaw('?? = ??', ['visible_owner.entity_id', `${alias}.id`])
            .whereIn('visible_owner.owner_ref', claims),
        ),
  ),
};

function translateRule(
  condition: PermissionCondition,
): SqlCondition | undefined {
  return rules[condition.rule]?.(condition.params);
}

function rule<T>(
  params: z.ZodType<T>,
  translate: (params: T) => SqlCondition,
): (params: unknown) => SqlCondition | undefined {
  return input => {
    const parsed = params.safeParse(input ?? {});
    return parsed.success ? translate(parsed.data) : undefined;
  };
}

/** An annotation or label, its text compared as a whole. */
function hasText(
  group: 'annotations' | 'labels',
  name: string,
  value: string | undefined,
): SqlCondition {
  return hasRow(
    searchKey(`metadata.${group}.${name}`.toLowerCase()),
    value === undefined ? undefined : searchText(value),
  );
}

/** A property as the catalog's search index has it. */
function hasProperty(
  group: 'metadata' | 'spec',
  property: string,
  value: string | undefined,
): SqlCondition {
  const key = `${group}.${property}`.toLowerCase();
  const text = value?.toLowerCase();
  const tooLong = key.length > LONGEST || (text?.length ?? 0) > LONGEST;
  return tooLong ? never : hasRow(key, text);
}

function hasRow(key: string, value: string | undefined): SqlCondition {
  return (where, alias) =>
    where.whereExists(rows => {
      rows
        .select(rows.client.raw('1'))
        .from('directory_search as visible')
        .whereRaw('?? = ??', ['visible.entity_id', `${alias}.id`])
        .where('visible.key', key);
      if (value !== undefined) rows.where('visible.value', value);
    });
}

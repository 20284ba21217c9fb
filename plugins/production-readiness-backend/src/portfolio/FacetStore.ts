import {
  FACET_SIZE,
  PortfolioFacetValue,
  PortfolioFilters,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { PortfolioScope, selectSummaries, visibleDomain } from './filters';

/** The filters that have a facet. */
export const FACETS = [
  'owner',
  'system',
  'domain',
  'tier',
  'lifecycle',
  'kind',
  'level',
  'sloState',
  'blocker',
] as const satisfies readonly (keyof PortfolioFilters)[];

/** @see FACETS */
export type Facet = (typeof FACETS)[number];

/** Adds what a facet needs, and tells the column of its values. */
const valueOf: Record<
  Facet,
  (query: Knex.QueryBuilder, scope: PortfolioScope) => string
> = {
  owner: joinOwners,
  system: () => 's.system_ref',
  domain: (query, scope) => {
    query.whereExists(visibleDomain(scope));
    return 's.domain_ref';
  },
  tier: () => 's.tier',
  lifecycle: query => {
    query.whereNot('s.lifecycle', '');
    return 's.lifecycle';
  },
  kind: () => 's.kind',
  level: () => 's.level',
  sloState: () => 's.slo_state',
  blocker: query => {
    query.join(
      'readiness_summary_blockers as fb',
      'fb.entity_id',
      's.entity_id',
    );
    return 'fb.item_id';
  },
};

/**
 * The values of one facet and how many entities each leaves, most first. All
 * filters apply but the facet's own; one statement.
 */
export async function readFacet(
  scope: PortfolioScope,
  facet: Facet,
): Promise<PortfolioFacetValue[]> {
  const others = { ...scope.filters, [facet]: undefined };
  const query = selectSummaries({ ...scope, filters: others });
  const value = valueOf[facet](query, scope);
  const rows: { value: string | number; count: string | number }[] = await query
    .select({ value })
    .count({ count: scope.knex.raw('distinct ??', ['s.entity_id']) })
    .whereNotNull(value)
    .groupBy(value)
    .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
    .limit(FACET_SIZE);
  return rows.map(row => ({
    value: String(row.value),
    count: Number(row.count),
  }));
}

/** Owners, and the groups above them that the caller may read. */
function joinOwners(
  query: Knex.QueryBuilder,
  { knex, visibility }: PortfolioScope,
): string {
  const readable = knex('directory_entities as g')
    .select('g.ref')
    .whereRaw('?? = ??', ['g.ref', 'am.group_ref'])
    .whereNull('g.deleted_at');
  visibility.apply(readable, 'g');
  const above = knex('directory_entity_owners as ao')
    .join('directory_memberships as am', 'am.member_ref', 'ao.owner_ref')
    .where('am.member_ref', 'like', 'group:%')
    .where('am.depth', '>', 0)
    .whereExists(readable)
    .select({ entity_id: 'ao.entity_id', ref: 'am.group_ref' });
  const owners = knex('directory_entity_owners')
    .select({ entity_id: 'entity_id', ref: 'owner_ref' })
    .union(above);
  query.join(owners.as('fo'), 'fo.entity_id', 's.entity_id');
  return 'fo.ref';
}

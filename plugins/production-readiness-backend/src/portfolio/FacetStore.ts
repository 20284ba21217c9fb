import {
  DAY,
  DUE_WITHIN_CHOICES,
  FACET_SIZE,
  PortfolioFacetValue,
  PortfolioFilters,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  onlyComparableToil,
  PortfolioScope,
  selectSummariesAlone,
  TAG_KEY,
  visibleDomain,
} from './filters';

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
  'section',
  'dueWithin',
  'tag',
  'toilState',
] as const satisfies readonly (keyof PortfolioFilters)[];

/** @see FACETS */
export type Facet = (typeof FACETS)[number];

/** What every facet is counted from. */
const COLUMNS = [
  's.entity_id',
  's.owner_ref',
  's.system_ref',
  's.domain_ref',
  's.tier',
  's.lifecycle',
  's.kind',
  's.level',
  's.slo_state',
  's.next_due',
  's.toil_state',
];

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
  section: query => {
    query
      .join('readiness_summary_sections as fc', 'fc.entity_id', 's.entity_id')
      .whereRaw('fc.satisfied < fc.required');
    return 'fc.section';
  },
  dueWithin: joinPeriods,
  tag: (query, { knex }) => {
    query.join('directory_search as ft', join =>
      join
        .on('ft.entity_id', 's.entity_id')
        .andOn('ft.key', knex.raw('?', [TAG_KEY])),
    );
    return 'ft.value';
  },
  toilState: (query, scope) => {
    onlyComparableToil(query, scope);
    return 's.toil_state';
  },
};

/**
 * The values of every facet and how many entities each leaves, most first, in
 * one statement. All filters apply to a facet but its own.
 */
export async function readFacets(
  scope: PortfolioScope,
  facets: readonly Facet[] = FACETS,
): Promise<Record<Facet, PortfolioFacetValue[]>> {
  const { knex, filters } = scope;
  const statement = knex.queryBuilder().with('base', selectBase(scope));
  const parts = facets.map(facet => {
    let source = 'base';
    if (filters[facet] !== undefined) {
      source = `base_${facet.toLowerCase()}`;
      statement.with(
        source,
        selectBase({ ...scope, filters: { ...filters, [facet]: undefined } }),
      );
    }
    return knex.select('*').from(countValues(scope, facet, source).as(facet));
  });
  const rows: { facet: Facet; value: string; count: string | number }[] =
    await statement.select('*').from(knex.unionAll(parts).as('facets'));
  const found = Object.fromEntries(
    FACETS.map(facet => [facet, [] as PortfolioFacetValue[]]),
  ) as Record<Facet, PortfolioFacetValue[]>;
  for (const { facet, value, count } of rows) {
    found[facet].push({ value, count: Number(count) });
  }
  for (const values of Object.values(found)) {
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return found;
}

function selectBase(scope: PortfolioScope): Knex.QueryBuilder {
  return selectSummariesAlone(scope).select(...COLUMNS);
}

function countValues(
  scope: PortfolioScope,
  facet: Facet,
  source: string,
): Knex.QueryBuilder {
  const { knex } = scope;
  const query = knex.from({ s: source });
  const value = valueOf[facet](query, scope);
  return (
    query
      .select({
        facet: knex.raw('cast(? as text)', [facet]),
        value: knex.raw('cast(?? as text)', [value]),
      })
      // Only a tag may be listed twice; telling entities apart takes a sort.
      .count({
        count: knex.raw(facet === 'tag' ? 'distinct s.entity_id' : '*'),
      })
      .whereNotNull(value)
      .groupBy(value)
      .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
      .limit(FACET_SIZE)
  );
}

/** Each period of the choices that something of an entity expires in. */
function joinPeriods(
  query: Knex.QueryBuilder,
  { knex, clock }: PortfolioScope,
): string {
  const rows = DUE_WITHIN_CHOICES.map(
    days => `select ${days} as days, ${days * DAY} as milliseconds`,
  ).join(' union all ');
  query
    .joinRaw(`cross join (${rows}) as fp`)
    .whereRaw('s.next_due <= ? + fp.milliseconds', [clock.nowExpression(knex)]);
  return 'fp.days';
}

/** Owners, and the groups above them that the caller may read. */
export function joinOwners(
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

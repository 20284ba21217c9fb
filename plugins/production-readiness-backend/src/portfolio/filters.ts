import {
  DAY,
  PortfolioFilters,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { EVERYTHING, Visibility } from '../access';
import { Clock, isSqlite } from '../database';
import { asSearched } from '../directory/asSearched';

/** What a query of the portfolio is narrowed by. */
export interface PortfolioScope {
  knex: Knex;
  clock: Clock;
  visibility: Visibility;
  filters: PortfolioFilters;
  /** Refs whose entities are "mine". */
  principals: readonly string[];
  /** Whether everybody may compare the toil of teams. */
  comparesToil: boolean;
}

/** The key under which the directory keeps tags. */
export const TAG_KEY = 'metadata.tags';

/**
 * The summaries (`s`) of live entities (`e`) that the caller may read and the
 * filters leave.
 */
export function selectSummaries(scope: PortfolioScope): Knex.QueryBuilder {
  const { knex, visibility } = scope;
  const query = knex('readiness_summaries as s')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNull('e.deleted_at');
  visibility.apply(query, 'e');
  return narrow(query, scope);
}

/**
 * The same summaries without the entities, to count and to sum up, where these
 * are not needed: an entity that is gone has no summary, and who may see
 * everything needs no look at what each one is.
 */
export function selectSummariesAlone(scope: PortfolioScope): Knex.QueryBuilder {
  const { knex, visibility, filters } = scope;
  return visibility === EVERYTHING && filters.q === undefined
    ? narrow(knex('readiness_summaries as s'), scope)
    : selectSummaries(scope);
}

function narrow(
  query: Knex.QueryBuilder,
  scope: PortfolioScope,
): Knex.QueryBuilder {
  const { filters } = scope;
  if (filters.owner) ownedBy(query, scope.knex, filters.owner);
  if (filters.mine) ownedByAny(query, scope.principals);
  if (filters.system) query.whereIn('s.system_ref', filters.system);
  if (filters.domain) {
    query.whereIn('s.domain_ref', filters.domain);
    query.whereExists(visibleDomain(scope));
  }
  if (filters.tier) query.whereIn('s.tier', filters.tier);
  if (filters.lifecycle) query.whereIn('s.lifecycle', filters.lifecycle);
  if (filters.kind) query.whereIn('s.kind', lowerCase(filters.kind));
  if (filters.level) query.whereIn('s.level', filters.level);
  if (filters.sloState) query.whereIn('s.slo_state', filters.sloState);
  if (filters.blocker) blockedBy(query, filters.blocker);
  if (filters.section) lacking(query, filters.section);
  if (filters.blocked !== undefined) {
    query.where('s.blocker_count', filters.blocked ? '>' : '=', 0);
  }
  if (filters.tag) tagged(query, filters.tag);
  if (filters.toilState) {
    query.whereIn('s.toil_state', filters.toilState);
    onlyComparableToil(query, scope);
  }
  if (filters.dueWithin !== undefined) {
    dueWithin(query, scope, filters.dueWithin);
  }
  if (filters.q !== undefined) named(query, filters.q);
  return query;
}

/**
 * The Domain of a summary, where the caller may read it. An entity's own words
 * name its owner and System, but its Domain comes from the System, which the
 * caller may not be allowed to see.
 */
export function visibleDomain({
  knex,
  visibility,
}: PortfolioScope): Knex.QueryBuilder {
  const query = knex('directory_entities as d')
    .select('d.ref')
    .whereRaw('?? = ??', ['d.ref', 's.domain_ref'])
    .whereNull('d.deleted_at');
  visibility.apply(query, 'd');
  return query;
}

/** Something that is required in one of these sections is not in place. */
function lacking(query: Knex.QueryBuilder, sections: readonly string[]): void {
  query.whereIn('s.entity_id', lack =>
    lack
      .select('c.entity_id')
      .from('readiness_summary_sections as c')
      .whereIn('c.section', [...sections])
      .whereRaw('c.satisfied < c.required'),
  );
}

/** Toil is compared among one's own teams, unless it is switched on for all. */
export function onlyComparableToil(
  query: Knex.QueryBuilder,
  { comparesToil, principals }: PortfolioScope,
): void {
  if (!comparesToil) query.whereIn('s.owner_ref', [...principals]);
}

function tagged(query: Knex.QueryBuilder, tags: readonly string[]): void {
  query.whereIn('s.entity_id', tag =>
    tag
      .select('t.entity_id')
      .from('directory_search as t')
      .where('t.key', TAG_KEY)
      .whereIn('t.value', lowerCase(tags)),
  );
}

/**
 * Owned by one of these, or by a sub-group of one at any depth. The owners may
 * be Users, or Groups that the catalog does not have. PostgreSQL finds the
 * entities first, and then their summaries by key.
 */
function ownedBy(
  query: Knex.QueryBuilder,
  knex: Knex,
  owners: readonly string[],
): void {
  const below = knex('directory_memberships as m')
    .select('m.member_ref')
    .whereIn('m.group_ref', [...owners])
    .where('m.member_ref', 'like', 'group:%');
  const owned = knex('directory_entity_owners as o').select('o.entity_id');
  if (isSqlite(knex)) {
    query.whereIn(
      's.entity_id',
      owned.where(which =>
        which
          .whereIn('o.owner_ref', [...owners])
          .orWhereIn('o.owner_ref', below),
      ),
    );
    return;
  }
  owned.whereRaw('o.owner_ref = any(array(?) || ?::text[])', [
    below,
    [...owners],
  ]);
  query.whereRaw('s.entity_id = any(array(?))', [owned]);
}

function ownedByAny(query: Knex.QueryBuilder, refs: readonly string[]): void {
  query.whereIn('s.entity_id', owned =>
    owned
      .select('o.entity_id')
      .from('directory_entity_owners as o')
      .whereIn('o.owner_ref', [...refs]),
  );
}

function blockedBy(query: Knex.QueryBuilder, items: readonly string[]): void {
  query.whereIn('s.entity_id', blocked =>
    blocked
      .select('b.entity_id')
      .from('readiness_summary_blockers as b')
      .whereIn('b.item_id', [...items]),
  );
}

function dueWithin(
  query: Knex.QueryBuilder,
  { knex, clock }: PortfolioScope,
  days: number,
): void {
  query.whereRaw('s.next_due <= ? + ?', [
    clock.nowExpression(knex),
    days * DAY,
  ]);
}

function named(query: Knex.QueryBuilder, text: string): void {
  const literal = asSearched(text.trim()).replace(/[\\%_]/g, '\\$&');
  query.whereRaw(`e.search_text like ? escape '\\'`, [`%${literal}%`]);
}

function lowerCase(words: readonly string[]): string[] {
  return words.map(word => word.toLowerCase());
}

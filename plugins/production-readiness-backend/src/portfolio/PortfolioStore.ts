import {
  PortfolioPosition,
  PortfolioSort,
  SortDirection,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { runPrepared, whereAnyOf } from '../database';
import {
  PortfolioScope,
  selectSummaries,
  selectSummariesAlone,
  visibleDomain,
} from './filters';
import { positionValue, sortExpression } from './sorts';

/** A line of a page as both databases give it. */
export interface PortfolioLine {
  entity_id: string | number;
  checklist_digest: string;
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  tier: 1 | 2 | 3;
  phase: 'design' | 'pre-production' | 'general-availability';
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  score: number;
  level: string;
  required_count: number;
  satisfied_count: number;
  waiting_count: number;
  blocker_count: number;
  top_blocker: string | null;
  next_due: string | number;
  adoption_until: string | number | null;
  slo_state: string;
  toil_state: string | null;
  valid_until: string | number | null;
  sort_value: string | number;
  now: string | number;
}

/** A page of lines and what lies around it. */
export interface PortfolioLines {
  lines: PortfolioLine[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** Which lines make a page. */
export interface PageRequest {
  sort: PortfolioSort;
  direction: SortDirection;
  /** Where the page begins or ends; the first page without one. */
  position?: PortfolioPosition;
  limit: number;
}

/** How many entities there are on all pages, and the time; one statement. */
export async function countPortfolio(
  scope: PortfolioScope,
): Promise<{ total: number; asOf: number }> {
  const { knex, clock } = scope;
  const [row] = await runPrepared<Record<string, string | number>>(
    knex,
    selectSummariesAlone(scope).select(
      knex.raw('count(*) as total'),
      knex.raw('? as as_of', [clock.nowExpression(knex)]),
    ),
  );
  return { total: Number(row.total), asOf: Number(row.as_of) };
}

/** One page, read from the index of its sort; one statement. */
export async function readPage(
  scope: PortfolioScope,
  request: PageRequest,
): Promise<PortfolioLines> {
  const { position, limit } = request;
  const found = await runPrepared<PortfolioLine>(
    scope.knex,
    selectPage(scope, request),
  );
  const lines = found.slice(0, limit);
  const hasMore = found.length > limit;
  return position?.side === 'before'
    ? { lines: lines.reverse(), hasNext: true, hasPrevious: hasMore }
    : { lines, hasNext: hasMore, hasPrevious: position !== undefined };
}

/** The lines of a page, from the position on, and one more. */
export function selectPage(
  scope: PortfolioScope,
  { sort, direction, position, limit }: PageRequest,
): Knex.QueryBuilder {
  const ascending = (direction === 'asc') !== (position?.side === 'before');
  const order = ascending ? 'asc' : 'desc';
  const value = scope.knex.raw(sortExpression(sort, direction));
  const query = selectSummaries(scope)
    .select(...columns(scope))
    .select({ sort_value: value })
    .orderByRaw(`? ${order}, s.entity_id ${order}`, [value])
    // Written out: with a limit that it does not know, the plan that PostgreSQL keeps
    // for a team walks through the whole sort.
    .limit(limit + 1, { skipBinding: true });
  if (position) {
    query.whereRaw(`(?, s.entity_id) ${ascending ? '>' : '<'} (?, ?)`, [
      value,
      positionValue(scope.knex, position),
      Number(position.id),
    ]);
  }
  return query;
}

/** The lines of some entities; one statement. */
export async function readLines(
  scope: PortfolioScope,
  refs: readonly string[],
): Promise<PortfolioLine[]> {
  const query = selectSummaries(scope)
    .select(...columns(scope))
    .select({ sort_value: 's.score' });
  whereAnyOf(scope.knex, query, 'e.ref', refs);
  return query;
}

function columns(
  scope: PortfolioScope,
): (string | Knex.QueryBuilder | Knex.Raw)[] {
  return [
    's.entity_id',
    's.checklist_digest',
    'e.ref',
    'e.kind',
    'e.namespace',
    'e.name',
    'e.title',
    'e.type',
    'e.lifecycle',
    's.tier',
    's.phase',
    'e.owner_ref',
    's.system_ref',
    visibleDomain(scope).limit(1).as('domain_ref'),
    's.score',
    's.level',
    's.required_count',
    's.satisfied_count',
    's.waiting_count',
    's.blocker_count',
    's.top_blocker',
    's.next_due',
    's.adoption_until',
    's.slo_state',
    's.toil_state',
    's.valid_until',
    scope.knex.raw('? as now', [scope.clock.nowExpression(scope.knex)]),
  ];
}

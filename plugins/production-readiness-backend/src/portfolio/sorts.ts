import {
  PortfolioPosition,
  PortfolioQuery,
  PortfolioSort,
  SortDirection,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import type { PortfolioLine } from './PortfolioStore';
import { NEVER } from '../checklist/summaryRow';

/**
 * What is sorted by, as SQL over `readiness_summaries` `s`. None of it is ever
 * NULL, and each has an index that ends in the entity's id, so that a page is
 * read from the index from where the last one ended.
 */
const SORTS: Record<PortfolioSort, string> = {
  entity: 's.sort_title',
  owner: 's.owner_title',
  tier: 's.tier',
  blockers: 's.blocker_count',
  score: 's.score',
  level: 's.level_rank',
  sloState: 's.slo_rank',
  nextDue: 's.next_due',
};

/** What is never due comes last, in either direction; it has its own index. */
const NEXT_DUE_LAST = `(case when s.next_due = ${NEVER} then -1 else s.next_due end)`;

/** The expression that a list is sorted by. */
export function sortExpression(
  sort: PortfolioSort,
  direction: SortDirection,
): string {
  return sort === 'nextDue' && direction === 'desc'
    ? NEXT_DUE_LAST
    : SORTS[sort];
}

/**
 * The sorted value of a position, as SQL. Of an owner the position knows the
 * reference; what it is called is looked up on the same line, or on another one
 * of the owner's once that is gone.
 */
export function positionValue(
  knex: Knex,
  { sort, value, id }: Pick<PortfolioPosition, 'sort' | 'value' | 'id'>,
): Knex.Raw {
  if (sort !== 'owner') return knex.raw('?', [value]);
  const ref = String(value);
  return knex.raw(
    `coalesce(
      (select o.owner_title from readiness_summaries o where o.entity_id = ? and o.owner_ref = ? limit 1),
      (select o.owner_title from readiness_summaries o where o.owner_ref = ? order by o.entity_id limit 1),
      ?)`,
    [Number(id), ref, ref, ref.slice(ref.indexOf('/') + 1).toLowerCase()],
  );
}

/** Where a line lies in a sort. */
export function positionOf(
  line: PortfolioLine,
  sort: PortfolioQuery['sort'],
): Pick<PortfolioPosition, 'value' | 'id'> {
  // A reader may not see what the owner is called, and can read a cursor.
  if (sort === 'owner') {
    return { value: line.owner_ref ?? '', id: String(line.entity_id) };
  }
  return {
    // PostgreSQL gives bigint columns as texts.
    value:
      sort === 'entity' ? String(line.sort_value) : Number(line.sort_value),
    id: String(line.entity_id),
  };
}

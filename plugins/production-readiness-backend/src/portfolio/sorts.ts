import {
  PortfolioPosition,
  PortfolioQuery,
  PortfolioSort,
  SortDirection,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { PortfolioLine } from './PortfolioStore';
import { NEVER } from '../checklist/summaryRow';

/**
 * What is sorted by, as SQL over `readiness_summaries` `s`. None of it is ever
 * NULL, and each has an index that ends in the entity's id, so that a page is
 * read from the index from where the last one ended.
 */
const SORTS: Record<PortfolioSort, string> = {
  entity: 's.sort_title',
  owner: 's.owner_ref',
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

/** Whether a sort is by text; the others are by number. */
export function isTextSort(sort: PortfolioSort): boolean {
  return sort === 'entity' || sort === 'owner';
}

/** Where a line lies in a sort. */
export function positionOf(
  line: PortfolioLine,
  sort: PortfolioQuery['sort'],
): Pick<PortfolioPosition, 'value' | 'id'> {
  return {
    // PostgreSQL gives bigint columns as texts.
    value: isTextSort(sort) ? String(line.sort_value) : Number(line.sort_value),
    id: String(line.entity_id),
  };
}

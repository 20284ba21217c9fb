import { PortfolioSort } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * The column of `readiness_summaries` behind each sort. None of them is ever
 * NULL, and each has an index that ends in the entity's id, so that a page is
 * read from the index from where the last one ended.
 */
export const SORT_COLUMN = {
  entity: 'sort_title',
  owner: 'owner_ref',
  tier: 'tier',
  blockers: 'blocker_count',
  score: 'score',
  level: 'level_rank',
  sloState: 'slo_rank',
  nextDue: 'next_due',
} as const satisfies Record<PortfolioSort, string>;

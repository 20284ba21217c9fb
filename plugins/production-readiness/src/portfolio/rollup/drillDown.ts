import { type RollupBy } from '@prodready/backstage-plugin-production-readiness-common';
import {
  type ListFilter,
  type PortfolioView,
  viewToUrl,
} from '../portfolioUrl';

/** The filter that a line of a roll-up stands for. */
const FILTER: Record<RollupBy, ListFilter> = {
  team: 'owner',
  system: 'system',
  domain: 'domain',
  tier: 'tier',
};

/**
 * The address of the list of exactly what a number of a roll-up counts.
 *
 * @param value - of the line; none for all lines together
 * @internal
 */
export function drillDown(
  view: PortfolioView,
  value: string | undefined,
  more: Partial<Pick<PortfolioView, 'blocked'>> & {
    section?: string;
    blocker?: string;
  } = {},
): string {
  const { section, blocker, ...rest } = more;
  const lists = { ...view.lists };
  if (value !== undefined) lists[FILTER[view.by]] = [value];
  if (section) lists.section = [section];
  if (blocker) lists.blocker = [blocker];
  const params = viewToUrl({
    ...view,
    ...rest,
    lists,
    show: 'list',
    by: 'team',
    cursor: undefined,
  });
  return `?${params}`;
}

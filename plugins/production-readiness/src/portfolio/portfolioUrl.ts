import {
  FILTER_VALUES_MAX,
  type PORTFOLIO_SLO_STATES,
  PORTFOLIO_SORTS,
  type PortfolioSort,
  ROLLUPS,
  type RollupBy,
  type RouteQueryInput,
  portfolioFilters,
  type portfolioRoutes,
  type SortDirection,
  type TOIL_STATES,
} from '@prodready/backstage-plugin-production-readiness-common';

/** Filters of which several values may be chosen. @internal */
export const LIST_FILTERS = [
  'tier',
  'owner',
  'blocker',
  'sloState',
  'level',
  'system',
  'domain',
  'section',
  'tag',
  'toilState',
  'lifecycle',
  'kind',
] as const;

/** @internal */
export type ListFilter = (typeof LIST_FILTERS)[number];

/** What the page can show of what the filters leave. @internal */
export const SHOWN = ['list', 'rollup', 'trend'] as const;

/** @internal */
export type Shown = (typeof SHOWN)[number];

/** All that the page shows, as its URL says it. @internal */
export interface PortfolioView {
  /** Only what the caller's teams own; where the page opens. */
  mine: boolean;
  q: string;
  lists: Record<ListFilter, string[]>;
  /** Something expires within so many days; 0 is "has expired". */
  dueWithin?: number;
  /** Only what something blocks, or only what nothing does. */
  blocked?: boolean;
  sort: PortfolioSort;
  direction: SortDirection;
  cursor?: string;
  show: Shown;
  /** What a roll-up is by. */
  by: RollupBy;
  /** Columns that were taken out of the table. */
  hidden: PortfolioSort[];
}

/** How many rows a page has. @internal */
export const PAGE_SIZE = 50;

const DEFAULT_SORT: PortfolioSort = 'blockers';

/** Names go up from A, all else begins with what needs help most. */
const FIRST_DIRECTION: Record<PortfolioSort, SortDirection> = {
  entity: 'asc',
  owner: 'asc',
  tier: 'asc',
  blockers: 'desc',
  score: 'asc',
  level: 'asc',
  sloState: 'asc',
  nextDue: 'asc',
};

/** Whether the server takes a value of a filter. */
function isTaken(name: keyof typeof portfolioFilters.shape, value: unknown) {
  return portfolioFilters.shape[name].safeParse(value).success;
}

/**
 * Reads the view from a URL. What no page could have written is left out, so
 * that an old or hand-made link still opens.
 *
 * @internal
 */
export function viewFromUrl(params: URLSearchParams): PortfolioView {
  const sort =
    PORTFOLIO_SORTS.find(one => one === params.get('sort')) ?? DEFAULT_SORT;
  const direction = params.get('direction');
  const due = params.get('dueWithin');
  const dueWithin =
    due && /^\d+$/.test(due) && isTaken('dueWithin', due)
      ? Number(due)
      : undefined;
  const q = params.get('q')?.slice(0, 100) ?? '';
  return {
    mine: params.get('mine') !== 'false',
    q: isTaken('q', q) ? q : '',
    lists: Object.fromEntries(
      LIST_FILTERS.map(name => [
        name,
        [...new Set(params.getAll(name))]
          .filter(value => isTaken(name, value))
          .slice(0, FILTER_VALUES_MAX),
      ]),
    ) as Record<ListFilter, string[]>,
    dueWithin,
    sort,
    direction:
      direction === 'asc' || direction === 'desc'
        ? direction
        : FIRST_DIRECTION[sort],
    cursor: params.get('cursor') ?? undefined,
    blocked: oneOf(params.get('blocked'), { true: true, false: false }),
    show: SHOWN.find(one => one === params.get('show')) ?? 'list',
    by: ROLLUPS.find(one => one === params.get('by')) ?? 'team',
    hidden: PORTFOLIO_SORTS.filter(
      one => one !== 'entity' && params.getAll('hide').includes(one),
    ),
  };
}

function oneOf<T>(text: string | null, values: Record<string, T>) {
  return text !== null && Object.hasOwn(values, text)
    ? values[text]
    : undefined;
}

/**
 * Writes the view to a URL; what is as it was when the page opened is left out.
 *
 * @internal
 */
export function viewToUrl(view: PortfolioView): URLSearchParams {
  const params = new URLSearchParams();
  if (!view.mine) params.set('mine', 'false');
  if (view.q) params.set('q', view.q);
  for (const name of LIST_FILTERS) {
    for (const value of view.lists[name]) params.append(name, value);
  }
  if (view.dueWithin !== undefined) {
    params.set('dueWithin', String(view.dueWithin));
  }
  if (view.sort !== DEFAULT_SORT) params.set('sort', view.sort);
  if (view.direction !== FIRST_DIRECTION[view.sort]) {
    params.set('direction', view.direction);
  }
  if (view.blocked !== undefined) params.set('blocked', String(view.blocked));
  if (view.cursor) params.set('cursor', view.cursor);
  if (view.show !== 'list') params.set('show', view.show);
  if (view.by !== 'team') params.set('by', view.by);
  for (const column of view.hidden) params.append('hide', column);
  return params;
}

/**
 * The view with another order: the same column again turns it round.
 *
 * @internal
 */
export function sortedBy(
  view: PortfolioView,
  sort: PortfolioSort,
): PortfolioView {
  const turned = view.direction === 'asc' ? 'desc' : 'asc';
  return {
    ...view,
    sort,
    direction: view.sort === sort ? turned : FIRST_DIRECTION[sort],
    cursor: undefined,
  };
}

/**
 * How many filters narrow the list, the scope apart.
 *
 * @internal
 */
export function activeFilterCount(view: PortfolioView): number {
  const chosen = LIST_FILTERS.reduce(
    (sum, name) => sum + view.lists[name].length,
    0,
  );
  return (
    chosen +
    (view.dueWithin === undefined ? 0 : 1) +
    (view.blocked === undefined ? 0 : 1) +
    (view.q ? 1 : 0)
  );
}

/**
 * The filters of a view as the API takes them.
 *
 * @internal
 */
export function filtersOf(
  view: PortfolioView,
): RouteQueryInput<typeof portfolioRoutes.listPortfolioFacets> {
  const { tier, sloState, toilState, ...words } = view.lists;
  return {
    mine: view.mine ? 'true' : undefined,
    q: view.q || undefined,
    dueWithin: view.dueWithin,
    blocked: view.blocked === undefined ? undefined : `${view.blocked}`,
    toilState: toilState as (typeof TOIL_STATES)[number][],
    tier: tier as ('1' | '2' | '3')[],
    sloState: sloState as (typeof PORTFOLIO_SLO_STATES)[number][],
    ...words,
  };
}

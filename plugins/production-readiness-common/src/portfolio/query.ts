import { z } from 'zod';
import { plainText } from '../api/text';
import { TIERS } from '../checklist/document';
import { entityRefSchema } from '../entity/params';
import { SLO_SUMMARY_STATES } from '../slo/facts';
import { TOIL_STATES } from '../toil/status';

/**
 * The columns that the portfolio can be sorted by. `blockers` puts the worst
 * first: most blockers, when descending.
 *
 * @public
 */
export const PORTFOLIO_SORTS = [
  'entity',
  'owner',
  'tier',
  'blockers',
  'score',
  'level',
  'sloState',
  'nextDue',
] as const;

/** One of {@link PORTFOLIO_SORTS}. @public */
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

/** From the smallest value up, or from the largest down. @public */
export const SORT_DIRECTIONS = ['asc', 'desc'] as const;

/** One of {@link SORT_DIRECTIONS}. @public */
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/**
 * How the SLOs of an entity stand, all of them together, the most urgent word.
 * `not_required` means that none is asked for, `none` that one is missing.
 *
 * @public
 */
export const PORTFOLIO_SLO_STATES = SLO_SUMMARY_STATES;

/** One of {@link PORTFOLIO_SLO_STATES}. @public */
export type PortfolioSloState = (typeof PORTFOLIO_SLO_STATES)[number];

/** So many values of one filter may be chosen. @public */
export const FILTER_VALUES_MAX = 20;

/** One value or several; in a URL the parameter is repeated. */
function oneOrMore<T extends z.ZodType>(value: T) {
  return z
    .union([value, z.array(value).max(FILTER_VALUES_MAX)])
    .transform((input): z.output<T>[] => [input].flat() as z.output<T>[]);
}

const word = z.string().min(1).max(63);

const tier = z
  .enum(TIERS.map(String) as ['1', '2', '3'], {
    error: 'must be 1, 2 or 3',
  })
  .transform(text => Number(text) as (typeof TIERS)[number]);

/** The periods that the facet of what expires offers, in days. @public */
export const DUE_WITHIN_CHOICES = [0, 7, 30, 90] as const;

/**
 * What narrows the portfolio. Values of one filter widen each other, filters
 * narrow each other.
 *
 * @public
 */
export const portfolioFilters = z.strictObject({
  /** A Group with all its sub-groups, or a User. */
  owner: oneOrMore(entityRefSchema).optional(),
  system: oneOrMore(entityRefSchema).optional(),
  domain: oneOrMore(entityRefSchema).optional(),
  tier: oneOrMore(tier).optional(),
  /** As the catalog has it; it takes longer words than the checklist. */
  lifecycle: oneOrMore(z.string().min(1).max(100)).optional(),
  kind: oneOrMore(word).optional(),
  /** The id of a level of the checklist, or `none`. */
  level: oneOrMore(word).optional(),
  /** The id of an item that blocks. */
  blocker: oneOrMore(word).optional(),
  sloState: oneOrMore(z.enum(PORTFOLIO_SLO_STATES)).optional(),
  /** Something expires within this many days, or has expired. */
  dueWithin: z.coerce.number().int().min(0).max(400).optional(),
  /** A section of the checklist in which something required is missing. */
  section: oneOrMore(word).optional(),
  /** Something blocks it. */
  blocked: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** One of its tags in the catalog. */
  tag: oneOrMore(word).optional(),
  /** Toil of the owning team; leaves one's own teams unless comparing is on. */
  toilState: oneOrMore(z.enum(TOIL_STATES)).optional(),
  /** Only what my teams own; for services nothing. */
  mine: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** Part of the title, the name or the reference. */
  q: plainText({ max: 100 }).optional(),
});

/** What {@link portfolioFilters} lets through. @public */
export type PortfolioFilters = z.output<typeof portfolioFilters>;

/**
 * One page of the portfolio: its filters, its sort and where it begins.
 *
 * @public
 */
export const portfolioQuery = portfolioFilters.extend({
  sort: z.enum(PORTFOLIO_SORTS).default('blockers'),
  direction: z.enum(SORT_DIRECTIONS).default('desc'),
  /** `nextCursor` or `previousCursor` of an answer with the same sort. */
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** What a file is exported as. @public */
export const EXPORT_FORMATS = ['csv', 'json'] as const;

/**
 * The whole portfolio as a file: its filters, its sort and the format.
 *
 * @public
 */
export const exportQuery = portfolioFilters.extend({
  sort: z.enum(PORTFOLIO_SORTS).default('entity'),
  direction: z.enum(SORT_DIRECTIONS).default('asc'),
  format: z.enum(EXPORT_FORMATS).default('csv'),
});

/** What {@link exportQuery} lets through. @public */
export type ExportQuery = z.output<typeof exportQuery>;

/** What {@link portfolioQuery} lets through. @public */
export type PortfolioQuery = z.output<typeof portfolioQuery>;

import { z } from 'zod';
import { portfolioFilters } from './query';

/** How far back trends go at most, in days. @public */
export const TREND_DAYS = 365;

/** Which entities, and how many days back from today. @public */
export const trendQuery = portfolioFilters.extend({
  days: z.coerce.number().int().min(7).max(TREND_DAYS).default(TREND_DAYS),
});

/** What {@link trendQuery} lets through. @public */
export type TrendQuery = z.output<typeof trendQuery>;

/** How things stood at the end of a day. @public */
export const trendPoint = z.strictObject({
  /** Calendar date in UTC, such as `2026-11-22`. */
  date: z.string(),
  entities: z.number().int(),
  blocked: z.number().int(),
  required: z.number().int(),
  satisfied: z.number().int(),
  /** Entities that reached at least the first, second and third level. */
  levels: z.array(z.number().int()).length(3),
});

/** What {@link trendPoint} lets through. @public */
export type TrendPoint = z.output<typeof trendPoint>;

/**
 * How the entities that the filters leave **today** stood in the past. A day
 * without a point is like the day before it: only days of change are listed,
 * and the first and the last one.
 *
 * @public
 */
export const portfolioTrend = z.strictObject({
  points: z.array(trendPoint),
  asOf: z.number().int(),
});

/** What {@link portfolioTrend} lets through. @public */
export type PortfolioTrend = z.output<typeof portfolioTrend>;

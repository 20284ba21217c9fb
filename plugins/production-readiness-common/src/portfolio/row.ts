import { z } from 'zod';
import { PHASES, TIERS } from '../checklist/document';
import { localizedText } from '../checklist/localizedText';
import { TOIL_STATES } from '../toil/status';
import { PORTFOLIO_SLO_STATES } from './query';

/** A blocker, worded as the risk that it leaves open. @public */
export const portfolioBlocker = z.strictObject({
  itemId: z.string(),
  risk: localizedText(160),
});

/**
 * One entity of the portfolio. Moments are milliseconds since the epoch.
 *
 * @public
 */
export const portfolioRow = z.strictObject({
  entityRef: z.string(),
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  /** `metadata.title`, else the name. */
  title: z.string(),
  type: z.string().nullable(),
  lifecycle: z.string().nullable(),
  tier: z.literal([...TIERS]),
  phase: z.enum(PHASES),
  /** Null when nobody owns it. */
  ownerRef: z.string().nullable(),
  systemRef: z.string().nullable(),
  domainRef: z.string().nullable(),
  /** The id of the level reached, or `none`. */
  level: z.string(),
  /** In tenths of a percent; null when nothing is required. */
  score: z.number().int().min(0).max(1000).nullable(),
  required: z.number().int(),
  satisfied: z.number().int(),
  /** Required items that wait for somebody's acceptance. */
  waiting: z.number().int(),
  blockerCount: z.number().int(),
  topBlocker: portfolioBlocker.nullable(),
  /** Nothing blocks before this moment; null outside an adoption period. */
  adoptionUntil: z.number().int().nullable(),
  /** When the next answer expires; in the past when one has. */
  nextDue: z.number().int().nullable(),
  sloState: z.enum(PORTFOLIO_SLO_STATES),
  /** Null for teams of others, unless comparing is switched on. */
  toilState: z.enum(TOIL_STATES).nullable(),
});

/** What {@link portfolioRow} lets through. @public */
export type PortfolioRow = z.output<typeof portfolioRow>;

/** A page of the portfolio, with the cursors of its neighbours. @public */
export const portfolioPage = z.strictObject({
  rows: z.array(portfolioRow),
  /** Of all pages. */
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** The moment that the rows speak of. */
  asOf: z.number().int(),
});

/** What {@link portfolioPage} lets through. @public */
export type PortfolioPage = z.output<typeof portfolioPage>;

import { z } from 'zod';
import { portfolioBlocker } from './row';

const counted = z.strictObject({
  value: z.string(),
  count: z.number().int(),
});

/** A value that the portfolio can be narrowed to, and what is left then. @public */
export type PortfolioFacetValue = z.output<typeof counted>;

/** The most values that one facet lists, those with most entities first. @public */
export const FACET_SIZE = 50;

/**
 * The values of each filter with the number of entities that choosing it would
 * leave: every other filter applies, the facet's own does not. `tier` is
 * `"1"`, `"2"` or `"3"`; an owner is counted with what its sub-groups own.
 *
 * @public
 */
export const portfolioFacets = z.strictObject({
  owner: z.array(counted),
  system: z.array(counted),
  domain: z.array(counted),
  tier: z.array(counted),
  lifecycle: z.array(counted),
  kind: z.array(counted),
  level: z.array(counted),
  sloState: z.array(counted),
  /** Sections of the checklist in which something required is missing. */
  section: z.array(
    counted.extend({
      title: z.strictObject({ en: z.string(), ja: z.string() }),
    }),
  ),
  /** Days of `DUE_WITHIN_CHOICES`; 0: has expired. A longer one holds a shorter. */
  dueWithin: z.array(counted),
  tag: z.array(counted),
  /** Of one's own teams, unless comparing is switched on. */
  toilState: z.array(counted),
  blocker: z.array(portfolioBlocker.extend({ count: z.number().int() })),
  asOf: z.number().int(),
});

/** What {@link portfolioFacets} lets through. @public */
export type PortfolioFacets = z.output<typeof portfolioFacets>;

import { z } from 'zod';
import { FACET_SIZE } from './facets';
import { portfolioFilters } from './query';
import { portfolioBlocker } from './row';

/** What the portfolio can be rolled up by. @public */
export const ROLLUPS = ['team', 'system', 'domain', 'tier'] as const;

/** One of {@link ROLLUPS}. @public */
export type RollupBy = (typeof ROLLUPS)[number];

/** The most lines of a roll-up; those with most blocked entities come first. @public */
export const ROLLUP_SIZE = 500;

/** The most common blockers that a roll-up names. @public */
export const COMMON_BLOCKERS = 10;

/** Which entities are added up, and by what. @public */
export const rollupQuery = portfolioFilters.extend({
  by: z.enum(ROLLUPS).default('team'),
});

/** What {@link rollupQuery} lets through. @public */
export type RollupQuery = z.output<typeof rollupQuery>;

const counts = {
  entities: z.number().int(),
  /** Entities that something blocks. */
  blocked: z.number().int(),
  /** Required items of all entities, and those that are in place. */
  required: z.number().int(),
  satisfied: z.number().int(),
};

/**
 * How the entities behind one line stand together. A team holds what its
 * sub-groups own, as the filter by owner does: lines overlap and don't add up.
 *
 * @public
 */
export const rollupLine = z.strictObject({
  /** Reference, or the tier. */
  value: z.string(),
  /** The Group right above a team, where the caller may read it. */
  parent: z.string().nullable(),
  ...counts,
  /**
   * How much is required and how much of it is satisfied, for the heat map: in
   * the order of the roll-up's `sections`, null where nothing is required.
   * Hundreds of lines have these, so they are short.
   */
  sections: z.array(z.tuple([z.number().int(), z.number().int()]).nullable()),
});

/** What {@link rollupLine} lets through. @public */
export type RollupLine = z.output<typeof rollupLine>;

/** The portfolio by team, System, Domain or tier. @public */
export const portfolioRollup = z.strictObject({
  /** All entities that the filters leave, each once. */
  total: z.strictObject(counts),
  lines: z.array(rollupLine).max(ROLLUP_SIZE),
  /** Whether there are more lines than these. */
  cut: z.boolean(),
  /** Sections with their titles, in the checklist's order. */
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: z.strictObject({ en: z.string(), ja: z.string() }),
    }),
  ),
  blockers: z
    .array(portfolioBlocker.extend({ count: z.number().int() }))
    .max(FACET_SIZE),
  asOf: z.number().int(),
});

/** What {@link portfolioRollup} lets through. @public */
export type PortfolioRollup = z.output<typeof portfolioRollup>;

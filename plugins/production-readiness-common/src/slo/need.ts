import { z } from 'zod';
import { plainText } from '../api/text';

/** Whether an entity needs an SLO; the reason why it needs none. @public */
export const sloNeedInput = z.strictObject({
  /** Why none is needed; null takes that back. */
  notNeededBecause: plainText({ min: 10, max: 2000 }).nullable(),
});

/** What {@link sloNeedInput} lets through. @public */
export type SloNeedInput = z.output<typeof sloNeedInput>;

/** What was decided about the need for an SLO. @public */
export const sloNeedView = z.strictObject({
  /** Null while nobody said that none is needed. */
  notNeeded: z
    .strictObject({
      because: z.string(),
      by: z.strictObject({ userRef: z.string(), name: z.string() }),
      at: z.int(),
    })
    .nullable(),
  /** Whether this caller may decide it: an owner; the team while there is none. */
  mayDecide: z.boolean(),
  /** Row version for If-Match; 0 before the first decision. */
  version: z.int(),
});

/** What {@link sloNeedView} lets through. @public */
export type SloNeedView = z.output<typeof sloNeedView>;

import { z } from 'zod';

/**
 * That somebody outside looked at a team's figures, as the team sees it: from
 * which Group, in which week. Never who, nor when within the week, nor how
 * often.
 *
 * @public
 */
export const toilLookSchema = z.strictObject({
  /** ISO week. */
  week: z.string(),
  /** Its Monday. */
  from: z.string(),
  /**
   * Whom it was from: a Group of at least as many people as a shown team has;
   * `outside`: somebody in none, or a Group that the reader may not see;
   * `service`: another part of Backstage.
   */
  by: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('group'),
      ref: z.string(),
      title: z.string(),
    }),
    z.strictObject({ kind: z.literal('outside') }),
    z.strictObject({ kind: z.literal('service') }),
  ]),
});

/** What {@link toilLookSchema} lets through. @public */
export type ToilLook = z.output<typeof toilLookSchema>;

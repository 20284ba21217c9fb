import { z } from 'zod';
import { httpUrl, plainText } from '../api/text';

/**
 * What an SLO is called and where it is filed. No signature covers it: an edit
 * makes no version and voids nothing.
 *
 * @public
 */
export const editorialInput = z.strictObject({
  displayName: plainText({ max: 160 }).optional(),
  description: plainText({ max: 4000 }).optional(),
  labels: z
    .record(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/, {
        error:
          'must be letters, digits and . _ / - only, at most 63 of them, such as team',
      }),
      plainText({ max: 200 }),
    )
    .refine(labels => Object.keys(labels).length <= 30, {
      error: 'must be at most 30 labels',
    })
    .default({}),
  links: z
    .array(
      z.strictObject({
        title: plainText({ max: 160 }).optional(),
        url: httpUrl,
      }),
    )
    .max(20)
    .default([]),
});

/** What {@link editorialInput} lets through. @public */
export type EditorialInput = z.output<typeof editorialInput>;

/** The same with its own row version for If-Match; 0 before the first. @public */
export const editorialView = z.strictObject({
  ...editorialInput.shape,
  version: z.int(),
});

/** What {@link editorialView} lets through. @public */
export type EditorialView = z.output<typeof editorialView>;

import { z } from 'zod';

/** The characters of a part of an entity reference, as the catalog allows. */
const refPart = z
  .string()
  .max(253)
  .regex(/^[^\s:/\p{Control}\p{Surrogate}]+$/u, {
    error:
      'is not a part of an entity reference such as checkout; it has no blank, colon, slash or control character',
  });

/**
 * Path parameters that name an entity.
 *
 * @public
 */
export const entityParams = z.strictObject({
  kind: refPart,
  namespace: refPart,
  name: refPart,
});

/**
 * Path parameters that name a Group.
 *
 * @public
 */
export const groupParams = z.strictObject({
  namespace: refPart,
  name: refPart,
});

/**
 * An entity reference in canonical lower case: `component:default/checkout`.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(600)
  .regex(/^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/u, {
    error: 'must be a full entity reference such as user:default/hanako',
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));

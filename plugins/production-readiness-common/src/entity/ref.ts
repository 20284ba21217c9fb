import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * Brings an entity reference into the one form that is stored and compared:
 * full and in lower case. `Component:Default/Foo` and `component:default/foo`
 * are one entity.
 *
 * @param ref - a full reference, or the parts of one
 * @throws TypeError when it is not a reference
 * @public
 */
export function canonicalRef(
  ref: string | { kind: string; namespace?: string; name: string },
): string {
  // stringifyEntityRef lower-cases in the en-US locale, as the catalog does.
  return stringifyEntityRef(
    typeof ref === 'string' ? parseEntityRef(ref) : ref,
  );
}

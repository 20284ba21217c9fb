import { parseEntityRef } from '@backstage/catalog-model';

/** The parts of an entity reference as the routes take them. @internal */
export interface EntityAddress {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * The path parameters of an entity, in lower case like its reference.
 *
 * @param ref - a full reference, such as `component:default/checkout`
 * @internal
 */
export function entityAddress(ref: string): EntityAddress {
  const { kind, namespace, name } = parseEntityRef(
    ref.toLocaleLowerCase('en-US'),
  );
  return { kind, namespace, name };
}

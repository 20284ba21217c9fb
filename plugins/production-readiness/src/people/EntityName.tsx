import { Link } from '@backstage/ui';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';

/**
 * The name by which people know an entity, a user or a group, optionally as a
 * link to its page. The reference itself is in the tooltip.
 *
 * @internal
 */
export function EntityName(props: {
  /** A full reference, such as `group:default/payments`. */
  entityRef: string;
  /** Whether to link to the entity's page. */
  link?: boolean;
}) {
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  if (!props.link) {
    return <span title={props.entityRef}>{primaryTitle}</span>;
  }
  return <EntityLink entityRef={props.entityRef}>{primaryTitle}</EntityLink>;
}

function EntityLink(props: { entityRef: string; children: string }) {
  const linkTo = useEntityRefLink();
  return (
    <Link href={linkTo(props.entityRef)} title={props.entityRef} standalone>
      {props.children}
    </Link>
  );
}

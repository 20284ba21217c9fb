import { Link } from '@backstage/ui';
import { useEntityTabLink } from '../entity';

/**
 * A Group's name, as a link to how it keeps its checklists.
 *
 * @internal
 */
export function GroupUpkeepLink(props: { groupRef: string; children: string }) {
  const tabLink = useEntityTabLink();
  return (
    <Link href={tabLink(props.groupRef, 'upkeep')} title={props.groupRef}>
      {props.children}
    </Link>
  );
}

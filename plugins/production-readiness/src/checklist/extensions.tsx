import { type Entity, RELATION_CHILD_OF } from '@backstage/catalog-model';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

/** Kinds that a checklist may be for; the server says whether one is. */
const KINDS = {
  kind: { $in: ['component', 'api', 'resource', 'system', 'domain'] },
};

/** The Group at the top holds answers that everything beneath takes over. */
function isTopGroup({ kind, relations = [] }: Entity): boolean {
  return (
    kind.toLocaleLowerCase('en-US') === 'group' &&
    !relations.some(({ type }) => type === RELATION_CHILD_OF)
  );
}

function hasReadiness(entity: Entity): boolean {
  return (
    KINDS.kind.$in.includes(entity.kind.toLocaleLowerCase('en-US')) ||
    isTopGroup(entity)
  );
}

const readinessTab = EntityContentBlueprint.make({
  name: 'readiness',
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <RiShieldCheckLine />,
    filter: hasReadiness,
    loader: () => import('./ReadinessTab').then(m => <m.ReadinessTab />),
  },
});

const readinessCard = EntityCardBlueprint.make({
  name: 'readiness',
  params: {
    type: 'info',
    filter: KINDS,
    loader: () => import('./card/ReadinessCard').then(m => <m.ReadinessCard />),
  },
});

/** What this folder adds to the plugin. @internal */
export const checklistExtensions = [readinessTab, readinessCard];

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
const TOP_GROUPS = {
  $all: [
    { kind: 'group' },
    { $not: { relations: { $contains: { type: 'childOf' } } } },
  ],
};

const readinessTab = EntityContentBlueprint.make({
  name: 'readiness',
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <RiShieldCheckLine />,
    filter: { $any: [KINDS, TOP_GROUPS] },
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

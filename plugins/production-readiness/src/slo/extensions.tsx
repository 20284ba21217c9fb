import {
  type ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_TABS } from '../entity';
import { openSloRouteRef } from '../routes';

const entitySloContent = EntityContentBlueprint.make({
  name: 'slo',
  params: {
    path: `/${ENTITY_TABS.slo}`,
    title: 'SLO',
    // A Domain promises nothing itself, but names owners and has policies.
    filter: {
      kind: { $in: ['component', 'system', 'api', 'resource', 'domain'] },
    },
    loader: () => import('./SloTab').then(({ SloTab }) => <SloTab />),
  },
});

// The portfolio leads to it; a host may leave it out of its navigation.
const openSloPage = PageBlueprint.make({
  name: 'openslo',
  params: {
    path: '/readiness-openslo',
    title: 'SLOs as files',
    routeRef: openSloRouteRef,
    loader: () =>
      import('./openslo/OpenSloPage').then(({ OpenSloPage }) => (
        <OpenSloPage />
      )),
  },
});

/** What this folder adds to the plugin. @internal */
export const sloExtensions: ExtensionDefinition[] = [
  entitySloContent,
  openSloPage,
];

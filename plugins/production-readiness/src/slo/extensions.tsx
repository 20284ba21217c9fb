import { type ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_TABS } from '../entity';

const entitySloContent = EntityContentBlueprint.make({
  name: 'slo',
  params: {
    path: `/${ENTITY_TABS.slo}`,
    title: 'SLO',
    filter: { kind: { $in: ['component', 'system', 'api', 'resource'] } },
    loader: () => import('./SloTab').then(({ SloTab }) => <SloTab />),
  },
});

/** What this folder adds to the plugin. @internal */
export const sloExtensions: ExtensionDefinition[] = [entitySloContent];

import { type ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_TABS } from '../entity';

const groupToilContent = EntityContentBlueprint.make({
  name: 'toil',
  params: {
    path: `/${ENTITY_TABS.toil}`,
    title: 'Toil',
    filter: { kind: 'group' },
    loader: () =>
      import('./GroupToilContent').then(({ GroupToilContent }) => (
        <GroupToilContent />
      )),
  },
});

/** What this folder adds to the plugin. @internal */
export const toilExtensions: ExtensionDefinition[] = [groupToilContent];

import { RiCalendarEventLine } from '@remixicon/react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_TABS } from '../entity';

const groupUpkeepContent = EntityContentBlueprint.make({
  name: 'upkeep',
  params: {
    path: `/${ENTITY_TABS.upkeep}`,
    title: 'Upkeep',
    icon: <RiCalendarEventLine />,
    filter: { kind: 'group' },
    loader: () =>
      import('./GroupUpkeepContent').then(({ GroupUpkeepContent }) => (
        <GroupUpkeepContent />
      )),
  },
});

/** What this folder adds to the plugin. @internal */
export const upkeepExtensions = [groupUpkeepContent];

import {
  AppRootElementBlueprint,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { lazy, Suspense } from 'react';
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

const FloatingLog = lazy(() =>
  import('./anywhere/FloatingLog').then(module => ({
    default: module.FloatingLog,
  })),
);

// Off unless an app wants a button on each of its pages.
const floatingLog = AppRootElementBlueprint.make({
  name: 'toil-log',
  disabled: true,
  params: {
    element: (
      <Suspense fallback={null}>
        <FloatingLog />
      </Suspense>
    ),
  },
});

const homeLog = HomePageWidgetBlueprint.make({
  name: 'toil-log',
  params: {
    name: 'ToilLog',
    title: 'Log work',
    description: 'Record toil and other work of your team in seconds',
    components: async () => {
      const [{ HomeLog }, { homeCard }] = await Promise.all([
        import('./anywhere/HomeLog'),
        import('../layout/HomeCard'),
      ]);
      return { Content: HomeLog, Renderer: homeCard('toil.log.title') };
    },
    layout: {
      width: { minColumns: 3, defaultColumns: 4 },
      height: { minRows: 6, defaultRows: 10 },
    },
  },
});

/** What this folder adds to the plugin. @internal */
export const toilExtensions: ExtensionDefinition[] = [
  groupToilContent,
  homeLog,
  floatingLog,
];

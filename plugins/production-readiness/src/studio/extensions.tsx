import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiListCheck3 } from '@remixicon/react';
import { studioRouteRef } from '../routes';

const studioPage = PageBlueprint.make({
  name: 'studio',
  params: {
    path: '/readiness-studio',
    title: 'Checklist studio',
    icon: <RiListCheck3 size={24} />,
    routeRef: studioRouteRef,
    loader: () =>
      import('./StudioPage').then(({ StudioPage }) => <StudioPage />),
  },
});

/** What this folder adds to the plugin. @internal */
export const studioExtensions = [studioPage];

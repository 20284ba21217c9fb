import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiInbox2Line } from '@remixicon/react';
import { inboxRouteRef } from '../routes';

const inboxPage = PageBlueprint.make({
  name: 'inbox',
  params: {
    path: '/readiness-inbox',
    title: 'Readiness inbox',
    icon: <RiInbox2Line size={24} />,
    routeRef: inboxRouteRef,
    loader: () => import('./InboxPage').then(({ InboxPage }) => <InboxPage />),
  },
});

/** What this folder adds to the plugin. @internal */
export const inboxExtensions = [inboxPage];

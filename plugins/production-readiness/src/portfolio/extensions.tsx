import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiShieldCheckLine } from '@remixicon/react';
import { portfolioRouteRef } from '../routes';

const portfolioPage = PageBlueprint.make({
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <RiShieldCheckLine size={24} />,
    routeRef: portfolioRouteRef,
    loader: () =>
      import('./PortfolioPage').then(({ PortfolioPage }) => <PortfolioPage />),
  },
});

/** What this folder adds to the plugin. @internal */
export const portfolioExtensions = [portfolioPage];

import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
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

const homeCard = HomePageWidgetBlueprint.make({
  name: 'teams-readiness',
  params: {
    name: 'TeamsReadiness',
    title: 'What blocks my teams',
    description: 'Entities of my teams that something blocks, worst first',
    components: () =>
      import('./home/TeamsReadinessCard').then(m => ({
        Content: m.TeamsReadinessCard,
      })),
    layout: { width: { minColumns: 4 }, height: { minRows: 4 } },
  },
});

/** What this folder adds to the plugin. @internal */
export const portfolioExtensions = [portfolioPage, homeCard];

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

const teamsReadiness = HomePageWidgetBlueprint.make({
  name: 'teams-readiness',
  params: {
    name: 'TeamsReadiness',
    title: 'What blocks my teams',
    description: 'Entities of my teams that something blocks, worst first',
    components: async () => {
      const [{ TeamsReadinessCard }, { homeCard }] = await Promise.all([
        import('./home/TeamsReadinessCard'),
        import('../layout/HomeCard'),
      ]);
      return {
        Content: TeamsReadinessCard,
        Renderer: homeCard('portfolioViews.home.title'),
      };
    },
    layout: { width: { minColumns: 4 }, height: { minRows: 4 } },
  },
});

/** What this folder adds to the plugin. @internal */
export const portfolioExtensions = [portfolioPage, teamsReadiness];

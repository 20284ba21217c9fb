import { type ReactNode } from 'react';
import { createRoutableExtension } from '@backstage/core-plugin-api';
import { Content, Header, Page } from '@backstage/core-components';
import { inboxRouteRef, portfolioRouteRef, studioRouteRef } from '../routes';
import { useReadinessTranslation } from '../translations';
import { productionReadinessPlugin } from './plugin';

/**
 * The portfolio as a page of its own: `<Route path="/readiness" …>`.
 *
 * @public
 */
export const ReadinessPortfolioPage = productionReadinessPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessPortfolioPage',
    mountPoint: portfolioRouteRef,
    component: () =>
      import('../portfolio/PortfolioPage').then(({ PortfolioPage }) => () => (
        <LegacyPage name="portfolio">
          <PortfolioPage />
        </LegacyPage>
      )),
  }),
);

/**
 * The inbox as a page of its own: `<Route path="/readiness-inbox" …>`.
 *
 * @public
 */
export const ReadinessInboxPage = productionReadinessPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessInboxPage',
    mountPoint: inboxRouteRef,
    component: () =>
      import('../inbox/InboxPage').then(({ InboxPage }) => () => (
        <LegacyPage name="inbox">
          <InboxPage />
        </LegacyPage>
      )),
  }),
);

/**
 * The checklist studio as a page of its own: `<Route path="/readiness-studio" …>`.
 *
 * @public
 */
export const ReadinessStudioPage = productionReadinessPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessStudioPage',
    mountPoint: studioRouteRef,
    component: () =>
      import('../studio/StudioPage').then(({ StudioPage }) => () => (
        <LegacyPage name="studio">
          <StudioPage />
        </LegacyPage>
      )),
  }),
);

// The new frontend system draws the header itself; here the page does.
function LegacyPage(props: {
  name: 'portfolio' | 'inbox' | 'studio';
  children: ReactNode;
}) {
  const { say } = useReadinessTranslation();
  return (
    <Page themeId="tool">
      <Header title={say(`shell.pages.${props.name}`)} />
      <Content noPadding>{props.children}</Content>
    </Page>
  );
}

// First, before any Material UI part names its classes.
import './theme/muiClassNames';
// The words that all share at once: else each page, tab and card, which are loaded apart, would
// bring a copy of its own.
import './translations/ref';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiShieldCheckLine } from '@remixicon/react';
import { apiExtensions } from './api/extensions';
import { checklistExtensions } from './checklist/extensions';
import { inboxExtensions } from './inbox/extensions';
import { portfolioExtensions } from './portfolio/extensions';
import {
  inboxRouteRef,
  openSloRouteRef,
  portfolioRouteRef,
  studioRouteRef,
} from './routes';
import { sloExtensions } from './slo/extensions';
import { studioExtensions } from './studio/extensions';
import { toilExtensions } from './toil/extensions';
import { upkeepExtensions } from './upkeep/extensions';

/**
 * Production readiness for the new frontend system: a tab on entities and
 * groups, the portfolio and the inbox. Found by discovery; nothing to wire.
 *
 * @public
 */
export const productionReadinessPlugin = createFrontendPlugin({
  pluginId: 'production-readiness',
  title: 'Production readiness',
  icon: <RiShieldCheckLine size={24} />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: portfolioRouteRef,
    inbox: inboxRouteRef,
    studio: studioRouteRef,
    openSlo: openSloRouteRef,
  },
  extensions: [
    ...apiExtensions,
    ...portfolioExtensions,
    ...inboxExtensions,
    ...checklistExtensions,
    ...sloExtensions,
    ...studioExtensions,
    ...toilExtensions,
    ...upkeepExtensions,
  ],
});

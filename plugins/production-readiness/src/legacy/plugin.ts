import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createReadinessClient } from '@prodready/backstage-plugin-production-readiness-common';
import { readinessApiRef } from '../api';
import {
  entityReadinessRouteRef,
  entitySloRouteRef,
  groupToilRouteRef,
  groupUpkeepRouteRef,
  inboxRouteRef,
  portfolioRouteRef,
  studioRouteRef,
} from '../routes';

/**
 * Production readiness for the legacy frontend system.
 *
 * @public
 */
export const productionReadinessPlugin = createPlugin({
  id: 'production-readiness',
  apis: [
    createApiFactory({
      api: readinessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createReadinessClient,
    }),
  ],
  routes: {
    root: portfolioRouteRef,
    inbox: inboxRouteRef,
    studio: studioRouteRef,
    entityReadiness: entityReadinessRouteRef,
    entitySlo: entitySloRouteRef,
    groupToil: groupToilRouteRef,
    groupUpkeep: groupUpkeepRouteRef,
  },
});

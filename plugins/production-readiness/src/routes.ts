import { createRouteRef } from '@backstage/core-plugin-api';

// Route refs made by core-plugin-api are understood by both frontend systems.

/** The portfolio page. @public */
export const portfolioRouteRef = createRouteRef({
  id: 'production-readiness.portfolio',
});

/** The inbox page. @public */
export const inboxRouteRef = createRouteRef({
  id: 'production-readiness.inbox',
});

/** The checklist studio. @public */
export const studioRouteRef = createRouteRef({
  id: 'production-readiness.studio',
});

/** Import and export of the whole catalog's SLOs. @public */
export const openSloRouteRef = createRouteRef({
  id: 'production-readiness.openslo',
});

/** The readiness tab of an entity in the legacy frontend system. @public */
export const entityReadinessRouteRef = createRouteRef({
  id: 'production-readiness.entity',
});

/** The SLO tab of an entity in the legacy frontend system. @public */
export const entitySloRouteRef = createRouteRef({
  id: 'production-readiness.entity-slo',
});

/** The toil tab of a group in the legacy frontend system. @public */
export const groupToilRouteRef = createRouteRef({
  id: 'production-readiness.group-toil',
});

/** The upkeep tab of a group in the legacy frontend system. @public */
export const groupUpkeepRouteRef = createRouteRef({
  id: 'production-readiness.group-upkeep',
});

import { createRoutableExtension } from '@backstage/core-plugin-api';
import {
  entityReadinessRouteRef,
  entitySloRouteRef,
  groupToilRouteRef,
  groupUpkeepRouteRef,
} from '../routes';
import { productionReadinessPlugin } from './plugin';

/**
 * The readiness of an entity:
 * `<EntityLayout.Route path="/readiness" title="Readiness">…`.
 *
 * @public
 */
export const EntityReadinessContent = productionReadinessPlugin.provide(
  createRoutableExtension<() => JSX.Element>({
    name: 'EntityReadinessContent',
    mountPoint: entityReadinessRouteRef,
    component: () => import('../checklist').then(m => m.ReadinessTab),
  }),
);

/**
 * The SLOs of an entity: `<EntityLayout.Route path="/slo" title="SLO">…`.
 *
 * @public
 */
export const EntitySloContent = productionReadinessPlugin.provide(
  createRoutableExtension<() => JSX.Element>({
    name: 'EntitySloContent',
    mountPoint: entitySloRouteRef,
    component: () => import('../slo/SloTab').then(m => m.SloTab),
  }),
);

/**
 * The toil of a group: `<EntityLayout.Route path="/toil" title="Toil">…`.
 *
 * @public
 */
export const GroupToilContent = productionReadinessPlugin.provide(
  createRoutableExtension<() => JSX.Element>({
    name: 'GroupToilContent',
    mountPoint: groupToilRouteRef,
    component: () =>
      import('../toil/GroupToilContent').then(m => m.GroupToilContent),
  }),
);

/**
 * What a group looks at again each quarter:
 * `<EntityLayout.Route path="/upkeep" title="Upkeep">…`.
 *
 * @public
 */
export const GroupUpkeepContent = productionReadinessPlugin.provide(
  createRoutableExtension<() => JSX.Element>({
    name: 'GroupUpkeepContent',
    mountPoint: groupUpkeepRouteRef,
    component: () =>
      import('../upkeep/GroupUpkeepContent').then(m => m.GroupUpkeepContent),
  }),
);

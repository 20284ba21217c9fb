import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  createReadinessClient,
  ReadinessClient,
  RouteResponse,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';

/**
 * Reads production readiness for another backend plugin.
 *
 * @public
 */
export interface ProductionReadinessService {
  /**
   * Where an entity stands with its checklist.
   *
   * @param entityRef - a full entity reference, in any case
   * @throws ReadinessResponseError 404 when the credentials may not read the
   *   entity, in the same words as when there is none
   */
  getReadiness(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<RouteResponse<typeof routes.getReadiness>>;
}

/**
 * Gives other backend plugins the readiness of entities, as far as the
 * credentials that they pass on may read it.
 *
 * @public
 */
export const productionReadinessServiceRef =
  createServiceRef<ProductionReadinessService>({
    id: 'production-readiness.client',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        async factory({ auth, discovery }) {
          const client: ReadinessClient = createReadinessClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          });
          return {
            async getReadiness(entityRef, { credentials }) {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: credentials,
                targetPluginId: 'production-readiness',
              });
              const { body } = await client.call(routes.getReadiness, {
                params: parseEntityRef(entityRef),
                token,
              });
              return body;
            },
          };
        },
      }),
  });

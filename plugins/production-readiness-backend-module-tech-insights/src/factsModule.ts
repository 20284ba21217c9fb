import { createBackendModule } from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { readinessFactRetriever } from './readinessFactRetriever';

/**
 * Offers readiness to Tech Insights as the fact retriever
 * `productionReadiness`; it runs once `techInsights.factRetrievers` names it.
 *
 * @public
 */
export const techInsightsModuleProductionReadiness = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'production-readiness',
  register(env) {
    env.registerInit({
      deps: { retrievers: techInsightsFactRetrieversExtensionPoint },
      async init({ retrievers }) {
        retrievers.addFactRetrievers({
          productionReadiness: readinessFactRetriever,
        });
      },
    });
  },
});

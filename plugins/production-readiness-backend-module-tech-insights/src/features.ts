import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { productionReadinessModuleTechInsights } from './checksModule';
import { techInsightsModuleProductionReadiness } from './factsModule';

/**
 * Both directions: checks of Tech Insights as automatic items, and readiness as
 * facts of Tech Insights.
 *
 * @public
 */
export const techInsightsFeatures = createBackendFeatureLoader({
  *loader() {
    yield productionReadinessModuleTechInsights;
    yield techInsightsModuleProductionReadiness;
  },
});

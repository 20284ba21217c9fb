import { techInsightsFactCheckerFactoryExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techInsightsModuleProductionReadiness } from '@prodready/backstage-plugin-production-readiness-backend-module-tech-insights';
import { ThresholdFactChecker } from './factChecker';

const factChecker = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'demo-fact-checker',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        checkers: techInsightsFactCheckerFactoryExtensionPoint,
      },
      async init({ checkers, config }) {
        checkers.setFactCheckerFactory({
          construct: store => ThresholdFactChecker.fromConfig(config, store),
        });
      },
    });
  },
});

/**
 * Tech Insights beside the plugin, with a checker of facts and with readiness
 * among its facts; only where `techInsights` is configured. Nobody else pays for
 * loading it.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    if (!config.has('techInsights')) return;
    yield import('@backstage-community/plugin-tech-insights-backend');
    yield factChecker;
    yield techInsightsModuleProductionReadiness;
  },
});

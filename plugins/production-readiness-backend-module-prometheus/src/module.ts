import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { telemetryProvidersExtensionPoint } from '@prodready/backstage-plugin-production-readiness-node';
import { readPrometheusConfig } from './config';
import { PrometheusClient } from './PrometheusClient';
import { PrometheusProvider } from './PrometheusProvider';

/**
 * Adds a Prometheus server to production readiness; nothing without its URL.
 *
 * @public
 */
export const productionReadinessModulePrometheus = createBackendModule({
  pluginId: 'production-readiness',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        telemetry: telemetryProvidersExtensionPoint,
      },
      async init({ config, logger, telemetry }) {
        const settings = readPrometheusConfig(config);
        if (!settings) {
          logger.info(
            'No Prometheus server is configured in productionReadiness.prometheus.url',
          );
          return;
        }
        telemetry.addProvider(
          new PrometheusProvider(
            new PrometheusClient(settings),
            settings.metrics,
          ),
        );
      },
    });
  },
});

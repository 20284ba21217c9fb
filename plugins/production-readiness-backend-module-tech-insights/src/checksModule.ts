import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readinessChecksExtensionPoint } from '@prodready/backstage-plugin-production-readiness-node';
import { TechInsightsCheckProvider } from './TechInsightsCheckProvider';

/**
 * Answers `checks.tech-insights.<check id>` in checklists by the checks of Tech
 * Insights.
 *
 * @public
 */
export const productionReadinessModuleTechInsights = createBackendModule({
  pluginId: 'production-readiness',
  moduleId: 'tech-insights',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        checks: readinessChecksExtensionPoint,
        discovery: coreServices.discovery,
      },
      async init({ auth, checks, discovery }) {
        checks.addCheckProvider(
          new TechInsightsCheckProvider({
            discovery,
            async getToken() {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'tech-insights',
              });
              return token;
            },
          }),
        );
      },
    });
  },
});

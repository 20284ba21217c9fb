import { createBackendModule } from '@backstage/backend-plugin-api';
import { telemetryProvidersExtensionPoint } from '@prodready/backstage-plugin-production-readiness-node';
import { DemoProvider } from './DemoProvider';

/** Gives the demo budgets to look at, without a Prometheus server. */
export default createBackendModule({
  pluginId: 'production-readiness',
  moduleId: 'demo-telemetry',
  register(env) {
    env.registerInit({
      deps: { telemetry: telemetryProvidersExtensionPoint },
      async init({ telemetry }) {
        telemetry.addProvider(new DemoProvider());
      },
    });
  },
});

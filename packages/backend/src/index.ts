// The development host: a small, real Backstage backend around the plugin.
import { createBackend } from '@backstage/backend-defaults';
import { productionReadinessModuleTechInsights } from '@prodready/backstage-plugin-production-readiness-backend-module-tech-insights';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-permission-backend'));

backend.add(import('./signIn'));
backend.add(import('./people'));
backend.add(import('./permission'));

backend.add(import('@prodready/backstage-plugin-production-readiness-backend'));
backend.add(import('./telemetry'));
// Does nothing until productionReadiness.prometheus.url is configured.
backend.add(
  import(
    '@prodready/backstage-plugin-production-readiness-backend-module-prometheus'
  ),
);
// Asks nothing until a checklist names checks of Tech Insights.
backend.add(productionReadinessModuleTechInsights);
// Is there only where `techInsights` is configured.
backend.add(import('./techInsights'));

backend.start();

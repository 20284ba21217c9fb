import { createApiRef } from '@backstage/frontend-plugin-api';
import { type ReadinessClient } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * The REST API of production readiness, as its typed client. Both frontend
 * systems find it by its id.
 *
 * @public
 */
export const readinessApiRef = createApiRef<ReadinessClient>({
  id: 'plugin.production-readiness.client',
});

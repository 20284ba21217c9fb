import { useApi } from '@backstage/frontend-plugin-api';
import { type ReadinessClient } from '@prodready/backstage-plugin-production-readiness-common';
import { readinessApiRef } from './readinessApi';

/**
 * The typed client: `client.call(routes.x, { params, query, body })`.
 *
 * @internal
 */
export function useReadinessClient(): ReadinessClient {
  return useApi(readinessApiRef);
}

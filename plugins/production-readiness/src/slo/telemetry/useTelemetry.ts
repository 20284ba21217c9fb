import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sloTelemetryRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { entityPath } from '../data/useSlos';

const keyOf = (entityRef: string) => ['slo-telemetry', entityRef];

/** How an entity's SLOs do, as it was collected last. @internal */
export function useTelemetry(entityRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: keyOf(entityRef),
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => {
      const { body } = await client.call(
        sloTelemetryRoutes.getEntityTelemetry,
        { params: entityPath(entityRef), signal },
      );
      return body;
    },
  });
}

/** Says which running SLO measures an SLO. @internal */
export function useBindTelemetry(entityRef: string, sloId: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: {
      running: { provider: string; externalId: string } | null;
      version: number;
    }) =>
      client.call(sloTelemetryRoutes.bindTelemetry, {
        params: { sloId },
        body: { running: input.running },
        ifMatch: input.version,
      }),
    // After a refusal too: what somebody else saved is to be seen.
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(entityRef) }),
  });
}

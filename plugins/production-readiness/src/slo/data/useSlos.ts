import { parseEntityRef } from '@backstage/catalog-model';
import { useQuery } from '@tanstack/react-query';
import {
  type EntitySlosView,
  sloRoutes,
  type SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { sloKeys } from './keys';

/** The path parameters of an entity. @internal */
export function entityPath(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind, namespace, name };
}

/** Owners, journeys and SLOs of an entity. @internal */
export function useEntitySlos(entityRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: sloKeys.entity(entityRef),
    queryFn: async ({ signal }): Promise<EntitySlosView> => {
      const { body } = await client.call(sloRoutes.getEntitySlos, {
        params: entityPath(entityRef),
        signal,
      });
      return body;
    },
  });
}

/** One SLO, wherever it is shown. @internal */
export function useSlo(sloId: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: sloKeys.slo(sloId),
    queryFn: async ({ signal }): Promise<SloPageView> => {
      const { body } = await client.call(sloRoutes.getSlo, {
        params: { sloId },
        signal,
      });
      return body;
    },
  });
}

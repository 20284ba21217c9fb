import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  gateRoutes,
  type GatePassView,
  type GateView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../api';
import { entityAddress } from '../checklist/data/entityAddress';
import { useWrite } from '../query';

const keyOf = (entityRef: string) => ['gate', entityRef];

/**
 * What the deployment gate says of an entity.
 *
 * @internal
 */
export function useGate(entityRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: keyOf(entityRef),
    queryFn: async ({ signal }): Promise<GateView> => {
      const { body } = await client.call(gateRoutes.getGate, {
        params: entityAddress(entityRef),
        signal,
      });
      return body;
    },
  });
}

/**
 * Lets a release past the gate.
 *
 * @internal
 */
export function usePassGate(entityRef: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: { reason: string; followUpAt: number }) => {
      const { body } = await client.call(gateRoutes.passGate, {
        params: entityAddress(entityRef),
        body: input,
        idempotencyKey: newActionKey(),
      });
      return body;
    },
    onSuccess: gate => queries.setQueryData(keyOf(entityRef), gate),
  });
}

/**
 * Says what came of a release that was let past the gate.
 *
 * @internal
 */
export function useClosePass(entityRef: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: { pass: GatePassView; note: string }) => {
      const { body } = await client.call(gateRoutes.closeGatePass, {
        params: { ...entityAddress(entityRef), passId: input.pass.id },
        body: { note: input.note },
        ifMatch: input.pass.version,
      });
      return body;
    },
    onSuccess: gate => queries.setQueryData(keyOf(entityRef), gate),
  });
}

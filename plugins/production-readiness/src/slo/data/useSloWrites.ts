import {
  type JourneyInput,
  type OwnerRole,
  type RouteBodyInput,
  sloRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { useRefresh } from './useRefresh';
import { entityPath } from './useSlos';

/** What an edit of an SLO sends. @internal */
export type SloEditInput = RouteBodyInput<typeof sloRoutes.editSlo>;

/** What a signer sends. @internal */
export type SignInput = RouteBodyInput<typeof sloRoutes.signSlo>;

/** Writes about one SLO. @internal */
export function useSloWrites(sloId: string) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  const edit = useWrite({
    mutationFn: async (input: { body: SloEditInput; version: number }) => {
      const { body } = await client.call(sloRoutes.editSlo, {
        params: { sloId },
        body: input.body,
        ifMatch: input.version,
      });
      return body;
    },
    onSuccess: refresh,
  });
  const request = useWrite({
    mutationFn: async (version: number) => {
      const { body } = await client.call(sloRoutes.requestSignatures, {
        params: { sloId, version },
      });
      return body;
    },
    onSuccess: refresh,
  });
  const sign = useWrite({
    mutationFn: async (input: {
      body: SignInput;
      version: number;
      key: string;
    }) => {
      const { body } = await client.call(sloRoutes.signSlo, {
        params: { sloId, version: input.version },
        body: input.body,
        idempotencyKey: input.key,
      });
      return body;
    },
    onSuccess: refresh,
  });
  return { edit, request, sign };
}

/** Writes about the SLOs of an entity. @internal */
export function useEntitySloWrites(entityRef: string) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  const params = entityPath(entityRef);
  const addSlo = useWrite({
    mutationFn: async (body: SloEditInput) => {
      const answer = await client.call(sloRoutes.addSlo, {
        params,
        body,
        idempotencyKey: newActionKey(),
      });
      return answer.body;
    },
    onSuccess: refresh,
  });
  const addJourney = useWrite({
    mutationFn: async (body: JourneyInput) => {
      const answer = await client.call(sloRoutes.addJourney, {
        params,
        body,
        idempotencyKey: newActionKey(),
      });
      return answer.body;
    },
    onSuccess: () => refresh(),
  });
  const editJourney = useWrite({
    mutationFn: async (input: {
      journeyId: string;
      body: JourneyInput;
      version: number;
    }) => {
      const answer = await client.call(sloRoutes.editJourney, {
        params: { ...params, journeyId: input.journeyId },
        body: input.body,
        ifMatch: input.version,
      });
      return answer.body;
    },
    onSuccess: () => refresh(),
  });
  const setOwner = useWrite({
    mutationFn: async (input: {
      role: OwnerRole;
      userRef: string | null;
      version: number;
    }) => {
      const answer = await client.call(sloRoutes.setOwner, {
        params: { ...params, role: input.role },
        body: { userRef: input.userRef },
        ifMatch: input.version,
      });
      return answer.body;
    },
    // After a refusal too: what somebody else saved is to be seen.
    onSettled: () => refresh(),
  });
  return { addSlo, addJourney, editJourney, setOwner };
}

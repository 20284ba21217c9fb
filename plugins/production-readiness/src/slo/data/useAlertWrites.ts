import {
  type AlertInput,
  type AlertReviewInput,
  sloRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { entityPath } from './useSlos';
import { useRefresh } from './useRefresh';

/** Writes about the alerts of an entity. @internal */
export function useAlertWrites(entityRef: string) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  const params = entityPath(entityRef);
  const add = useWrite({
    mutationFn: async (body: AlertInput) => {
      const answer = await client.call(sloRoutes.addAlert, {
        params,
        body,
        idempotencyKey: newActionKey(),
      });
      return answer.body;
    },
    onSuccess: () => refresh(),
  });
  const edit = useWrite({
    mutationFn: async (input: {
      alertId: string;
      body: AlertInput;
      version: number;
    }) => {
      const answer = await client.call(sloRoutes.editAlert, {
        params: { ...params, alertId: input.alertId },
        body: input.body,
        ifMatch: input.version,
      });
      return answer.body;
    },
    onSuccess: () => refresh(),
  });
  const review = useWrite({
    mutationFn: async (input: {
      alertId: string;
      body: AlertReviewInput;
      version: number;
    }) => {
      const answer = await client.call(sloRoutes.reviewAlert, {
        params: { ...params, alertId: input.alertId },
        body: input.body,
        ifMatch: input.version,
      });
      return answer.body;
    },
    onSuccess: () => refresh(),
  });
  return { add, edit, review };
}

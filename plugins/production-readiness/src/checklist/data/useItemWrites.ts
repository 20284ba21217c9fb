import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  checklistRoutes,
  type Evidence,
  type ItemView,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { entityAddress } from './entityAddress';
import { checklistKeys } from './keys';

/**
 * The writes on one item: answer it, accept an answer, return one. Each says
 * which version it was made from; the server refuses with 412 when there is a
 * newer one.
 *
 * @internal
 */
export function useItemWrites(entityRef: string, itemId: string) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const params = { ...entityAddress(entityRef), itemId };

  const showAtOnce = (item: ItemView) =>
    queries.setQueryData<ReadinessView>(
      checklistKeys.readiness(entityRef),
      view =>
        view && {
          ...view,
          items: view.items.map(one => (one.itemId === itemId ? item : one)),
        },
    );
  const onSuccess = (answer: { item: ItemView }) => {
    showAtOnce(answer.item);
    // Level, blockers, inbox and portfolio follow from it; words never do.
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        !(queryKey[0] === 'checklist' && queryKey[1] === 'words'),
    });
  };

  const attest = useMutation({
    mutationFn: async (input: {
      evidence: Evidence;
      version: number;
      /** The checklist whose words were on the screen. */
      checklistDigest?: string;
    }) => {
      const { body } = await client.call(checklistRoutes.attestItem, {
        params,
        body: {
          evidence: input.evidence,
          checklistDigest: input.checklistDigest,
        },
        ifMatch: input.version,
      });
      return body;
    },
    onSuccess,
  });
  const accept = useMutation({
    mutationFn: async (input: { version: number }) => {
      const { body } = await client.call(checklistRoutes.acceptItem, {
        params,
        ifMatch: input.version,
      });
      return body;
    },
    onSuccess,
  });
  const giveBack = useMutation({
    mutationFn: async (input: { comment: string; version: number }) => {
      const { body } = await client.call(checklistRoutes.returnItem, {
        params,
        body: { comment: input.comment },
        ifMatch: input.version,
      });
      return body;
    },
    onSuccess,
  });
  return { attest, accept, giveBack };
}

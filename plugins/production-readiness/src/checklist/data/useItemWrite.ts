import { useQueryClient } from '@tanstack/react-query';
import type {
  ItemView,
  ReadinessView,
  RouteBodyInput,
  RouteDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { entityAddress } from './entityAddress';
import { checklistKeys } from './keys';

/**
 * One kind of write on one item: an answer, a decision, a request. It says
 * which version it was made from; the server refuses with 412 when there is a
 * newer one.
 *
 * @param route - a route of an item that answers with the item
 * @internal
 */
export function useItemWrite<R extends RouteDefinition>(
  entityRef: string,
  itemId: string,
  route: R,
) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: {
      version: number;
      body?: RouteBodyInput<R>;
    }): Promise<ItemView> => {
      const { body } = await client.call<RouteDefinition>(route, {
        params: { ...entityAddress(entityRef), itemId },
        body: input.body,
        ifMatch: input.version,
      });
      return (body as { item: ItemView }).item;
    },
    onSuccess: item => {
      // Shown at once; level, blockers, inbox and portfolio follow from it,
      // words never do.
      queries.setQueryData<ReadinessView>(
        checklistKeys.readiness(entityRef),
        view =>
          view && {
            ...view,
            items: view.items.map(one => (one.itemId === itemId ? item : one)),
          },
      );
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          !(queryKey[0] === 'checklist' && queryKey[1] === 'words'),
      });
    },
  });
}

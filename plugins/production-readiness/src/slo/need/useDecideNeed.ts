import {
  type EntitySlosView,
  sloRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { useRefresh } from '../data/useRefresh';
import { entityPath } from '../data/useSlos';

/** Says why an entity needs no number; null takes that back. @internal */
export function useDecideNeed(view: EntitySlosView) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  return useWrite({
    mutationFn: async (notNeededBecause: string | null) => {
      await client.call(sloRoutes.decideSloNeed, {
        params: entityPath(view.entityRef),
        body: { notNeededBecause },
        ifMatch: view.need.version,
      });
    },
    onSuccess: () => refresh(),
  });
}

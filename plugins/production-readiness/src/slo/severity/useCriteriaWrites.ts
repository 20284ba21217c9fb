import {
  type EntitySlosView,
  type SeverityCriteriaInput,
  sloRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { useRefresh } from '../data/useRefresh';
import { entityPath } from '../data/useSlos';

/** Saves how severities are told apart, for an entity or for all. @internal */
export function useCriteriaWrites(view: EntitySlosView) {
  const client = useReadinessClient();
  const refresh = useRefresh();
  const { version, organisationVersion } = view.severityCriteria;
  const save = useWrite({
    mutationFn: async (
      input: SeverityCriteriaInput & { scope: 'entity' | 'organisation' },
    ) => {
      const body = { criteria: input.criteria };
      if (input.scope === 'entity') {
        await client.call(sloRoutes.setSeverityCriteria, {
          params: entityPath(view.entityRef),
          body,
          ifMatch: version,
        });
      } else {
        await client.call(sloRoutes.setOrganisationCriteria, {
          body,
          ifMatch: organisationVersion,
        });
      }
    },
    onSuccess: () => refresh(),
  });
  return { save };
}

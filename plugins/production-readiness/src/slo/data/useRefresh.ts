import { useQueryClient } from '@tanstack/react-query';
import { type SloPageView } from '@prodready/backstage-plugin-production-readiness-common';
import { sloKeys } from './keys';

/**
 * After a write everything that may follow from it is read again.
 *
 * @internal
 */
export function useRefresh() {
  const queries = useQueryClient();
  return (page?: SloPageView) => {
    if (page) queries.setQueryData(sloKeys.slo(page.slo.id), page);
    // Checklist, inbox and portfolio read facts about SLOs.
    queries.invalidateQueries();
  };
}

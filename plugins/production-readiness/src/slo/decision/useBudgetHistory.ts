import { useQuery } from '@tanstack/react-query';
import {
  type BudgetDay,
  sloTelemetryRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { sloKeys } from '../data/keys';

const NOTHING: BudgetDay[] = [];

/**
 * How the budget of an SLO stood each day of the last quarter. Nothing is known
 * while no telemetry is connected, and nothing is then said.
 *
 * @internal
 */
export function useBudgetHistory(sloId: string): BudgetDay[] {
  const client = useReadinessClient();
  const { data } = useQuery({
    queryKey: [...sloKeys.slo(sloId), 'budget-history'],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(sloTelemetryRoutes.getBudgetHistory, {
        params: { sloId },
        query: { days: 91 },
        signal,
      });
      return body.days;
    },
  });
  return data ?? NOTHING;
}

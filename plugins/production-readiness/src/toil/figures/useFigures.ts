import {
  toilRoutes,
  type ToilDecisionInput,
  type ToilTargets,
} from '@prodready/backstage-plugin-production-readiness-common';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { newActionKey, useReadinessClient } from '../../api';
import { useWrite } from '../../query';
import { type GroupName } from '../useTeamToil';

const keyOf = (group: GroupName, ...rest: string[]) => [
  'toil',
  group.namespace,
  group.name,
  ...rest,
];

/** The team's quarters. @internal */
export function useToilTrend(group: GroupName) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: keyOf(group, 'trend'),
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getToilTrend, {
        params: group,
        query: {},
        signal,
      });
      return body;
    },
  });
}

/** All teams that the caller may see, together. @internal */
export function useOrganisationToil() {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['toil', 'organisation'],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getOrganisationToil, {
        signal,
      });
      return body;
    },
  });
}

/** What the team decided, and what became of it. @internal */
export function useToilDecisions(group: GroupName | undefined) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: group ? keyOf(group, 'decisions') : [],
    queryFn: group
      ? async ({ signal }) => {
          const { body } = await client.call(toilRoutes.listToilDecisions, {
            params: group,
            signal,
          });
          return body;
        }
      : skipToken,
  });
}

/** Which groups looked; for members. @internal */
export function useToilLooks(group: GroupName) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: keyOf(group, 'looks'),
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.listToilLooks, {
        params: group,
        signal,
      });
      return body.looks;
    },
  });
}

/** What a team decides; figures follow. @internal */
export function useFigureWrites(group: GroupName) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: keyOf(group) });
  const setTargets = useWrite({
    mutationFn: async (change: { version: number; targets: ToilTargets }) => {
      await client.call(toilRoutes.setToilTargets, {
        params: group,
        body: change.targets,
        ifMatch: change.version,
      });
    },
    onSuccess,
  });
  const setSharing = useWrite({
    mutationFn: async (change: { version: number; shares: boolean }) => {
      await client.call(toilRoutes.setToilSharing, {
        params: group,
        body: { shares: change.shares },
        ifMatch: change.version,
      });
    },
    onSuccess,
  });
  const decide = useWrite({
    mutationFn: async (decision: ToilDecisionInput) => {
      await client.call(toilRoutes.addToilDecision, {
        params: group,
        body: decision,
        idempotencyKey: newActionKey(),
      });
    },
    onSuccess,
  });
  const change = useWrite({
    mutationFn: async (decision: {
      id: string;
      version: number;
      input: ToilDecisionInput;
    }) => {
      await client.call(toilRoutes.updateToilDecision, {
        params: { ...group, decisionId: decision.id },
        body: decision.input,
        ifMatch: decision.version,
      });
    },
    onSuccess,
  });
  const remove = useWrite({
    mutationFn: async (decision: { id: string; version: number }) => {
      await client.call(toilRoutes.deleteToilDecision, {
        params: { ...group, decisionId: decision.id },
        ifMatch: decision.version,
      });
    },
    onSuccess,
  });
  return { setTargets, setSharing, decide, change, remove };
}

import {
  toilRoutes,
  type ToilEntryInput,
  type ToilEntryView,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useReadinessClient } from '../api';
import { useWrite } from '../query';

/** A Group by the parts of its reference. @internal */
export interface GroupName {
  namespace: string;
  name: string;
}

const KEY = 'toil';

/** A team's figures, or that they are hidden. @internal */
export function useTeamToil(
  group: GroupName,
  period: { from?: string; to?: string } = {},
) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: [KEY, group.namespace, group.name, 'report', period],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getTeamToil, {
        params: group,
        query: period,
        signal,
      });
      return body;
    },
    // The weeks before stay until the next ones are there.
    placeholderData: keepPreviousData,
  });
}

/** What the team recorded in a week; for members. @internal */
export function useToilEntries(group: GroupName, week: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: [KEY, group.namespace, group.name, 'entries', week],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.listToilEntries, {
        params: group,
        query: { week },
        signal,
      });
      return body;
    },
  });
}

/** Records, changes and deletes; figures and lists follow. @internal */
export function useToilWrites(group: GroupName) {
  const client = useReadinessClient();
  const queries = useQueryClient();
  const onSuccess = () =>
    queries.invalidateQueries({ queryKey: [KEY, group.namespace, group.name] });

  const log = useWrite({
    mutationFn: async (action: { entry: ToilEntryInput; key: string }) => {
      const { body } = await client.call(toilRoutes.logToil, {
        params: group,
        body: action.entry,
        idempotencyKey: action.key,
      });
      return body;
    },
    onSuccess,
  });
  const update = useWrite({
    mutationFn: async (change: {
      id: string;
      version: number;
      entry: ToilEntryInput;
    }) => {
      const { body } = await client.call(toilRoutes.updateToilEntry, {
        params: { ...group, entryId: change.id },
        body: change.entry,
        ifMatch: change.version,
      });
      return body;
    },
    onSuccess,
  });
  const remove = useWrite({
    mutationFn: async (entry: Pick<ToilEntryView, 'id' | 'version'>) => {
      await client.call(toilRoutes.deleteToilEntry, {
        params: { ...group, entryId: entry.id },
        ifMatch: entry.version,
      });
    },
    onSuccess,
  });
  return { log, update, remove };
}

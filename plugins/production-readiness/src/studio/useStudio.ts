import {
  studioRoutes,
  type DraftImpact,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../api';
import { useWrite } from '../query';

/** The configured checklists. @internal */
export function useChecklists() {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['studio', 'checklists'],
    queryFn: async ({ signal }) =>
      (await client.call(studioRoutes.listChecklists, { signal })).body,
  });
}

/** Every version of a checklist, newest first. @internal */
export function useVersions(checklistId: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['studio', 'versions', checklistId],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(studioRoutes.listChecklistVersions, {
        params: { checklistId },
        signal,
      });
      return body.versions;
    },
  });
}

/** What two versions do not have in common. @internal */
export function useDifferences(from: string, to: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['studio', 'differences', from, to],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { body } = await client.call(studioRoutes.getChecklistDifferences, {
        query: { from, to },
        signal,
      });
      return body;
    },
  });
}

/** How teams stand with a checklist. @internal */
export function useUsage(checklistId: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['studio', 'usage', checklistId],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(studioRoutes.getChecklistUsage, {
        params: { checklistId },
        signal,
      });
      return body;
    },
  });
}

/** When a preview looks at the catalog. @internal */
export type PreviewMoment = 'now' | 'started';

/** What can be done with a draft; nothing of it is stored. @internal */
export function useDraftActions() {
  const client = useReadinessClient();
  const load = useWrite({
    mutationFn: async (digest: string) =>
      (
        await client.call(studioRoutes.getChecklistDocument, {
          params: { digest },
        })
      ).body.text,
  });
  const check = useWrite({
    mutationFn: async (text: string) =>
      (
        await client.call(studioRoutes.validateChecklistDraft, {
          body: { text },
        })
      ).body,
  });
  const preview = useWrite({
    mutationFn: async (input: {
      text: string;
      when: PreviewMoment;
    }): Promise<DraftImpact> =>
      (await client.call(studioRoutes.previewChecklistDraft, { body: input }))
        .body,
  });
  return { load, check, preview };
}

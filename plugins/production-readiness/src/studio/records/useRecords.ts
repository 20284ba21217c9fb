import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  canonicalRef,
  recordRoutes,
  type RecordHolder,
  type RecordMovePreview,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { useWrite } from '../../query';

/** An entity that could get records. @internal */
export interface Target {
  entityRef: string;
  title: string;
}

const MOST_TARGETS = 8;

/** Entities that are gone and hold records. @internal */
export function useLostRecords(text: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['records', 'lost', text],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await client.call(recordRoutes.listLostRecords, {
          query: text === '' ? {} : { q: text },
          signal,
        })
      ).body,
  });
}

/** Entities of one kind whose name holds the text. @internal */
export function useTargets(kind: string, text: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['records', 'targets', kind, text],
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Target[]> => {
      const { items } = await catalog.queryEntities({
        filter: { kind },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
        ],
        fullTextFilter: {
          term: text,
          fields: ['metadata.name', 'metadata.title'],
        },
        // Every entity has a name; by another field some would drop out.
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_TARGETS,
      });
      return items.map(entity => ({
        entityRef: canonicalRef(stringifyEntityRef(entity)),
        title: entity.metadata.title ?? entity.metadata.name,
      }));
    },
  });
}

/** What a move would do. @internal */
export function useMovePreview(from: RecordHolder, toRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['records', 'preview', from.ref, from.uid, toRef],
    // Somebody may be writing to it at this moment.
    gcTime: 0,
    queryFn: async ({ signal }) =>
      (
        await client.call(recordRoutes.previewRecordMove, {
          query: { fromRef: from.ref, fromUid: from.uid, toRef },
          signal,
        })
      ).body,
  });
}

/** Moves the records that a preview showed. @internal */
export function useMoveRecords() {
  const client = useReadinessClient();
  const queries = useQueryClient();
  return useWrite({
    mutationFn: async (input: {
      preview: RecordMovePreview;
      signatures: 'keep' | 'ask-again';
      reason: string;
      key: string;
    }) => {
      const { from, to } = input.preview;
      const { body } = await client.call(recordRoutes.moveRecords, {
        body: {
          from: { ref: from.ref, uid: from.uid },
          to: { ref: to.ref, uid: to.uid },
          signatures: input.signatures,
          reason: input.reason,
        },
        idempotencyKey: input.key,
      });
      return body;
    },
    // Everything that is shown of either of them is another by now.
    onSuccess: () => queries.invalidateQueries(),
  });
}

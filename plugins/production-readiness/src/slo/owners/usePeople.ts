import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** Somebody who can be chosen. @internal */
export interface Person {
  userRef: string;
  name: string;
  /** What tells people of one name apart. */
  detail: string;
}

const MOST = 20;

/**
 * The Users of the catalog that match what was typed, the first twenty.
 *
 * @internal
 */
export function usePeople(term: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['people', term],
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Person[]> => {
      const { items } = await catalog.queryEntities({
        filter: { kind: 'User' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
          'spec.profile.email',
        ],
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
            'spec.profile.email',
          ],
        },
        // Every entity has a name; by another field some would drop out.
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST,
      });
      return items
        .map(entity => {
          const profile = (entity.spec?.profile ?? {}) as {
            displayName?: string;
            email?: string;
          };
          return {
            userRef: stringifyEntityRef(entity),
            name:
              profile.displayName ??
              entity.metadata.title ??
              entity.metadata.name,
            detail: profile.email ?? entity.metadata.name,
          };
        })
        .sort((a, b) => a.name.localeCompare(b.name));
    },
  });
}

import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Paths of this plugin's tabs under an entity's page. @internal */
export const ENTITY_TABS = {
  readiness: 'readiness',
  slo: 'slo',
  toil: 'toil',
  upkeep: 'upkeep',
} as const;

/** A tab of this plugin. @internal */
export type EntityTab = keyof typeof ENTITY_TABS;

/**
 * Makes links to this plugin's tabs on entities, so that a number leads to
 * what it counts.
 *
 * @returns a function of the reference, the tab and search parameters
 * @internal
 */
export function useEntityTabLink() {
  const linkTo = useEntityRefLink();
  return useCallback(
    (entityRef: string, tab: EntityTab, search?: Record<string, string>) => {
      const query = new URLSearchParams(search).toString();
      const path = `${linkTo(entityRef)}/${ENTITY_TABS[tab]}`;
      return query ? `${path}?${query}` : path;
    },
    [linkTo],
  );
}

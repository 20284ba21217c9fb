import {
  CHAIN_HOLE_ITEMS,
  type ChainHole,
  localize,
} from '@prodready/backstage-plugin-production-readiness-common';
import { joinItems } from '../../checklist/data/joinItems';
import { useChecklistWords } from '../../checklist/data/useChecklistWords';
import { useReadiness } from '../../checklist/data/useReadiness';
import { useEntityTabLink } from '../../entity';
import { useSloTranslation } from '../../translations';

/** An item of the checklist that waits for something. @internal */
export interface BlockedItem {
  id: string;
  title: string;
  href: string;
}

/**
 * The items of an entity's checklist that a hole in the chain holds back, as
 * far as they are required and not in place.
 *
 * @internal
 */
export function useBlockedItems(entityRef: string) {
  const { language } = useSloTranslation();
  const link = useEntityTabLink();
  const { data: readiness } = useReadiness(entityRef);
  const { data: words } = useChecklistWords(readiness?.checklist?.digest);
  const items = readiness && words ? joinItems(readiness, words) : undefined;
  return (hole: ChainHole): BlockedItem[] =>
    CHAIN_HOLE_ITEMS[hole].flatMap(id => {
      const item = items?.get(id);
      if (!item || !item.view.required || item.view.satisfied) return [];
      return [
        {
          id,
          title: localize(item.words.title, language),
          href: link(entityRef, 'readiness', { item: id }),
        },
      ];
    });
}

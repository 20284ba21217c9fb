import type {
  ChecklistDefinition,
  ChecklistItemDefinition,
  ChecklistSection,
  ItemView,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';

/** An item of an entity together with its words. @internal */
export interface WordedItem {
  view: ItemView;
  words: ChecklistItemDefinition;
}

/** A section with its items in the checklist's order. @internal */
export interface SectionOfItems {
  section: ChecklistSection;
  /** Required items; only these make a section complete. */
  required: WordedItem[];
  /** Optional, upcoming and not applicable ones. */
  rest: WordedItem[];
}

/**
 * Puts the items of an entity beside their words.
 *
 * @internal
 */
export function joinItems(
  readiness: ReadinessView,
  checklist: ChecklistDefinition,
): Map<string, WordedItem> {
  const words = new Map(checklist.items.map(item => [item.id, item]));
  return new Map(
    readiness.items.flatMap(view => {
      const item = words.get(view.itemId);
      return item ? [[view.itemId, { view, words: item }] as const] : [];
    }),
  );
}

/**
 * Groups items by section, leaving out sections without any.
 *
 * @internal
 */
export function bySection(
  checklist: ChecklistDefinition,
  items: Iterable<WordedItem>,
): SectionOfItems[] {
  const all = [...items];
  return checklist.sections
    .map(section => {
      const own = all.filter(item => item.words.section === section.id);
      return {
        section,
        required: own.filter(item => item.view.required),
        rest: own.filter(item => !item.view.required),
      };
    })
    .filter(({ required, rest }) => required.length + rest.length > 0);
}

/** Whether every required item of a section counts. @internal */
export function isComplete({ required }: SectionOfItems): boolean {
  return required.every(({ view }) => view.satisfied);
}

import type { ChecklistDocument, ChecklistItem } from '../checklist/document';
import { canonicalText } from '../slo/material';
import type { LocalizedText } from '../checklist/localizedText';

/** One field that says something else. Values are canonical JSON. @public */
export interface FieldDifference {
  /** Its path, such as `title.en`. */
  field: string;
  /** Null where it was not there. */
  before: string | null;
  /** Null where it is gone. */
  after: string | null;
}

/** What can happen to an item between two versions of a checklist. @public */
export const ITEM_CHANGES = ['added', 'removed', 'changed'] as const;

/** An item that two versions of a checklist do not have in common. @public */
export interface ItemDifference {
  /** Such as `OWN-1`. */
  itemId: string;
  /** In the newer version, or the older one where it was removed. */
  title: LocalizedText;
  /** What happened to it from the first version to the second. */
  change: (typeof ITEM_CHANGES)[number];
  /** Empty unless it was changed. */
  fields: FieldDifference[];
}

/** What two versions of a checklist do not have in common. @public */
export interface ChecklistDifferences {
  /** Of the document itself: its words, levels, sections and so on. */
  fields: FieldDifference[];
  /** In the order of the newer version; what was removed comes last. */
  items: ItemDifference[];
}

const DOCUMENT_FIELDS = [
  'id',
  'version',
  'title',
  'description',
  'appliesTo',
  'phases',
  'levels',
  'sections',
  'sources',
  'startHere',
  'only',
] as const satisfies readonly (keyof ChecklistDocument)[];

/**
 * Compares two versions of a checklist, item by item and field by field. The
 * order of items makes no difference to anybody, so it is none.
 *
 * @public
 */
export function checklistDifferences(
  before: ChecklistDocument,
  after: ChecklistDocument,
): ChecklistDifferences {
  const old = new Map(before.items.map(item => [item.id, item]));
  const ids = new Set(after.items.map(item => item.id));
  const items = after.items.flatMap(item =>
    differenceOf(old.get(item.id), item),
  );
  const removed = before.items
    .filter(item => !ids.has(item.id))
    .map(
      ({ id, title }): ItemDifference => ({
        itemId: id,
        title,
        change: 'removed',
        fields: [],
      }),
    );
  return {
    fields: fieldsOf(DOCUMENT_FIELDS, before, after),
    items: [...items, ...removed],
  };
}

function differenceOf(
  before: ChecklistItem | undefined,
  after: ChecklistItem,
): ItemDifference[] {
  const { id, title } = after;
  if (before === undefined) {
    return [{ itemId: id, title, change: 'added', fields: [] }];
  }
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  const fields = fieldsOf([...keys], before, after);
  return fields.length > 0
    ? [{ itemId: id, title, change: 'changed', fields }]
    : [];
}

function fieldsOf(
  names: readonly string[],
  before: object,
  after: object,
): FieldDifference[] {
  return names.flatMap(field => {
    const [was, is] = [before, after].map(part => textOf(part, field));
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function textOf(part: object, field: string): string | null {
  const value: unknown = (part as Record<string, unknown>)[field];
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null
    ? canonicalText(value)
    : JSON.stringify(value);
}

import {
  ALLOCATION_KINDS,
  type AllocationPart,
  type AllocationView,
  sameKind,
  type ToilCategory,
} from '@prodready/backstage-plugin-production-readiness-common';

/** Parts as somebody drags them: those of 0 % are there as well. @internal */
export type AllocationDraft = AllocationPart[];

/**
 * Where dragging starts: what the week says, else how the last recorded week
 * was split, else nothing. The six kinds are always there, in their order.
 *
 * @internal
 */
export function draftOfAllocation(view: AllocationView): AllocationDraft {
  const parts: AllocationPart[] =
    view.version > 0
      ? view.parts.map(({ minutes, ...part }) => part)
      : view.proposal?.parts ?? [];
  const kinds = ALLOCATION_KINDS.map(
    kind => parts.find(part => sameKind(part, kind)) ?? { ...kind, percent: 0 },
  );
  return [...kinds, ...parts.filter(part => !kinds.includes(part))];
}

/** What is left to 100; negative when it is too much. @internal */
export function leftOf(draft: AllocationDraft): number {
  return draft.reduce((left, { percent }) => left - percent, 100);
}

/** The draft with a part at another percent, kept within 0 to 100. @internal */
export function withPercent(
  draft: AllocationDraft,
  index: number,
  percent: number,
): AllocationDraft {
  const kept = Math.max(0, Math.min(100, Math.round(percent) || 0));
  return draft.map((part, at) =>
    at === index ? { ...part, percent: kept } : part,
  );
}

/**
 * The draft with a row for a category of its own, which starts at 0 %.
 *
 * @internal
 */
export function withCategoryRow(
  draft: AllocationDraft,
  category: ToilCategory,
): AllocationDraft {
  const row: AllocationPart = {
    trigger: category.trigger ?? 'proactive',
    nature: category.nature ?? 'unsure',
    category: category.id,
    percent: 0,
  };
  return draft.some(part => sameKind(part, row)) ? draft : [...draft, row];
}

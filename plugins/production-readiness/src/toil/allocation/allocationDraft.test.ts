import {
  allocationInputSchema,
  type AllocationView,
  DEFAULT_TOIL_CATEGORIES,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  draftOfAllocation,
  leftOf,
  withCategoryRow,
  withPercent,
} from './allocationDraft';

const NONE: AllocationView = {
  week: '2026-W47',
  version: 0,
  capacityMinutes: 12_000,
  parts: [],
  entries: 0,
  proposal: null,
};

describe('an allocation that is being dragged', () => {
  it('starts from the last recorded week, in the six kinds', () => {
    const draft = draftOfAllocation({
      ...NONE,
      proposal: {
        week: '2026-W46',
        parts: [
          { trigger: 'reactive', nature: 'toil', percent: 60 },
          {
            trigger: 'proactive',
            nature: 'toil',
            category: 'audit',
            percent: 40,
          },
        ],
      },
    });
    expect(draft.map(({ percent }) => percent)).toEqual([
      60, 0, 0, 0, 0, 0, 40,
    ]);
    expect(leftOf(draft)).toBe(0);
    expect(leftOf(draftOfAllocation(NONE))).toBe(100);
  });

  it.each([
    [[100, 0], 0],
    [[60, 45], -5],
    [[33.4, 66.6], 0],
    [[-20, 150], 0],
    [[NaN, 40], 60],
  ])('of %p leaves %p, and is taken exactly when that is 0', (moves, left) => {
    const draft = moves.reduce(
      (before, percent, index) => withPercent(before, index, percent),
      draftOfAllocation(NONE),
    );
    expect(leftOf(draft)).toBe(left);
    const taken = allocationInputSchema.safeParse({ parts: draft });
    expect(taken.success).toBe(left === 0);
  });

  it('takes a category once', () => {
    const [release] = DEFAULT_TOIL_CATEGORIES;
    const draft = withCategoryRow(draftOfAllocation(NONE), release);
    expect(draft).toHaveLength(7);
    expect(withCategoryRow(draft, release)).toHaveLength(7);
  });
});

import { type AllocationView } from '@prodready/backstage-plugin-production-readiness-common';
import { CARD_NATURES, partsOf, splitFrom, withBar } from './split';

const view = (parts: AllocationView['parts']): AllocationView => ({
  week: '2026-W47',
  version: 0,
  capacityMinutes: 12_000,
  parts: [],
  entries: 0,
  proposal: { week: '2026-W46', parts },
});

const total = (percents: number[]) => percents.reduce((a, b) => a + b, 0);

describe('the bars of the Friday card', () => {
  it('begin with last week, and always sum to 100', () => {
    const start = splitFrom(
      view([
        { trigger: 'reactive', nature: 'toil', percent: 45, minutes: 0 },
        {
          trigger: 'proactive',
          nature: 'engineering',
          percent: 55,
          minutes: 0,
        },
      ]),
    );
    expect(start).toEqual({ toil: 45, engineering: 55, overhead: 0 });
    let split = start;
    for (let percent = 0; percent <= 100; percent += 7) {
      for (const nature of CARD_NATURES) {
        split = withBar(split, nature, percent);
        expect(split[nature]).toBe(percent);
        expect(total(Object.values(split))).toBe(100);
        const parts = partsOf(split, view([]));
        expect(total(parts.map(part => part.percent))).toBe(100);
      }
    }
  });

  it('keep how much was reactive', () => {
    const last = view([
      { trigger: 'reactive', nature: 'toil', percent: 30, minutes: 0 },
      { trigger: 'proactive', nature: 'toil', percent: 10, minutes: 0 },
      { trigger: 'proactive', nature: 'engineering', percent: 60, minutes: 0 },
    ]);
    expect(partsOf({ toil: 80, engineering: 20, overhead: 0 }, last)).toEqual([
      { trigger: 'reactive', nature: 'toil', percent: 60 },
      { trigger: 'proactive', nature: 'toil', percent: 20 },
      { trigger: 'proactive', nature: 'engineering', percent: 20 },
    ]);
  });

  it('keep categories in proportion, and leave what is unsure alone', () => {
    const week: AllocationView = {
      ...view([]),
      version: 3,
      parts: [
        {
          trigger: 'reactive',
          nature: 'toil',
          category: 'oncall_page',
          percent: 30,
          minutes: 0,
        },
        {
          trigger: 'proactive',
          nature: 'toil',
          category: 'manual_release',
          percent: 15,
          minutes: 0,
        },
        {
          trigger: 'proactive',
          nature: 'engineering',
          category: 'feature_work',
          percent: 45,
          minutes: 0,
        },
        { trigger: 'reactive', nature: 'unsure', percent: 10, minutes: 0 },
      ],
    };
    const split = withBar(splitFrom(week), 'toil', 60);
    expect(split).toEqual({ toil: 60, engineering: 30, overhead: 0 });
    expect(partsOf(split, week)).toEqual([
      {
        trigger: 'reactive',
        nature: 'toil',
        category: 'oncall_page',
        percent: 40,
      },
      {
        trigger: 'proactive',
        nature: 'toil',
        category: 'manual_release',
        percent: 20,
      },
      {
        trigger: 'proactive',
        nature: 'engineering',
        category: 'feature_work',
        percent: 30,
      },
      { trigger: 'reactive', nature: 'unsure', percent: 10 },
    ]);
    expect(withBar(split, 'toil', 100)).toEqual({
      toil: 90,
      engineering: 0,
      overhead: 0,
    });
  });
});

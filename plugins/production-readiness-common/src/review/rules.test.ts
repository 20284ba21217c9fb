import { Phase } from '../checklist/document';
import { DAY } from '../checklist/states';
import { CappedReview, ReviewState, trafficCapOf } from './rules';

const decided = (
  state: ReviewState,
  day: number,
  rest: Partial<CappedReview> = {},
): CappedReview => ({
  state,
  phase: 'general-availability',
  decidedAt: day * DAY,
  trafficCap: state === 'limited_release' ? `${day} %` : null,
  validUntil: null,
  conditions: [],
  ...rest,
});
const at = (phase: Phase) => ({ phase });

describe('the cap on traffic of a limited release', () => {
  it.each<[string, CappedReview[], string | null]>([
    ['is none without one', [decided('approved', 1)], null],
    ['is what was allowed', [decided('limited_release', 1)], '1 %'],
    [
      'is that of the last one, in whatever order they come',
      [decided('limited_release', 2), decided('limited_release', 1)],
      '2 %',
    ],
    [
      'is lifted by a later approval',
      [decided('limited_release', 1), decided('approved', 2)],
      null,
    ],
    [
      'is lifted by one with conditions',
      [
        decided('approved_with_conditions', 2, {
          conditions: [{ dueAt: 3 * DAY, metAt: null }],
        }),
        decided('limited_release', 1),
      ],
      null,
    ],
    [
      'is lifted by the approval of a later phase',
      [
        decided('limited_release', 1, at('pre-production')),
        decided('approved', 2),
      ],
      null,
    ],
    [
      'stays when an earlier phase is approved later',
      [
        decided('limited_release', 1),
        decided('approved', 2, at('pre-production')),
      ],
      '1 %',
    ],
    [
      'stays when more is asked for later',
      [decided('limited_release', 1), decided('changes_requested', 2)],
      '1 %',
    ],
    [
      'comes after an approval of before',
      [decided('approved', 1), decided('limited_release', 2)],
      '2 %',
    ],
    [
      'ends with its release, to the millisecond',
      [decided('limited_release', 1, { validUntil: 10 * DAY })],
      null,
    ],
    [
      'holds until then',
      [decided('limited_release', 1, { validUntil: 10 * DAY + 1 })],
      '1 %',
    ],
  ])('%s', (_, reviews, cap) => {
    expect(trafficCapOf(reviews, 10 * DAY)).toBe(cap);
    expect(trafficCapOf([...reviews].reverse(), 10 * DAY)).toBe(cap);
  });
});

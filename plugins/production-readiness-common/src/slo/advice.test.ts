import fc from 'fast-check';
import {
  adviceOf,
  keptLately,
  keptOrMissed,
  SLO_ADVICE,
  toilLevelOf,
} from './advice';

describe('advice', () => {
  it.each([
    ['met', 'low', 'high', 'release-faster'],
    ['met', 'low', 'low', 'tighten-calm'],
    ['met', 'high', 'high', 'cut-alerts'],
    ['met', 'high', 'low', 'tighten-busy'],
    ['missed', 'low', 'high', 'loosen-calm'],
    ['missed', 'low', 'low', 'sensitive-alerts'],
    ['missed', 'high', 'high', 'loosen-busy'],
    ['missed', 'high', 'low', 'offload-toil'],
  ] as const)('for %s, toil %s, satisfaction %s is %s', (...row) => {
    const [slo, toil, satisfaction, advice] = row;
    expect(adviceOf({ slo, toil, satisfaction })).toBe(advice);
  });

  it('is given only when all three are known, and is one of eight', () => {
    const maybe = <T>(...values: T[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          slo: maybe('met' as const, 'missed' as const),
          toil: maybe('low' as const, 'high' as const),
          satisfaction: maybe('low' as const, 'high' as const),
        }),
        facts => {
          const known = Object.values(facts).every(one => one !== undefined);
          const advice = adviceOf(facts);
          expect(advice !== undefined).toBe(known);
          if (advice) expect(SLO_ADVICE).toContain(advice);
        },
      ),
    );
  });

  it('takes a budget that is exactly used up for kept', () => {
    expect(keptOrMissed('99.9', '0.001')).toBe('met');
    expect(keptOrMissed('99.9', '0.00100001')).toBe('missed');
  });

  it.each([
    ['2026-11-23', 'met'],
    ['2026-11-22', 'met'],
    ['2026-11-21', undefined],
    ['2026-08-30', undefined],
  ])('takes a last day of %s for %s', (day, expected) => {
    const now = Date.UTC(2026, 10, 23, 0, 5);
    const days = [
      { day: '2026-08-29', errorRatio: '0.5' },
      { day, errorRatio: '0.0004' },
    ];
    expect(keptLately('99.9', days, now)).toBe(expected);
    expect(keptLately('99.9', [], now)).toBeUndefined();
  });

  it('takes too few records for not known', () => {
    expect(
      ['ok', 'watch', 'over', 'action', 'insufficient', 'no_data', null].map(
        toilLevelOf,
      ),
    ).toEqual([
      ...['low', 'low', 'high', 'high'],
      ...[undefined, undefined, undefined],
    ]);
  });
});

import Big from 'big.js';
import fc from 'fast-check';
import { weekCoverage } from './coverage';
import {
  hasManyUnsure,
  percentOf,
  quarterState,
  tenthsOf,
  toilState,
} from './status';
import { toilTrend } from './trend';
import vectors from './toil.vectors.json';

const ALL_WEEKS = 13;

describe('status', () => {
  it.each(vectors.ratios)('judges example %#', example => {
    const toil = { part: example.T, whole: example.T + example.E };
    expect(quarterState(toil, ALL_WEEKS)).toBe(example.toilStatus);
  });

  it('judges the reactive ratio of the first example', () => {
    const { R = 0, P = 0, reactiveStatus } = vectors.ratios[0];
    expect(quarterState({ part: R, whole: R + P }, ALL_WEEKS)).toBe(
      reactiveStatus,
    );
  });

  it.each(vectors.coverage)('gives no verdict on thin data %#', example => {
    expect(Number(weekCoverage(example.weeksWithRecord).toFixed(4))).toBe(
      example.coverage,
    );
    expect(quarterState({ part: 9, whole: 10 }, example.weeksWithRecord)).toBe(
      example.status,
    );
    expect(
      quarterState({ part: 9, whole: 10 }, example.weeksWithRecord + 1),
    ).toBe('over');
  });

  it('has its borders at the target and five points below', () => {
    const state = (part: number) =>
      quarterState({ part, whole: 1000 }, ALL_WEEKS);
    expect(state(501)).toBe('over');
    expect(state(500)).toBe('watch');
    expect(state(450)).toBe('watch');
    expect(state(449)).toBe('ok');
    expect(quarterState({ part: 301, whole: 1000 }, ALL_WEEKS, 30)).toBe(
      'over',
    );
    expect(quarterState({ part: 0, whole: 1000 }, ALL_WEEKS)).toBe('ok');
  });

  it('rounds half up as exact decimal arithmetic does', () => {
    const share = fc
      .tuple(fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: 2 ** 40 }))
      .map(([a, b]) => ({ part: Math.min(a, b), whole: Math.max(a, b) }));
    fc.assert(
      fc.property(share, ({ part, whole }) => {
        // Quotient and rest by long division; the rest decides on the half.
        const scaled = new Big(part).times(1000);
        const floor = scaled.div(whole).round(0, Big.roundDown);
        const rest = scaled.minus(floor.times(whole));
        const up = rest.times(2).gte(whole) ? 1 : 0;
        expect(tenthsOf({ part, whole })).toBe(Number(floor) + up);
      }),
    );
    expect(percentOf({ part: 1001, whole: 2000 })).toBe(50.1);
  });

  it('asks for action after two quarters over the target', () => {
    const over = { share: { part: 6, whole: 10 }, recordedWeeks: 13 };
    const fine = { share: { part: 3, whole: 10 }, recordedWeeks: 13 };
    const thin = { share: { part: 6, whole: 10 }, recordedWeeks: 6 };
    expect(toilState(over, over)).toBe('action');
    expect(toilState(over, fine)).toBe('over');
    expect(toilState(over, thin)).toBe('over');
    expect(toilState(fine, over)).toBe('ok');
    expect(toilState(thin, over)).toBe('insufficient');
  });

  it('hints at unsure minutes from more than a fifth on', () => {
    expect(hasManyUnsure({ part: 20, whole: 100 })).toBe(false);
    expect(hasManyUnsure({ part: 21, whole: 100 })).toBe(true);
    expect(hasManyUnsure({ part: 0, whole: 0 })).toBe(false);
  });
});

describe('trend', () => {
  it.each(vectors.trend)('compares two quarters %#', example => {
    const share = (ratio: number) => ({
      part: Math.round(ratio * 100),
      whole: 100,
    });
    expect(toilTrend(share(example.previous), share(example.current))).toEqual({
      points: example.points,
      direction: example.direction,
    });
  });

  it('is improving from -2.0 and worsening from +2.0 on', () => {
    const from = { part: 500, whole: 1000 };
    const direction = (part: number) =>
      toilTrend(from, { part, whole: 1000 })?.direction;
    expect(direction(480)).toBe('improving');
    expect(direction(481)).toBe('flat');
    expect(direction(519)).toBe('flat');
    expect(direction(520)).toBe('worsening');
  });

  it('compares unrounded values', () => {
    // 50.04 % and 48.05 % show as 50.0 and 48.1, yet 1.99 rounds to 2.0.
    expect(
      toilTrend({ part: 5004, whole: 10_000 }, { part: 4805, whole: 10_000 }),
    ).toEqual({ points: -2, direction: 'improving' });
  });

  it('is unknown without data', () => {
    expect(toilTrend({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
    expect(toilTrend({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
  });

  it('of two swapped quarters differs in sign only, halves aside', () => {
    const share = fc
      .tuple(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
      .map(([a, b]) => ({ part: Math.min(a, b), whole: Math.max(a, b) }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = toilTrend(a, b)?.points ?? 0;
        const back = toilTrend(b, a)?.points ?? 0;
        expect(Math.abs(there + back)).toBeLessThanOrEqual(0.1001);
      }),
    );
  });
});

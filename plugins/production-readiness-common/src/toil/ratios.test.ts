import fc from 'fast-check';
import {
  NO_MINUTES,
  overheadShare,
  poolTotals,
  ratioOf,
  reactiveShare,
  TOIL_NATURES,
  TOIL_TRIGGERS,
  toilShare,
  totalsOf,
  unsureShare,
} from './ratios';
import vectors from './toil.vectors.json';

const work = fc.record({
  minutes: fc.integer({ min: 1, max: 10_080 }),
  trigger: fc.constantFrom(...TOIL_TRIGGERS),
  nature: fc.constantFrom(...TOIL_NATURES),
});

const fourDecimals = (value: number | null) =>
  value === null ? null : Number(value.toFixed(4));

describe('ratios', () => {
  it.each(vectors.ratios)('gives the ratios of example %#', example => {
    const totals = {
      ...NO_MINUTES,
      toil: example.T,
      engineering: example.E,
      overhead: example.O ?? 0,
      reactive: example.R ?? 0,
      proactive: example.P ?? 0,
    };
    // Some examples speak of one ratio only.
    const { toilRatio, reactiveRatio, overheadShare: overhead } = example;
    const expected = { toilRatio, reactiveRatio, overheadShare: overhead };
    expect({
      toilRatio: fourDecimals(ratioOf(toilShare(totals))),
      reactiveRatio: fourDecimals(ratioOf(reactiveShare(totals))),
      overheadShare: fourDecimals(ratioOf(overheadShare(totals))),
    }).toMatchObject(JSON.parse(JSON.stringify(expected)));
  });

  it('pools: sum over sum, not the mean of the weeks', () => {
    const weeks = vectors.pooled.weeks.map(week => ({
      ...NO_MINUTES,
      toil: week.T,
      engineering: week.E,
    }));
    expect(ratioOf(toilShare(poolTotals(weeks)))).toBe(
      vectors.pooled.toilRatio,
    );
  });

  it('keeps reactive + proactive = toil + engineering, whatever is recorded', () => {
    fc.assert(
      fc.property(fc.array(work), all => {
        const totals = poolTotals(all.map(totalsOf));
        expect(totals.reactive + totals.proactive).toBe(
          totals.toil + totals.engineering,
        );
      }),
    );
  });

  it('gives the same however the work is divided into weeks', () => {
    fc.assert(
      fc.property(fc.array(fc.array(work)), weeks => {
        expect(
          poolTotals(weeks.map(week => poolTotals(week.map(totalsOf)))),
        ).toEqual(poolTotals(weeks.flat().map(totalsOf)));
      }),
    );
  });

  it('says null, never 0, when there is nothing to divide by', () => {
    expect(ratioOf(toilShare(NO_MINUTES))).toBeNull();
    expect(ratioOf(reactiveShare(NO_MINUTES))).toBeNull();
    const onlyMeetings = poolTotals([
      totalsOf({ minutes: 60, trigger: 'reactive', nature: 'overhead' }),
    ]);
    expect(ratioOf(toilShare(onlyMeetings))).toBeNull();
    expect(ratioOf(reactiveShare(onlyMeetings))).toBeNull();
    expect(ratioOf(overheadShare(onlyMeetings))).toBe(1);
  });

  it('leaves unsure minutes out of every ratio but their own', () => {
    const sorted = [
      totalsOf({ minutes: 30, trigger: 'reactive', nature: 'toil' }),
      totalsOf({ minutes: 70, trigger: 'proactive', nature: 'engineering' }),
    ];
    const before = poolTotals(sorted);
    const after = poolTotals([
      ...sorted,
      totalsOf({ minutes: 100, trigger: 'reactive', nature: 'unsure' }),
    ]);
    expect(toilShare(after)).toEqual(toilShare(before));
    expect(reactiveShare(after)).toEqual(reactiveShare(before));
    expect(overheadShare(after)).toEqual(overheadShare(before));
    expect(ratioOf(unsureShare(after))).toBe(0.5);
  });

  it('can count overhead into the whole', () => {
    const totals = { ...NO_MINUTES, toil: 30, engineering: 30, overhead: 40 };
    expect(ratioOf(toilShare(totals, 'total'))).toBe(0.3);
  });
});

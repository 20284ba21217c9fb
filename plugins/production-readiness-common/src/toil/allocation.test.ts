import fc from 'fast-check';
import {
  allocationInputSchema,
  AllocationPart,
  allocationSumProblem,
  apportion,
} from './allocation';
import vectors from './toil.vectors.json';

const parts = (percents: number[]): AllocationPart[] =>
  percents.map((percent, index) => ({
    trigger: 'reactive',
    nature: 'toil',
    category: `category_${index}`,
    percent,
  }));

describe('the allocation of a week', () => {
  it.each(vectors.allocation)('of $percents: $accepted', example => {
    const parsed = allocationInputSchema.safeParse({
      parts: parts(example.percents),
    });
    expect(parsed.success).toBe(example.accepted);
  });

  it('is taken when the percents sum to 100, and only then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), {
          minLength: 1,
          maxLength: 8,
        }),
        percents => {
          const sum = percents.reduce((total, value) => total + value, 0);
          const parsed = allocationInputSchema.safeParse({
            parts: parts(percents),
          });
          expect(parsed.success).toBe(sum === 100);
        },
      ),
    );
  });

  it('says how far from 100 it is, and at which field', () => {
    const parsed = allocationInputSchema.safeParse({
      parts: parts([40, 35, 20, 10]),
    });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['parts'], message: expect.stringMatching(/105 %: take 5 away/) },
    ]);
    expect(allocationSumProblem([40, 30])).toMatch(/70 %: 30 are missing/);
  });

  it.each([[12.5], [-1], [101], ['50'], [NaN]])(
    'refuses %p percent at its field',
    percent => {
      const parsed = allocationInputSchema.safeParse({
        parts: [{ trigger: 'reactive', nature: 'toil', percent }],
      });
      expect(parsed.error?.issues[0].path).toEqual(['parts', 0, 'percent']);
    },
  );

  it('refuses the same kind of work twice', () => {
    const [part] = parts([50]);
    const parsed = allocationInputSchema.safeParse({ parts: [part, part] });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['parts', 1], message: expect.stringMatching(/part 1/) },
    ]);
  });
});

describe('sharing out', () => {
  it('sums to the whole, and is never a unit away from the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10_080_000 }),
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        (whole, weights) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const shares = apportion(whole, weights);
          const total = shares.reduce((all, share) => all + share, 0);
          expect(total).toBe(sum === 0 ? 0 : whole);
          shares.forEach((share, index) => {
            if (sum === 0) return;
            const exact = (whole * weights[index]) / sum;
            expect(Math.abs(share - exact)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
    );
  });

  it('gives what is left to the largest remainder', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(7, [50, 30, 20])).toEqual([4, 2, 1]);
  });
});

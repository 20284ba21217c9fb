import fc from 'fast-check';
import { PHASES, WEIGHTS } from './document';
import { effortOf, nextLevelOf, scoreGain } from './gain';
import { levelOf } from './level';
import { scoreOf } from './score';

const LEVELS = [
  { id: 'bronze', phases: ['design' as const] },
  { id: 'silver', phases: ['design' as const, 'pre-production' as const] },
  { id: 'gold', phases: [...PHASES] },
];

const anyItems = fc.array(
  fc
    .record({
      weight: fc.constantFrom(...WEIGHTS),
      phase: fc.constantFrom(...PHASES),
      required: fc.boolean(),
      satisfied: fc.boolean(),
    })
    .map(({ weight, phase, required, satisfied }) => ({
      item: { weight, phase },
      required,
      standing: { satisfied },
    })),
  { maxLength: 20 },
);

describe('what the next level takes', () => {
  it('is enough, and nothing of it can be left out', () => {
    fc.assert(
      fc.property(anyItems, items => {
        const next = nextLevelOf(LEVELS, items);
        const { rank } = levelOf(LEVELS, items);
        if (!next) {
          expect(
            rank === LEVELS.length || items.every(item => !item.required),
          ).toBe(true);
          return;
        }
        expect(next.missing.length).toBeGreaterThan(0);
        const after = (left?: (typeof items)[number]) =>
          levelOf(
            LEVELS,
            items.map(item =>
              next.missing.includes(item) && item !== left
                ? { ...item, standing: { satisfied: true } }
                : item,
            ),
          ).rank;
        expect(after()).toBeGreaterThan(rank);
        for (const item of next.missing) expect(after(item)).toBe(rank);
      }),
    );
  });
});

describe('what one more item brings', () => {
  it('adds up to what the score lacks, but for rounding', () => {
    fc.assert(
      fc.property(anyItems, items => {
        const { score, required, satisfied } = scoreOf(items);
        const gains = items.map(item => scoreGain(items, item));
        for (const [index, gain] of gains.entries()) {
          const { required: counts, standing } = items[index];
          expect(gain > 0).toBe(counts && !standing.satisfied);
        }
        if (score === null) return;
        const sum = gains.reduce((total, gain) => total + gain, 0);
        // Each step is rounded down from one and the same start.
        expect(Math.abs(score + sum - 1000)).toBeLessThanOrEqual(
          Math.max(1, required - satisfied),
        );
      }),
    );
  });
});

describe('how long a step takes', () => {
  const normal = { weight: 'normal' as const, reads: ['entity'] };
  it.each([
    [normal, 'reconfirm', 'minutes'],
    [{ ...normal, weight: 'high' as const }, 'reconfirm', 'hours'],
    [normal, 'fix', 'minutes'],
    [{ ...normal, reads: ['entity', 'slo'] }, 'fix', 'hours'],
    [{ ...normal, reads: [] }, 'fix', 'hours'],
    [normal, 'answer', 'hours'],
    [normal, 'answer-again', 'minutes'],
    [normal, 'check', 'minutes'],
    [normal, 'wait', undefined],
  ] as const)('%j, %s: %s', (item, action, effort) => {
    expect(effortOf(item, action)).toBe(effort);
  });
});

import fc from 'fast-check';
import { followUp } from './followUp';
import { addWeeks } from './week';

const LIVE = '2026-W20';
const weeksFrom = (first: string, minutes: number[]) =>
  minutes.map((value, index) => ({
    week: addWeeks(first, index),
    minutes: value,
  }));

describe('what became of a decision', () => {
  it('compares recorded weeks before and after, upkeep subtracted', () => {
    const weeks = [
      ...weeksFrom(addWeeks(LIVE, -13), Array(13).fill(180)),
      ...weeksFrom(LIVE, Array(13).fill(60)),
    ];
    expect(followUp(weeks, LIVE, addWeeks(LIVE, 13), 30)).toMatchObject({
      comparable: true,
      complete: true,
      before: { recordedWeeks: 13, minutesPerWeek: 180 },
      after: { weeks: 13, recordedWeeks: 13, minutesPerWeek: 60 },
      wonPerWeek: 90,
      won: 90 * 13,
    });
  });

  it('takes no week that nobody recorded for a week without work', () => {
    const weeks = [
      ...weeksFrom(addWeeks(LIVE, -13), Array(13).fill(100)),
      ...weeksFrom(LIVE, [100, 100]),
    ];
    const { comparable, won, after } = followUp(weeks, LIVE, addWeeks(LIVE, 8));
    expect(after).toMatchObject({ weeks: 8, recordedWeeks: 2 });
    expect(comparable).toBe(false);
    expect(won).toBeNull();
  });

  it('says nothing before the first full week is over', () => {
    const weeks = weeksFrom(addWeeks(LIVE, -13), Array(13).fill(100));
    const result = followUp(weeks, LIVE, LIVE);
    expect(result).toMatchObject({ comparable: false, won: null });
    expect(result.after.weeks).toBe(0);
  });

  it('wins nothing where nothing changed, and loses the upkeep', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5000 }),
        fc.nat({ max: 500 }),
        fc.integer({ min: 1, max: 30 }),
        (minutes, upkeep, since) => {
          const weeks = weeksFrom(addWeeks(LIVE, -13), Array(60).fill(minutes));
          const result = followUp(weeks, LIVE, addWeeks(LIVE, since), upkeep);
          expect(result.wonPerWeek).toBe(0 - upkeep);
          expect(result.won).toBe((0 - upkeep) * Math.min(since, 13) + 0);
          expect(result.complete).toBe(since >= 13);
        },
      ),
    );
  });
});

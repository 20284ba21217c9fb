import { paybackWeeks, withSwitch } from './payback';
import { loneCarrier, onCallFloor } from './rota';
import vectors from './toil.vectors.json';

describe('payback', () => {
  it.each(vectors.payback)('takes the weeks of example %#', example => {
    expect(paybackWeeks(example)).toBe(example.weeks);
  });

  it('never comes when upkeep eats what is saved', () => {
    expect(
      paybackWeeks({ buildHours: 8, savedPerWeek: 1, upkeepPerWeek: 1 }),
    ).toBeNull();
    expect(
      paybackWeeks({ buildHours: 8, savedPerWeek: 0.5, upkeepPerWeek: 1 }),
    ).toBeNull();
  });

  it('can count the way back into interrupted work', () => {
    expect(withSwitch(30, 4)).toBe(30);
    expect(withSwitch(30, 4, 15)).toBe(90);
  });
});

describe('rota', () => {
  it('has a floor of on-call work', () => {
    expect(onCallFloor(1)).toBe(1);
    expect(onCallFloor(2)).toBe(1);
    expect(onCallFloor(6)).toBeCloseTo(1 / 3);
    expect(() => onCallFloor(0)).toThrow('at least one person');
  });

  it('warns of a lone carrier from half of the recorded weeks on', () => {
    const one = { byOne: 2, byMore: 0 };
    const more = { byOne: 1, byMore: 1 };
    const unsaid = { byOne: 0, byMore: 0 };
    expect(loneCarrier([one, more])).toBe(true);
    expect(loneCarrier([one, more, unsaid])).toBe(false);
    expect(loneCarrier([])).toBe(false);
  });
});

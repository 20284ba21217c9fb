import { Chance } from './Chance';

describe('Chance', () => {
  it('falls the same way for the same name, and another for another', () => {
    const draw = (name: string) => {
      const chance = new Chance(name);
      return [chance.next(), chance.next(), chance.next()];
    };
    expect(draw('checkout')).toEqual(draw('checkout'));
    expect(draw('checkout')).not.toEqual(draw('payments'));
  });

  it('stays within its bounds and reaches both ends', () => {
    const chance = new Chance('dice');
    const thrown = Array.from({ length: 500 }, () => chance.between(1, 6));
    expect([...new Set(thrown)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(chance.happens(0)).toBe(false);
    expect(chance.happens(1)).toBe(true);
    expect(['a', 'b']).toContain(chance.oneOf(['a', 'b']));
  });
});

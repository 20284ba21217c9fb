import { Totals } from './Totals';

const counting = (total: number) => {
  const count = jest.fn(async (asOf: number) => ({ total, asOf }));
  return { totals: new Totals(), count };
};

describe('Totals', () => {
  it('keeps the total of a large list for a moment', async () => {
    const { totals, count } = counting(10_000);
    for (const asOf of [1000, 2000, 2999]) {
      expect(await totals.at(asOf, 'all', () => count(asOf))).toEqual({
        total: 10_000,
        asOf,
      });
    }
    expect(count).toHaveBeenCalledTimes(1);
    await totals.at(3000, 'all', () => count(3000));
    expect(count).toHaveBeenCalledTimes(2);
  });

  it('counts a short list each time, and what one person alone sees', async () => {
    const short = counting(4999);
    const own = counting(10_000);
    for (const asOf of [1000, 1001]) {
      await short.totals.at(asOf, 'all', () => short.count(asOf));
      await own.totals.at(asOf, undefined, () => own.count(asOf));
    }
    expect(short.count).toHaveBeenCalledTimes(2);
    expect(own.count).toHaveBeenCalledTimes(2);
  });

  it('tells lists apart', async () => {
    const { totals, count } = counting(10_000);
    await totals.at(1000, 'all', () => count(1000));
    await totals.at(1000, 'tier 1', () => count(1000));
    expect(count).toHaveBeenCalledTimes(2);
  });
});

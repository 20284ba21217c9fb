import { spentBudget } from './demoBudget';
import { DemoProvider } from './DemoProvider';
import { DEMO_SLOS, demoSloId } from './demoSlos';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 1);

describe('The budgets of the demo', () => {
  it.each([
    ['ok', 'checkout-api', 0.05, 0.95],
    ['burning', 'payment-gateway', 0.3, 0.75],
    ['exhausted', 'ledger', -1, 0],
    ['ok', 'locker-control', 0.3, 0.95],
  ])('stay %s on every day', (_, service, least, most) => {
    const slo = DEMO_SLOS.find(one => one.service === service)!;
    // Ten years of them.
    for (let day = 0; day < 3650; day++) {
      const at = BEGIN + (day + 0.4) * DAY;
      const left = 1 - spentBudget(demoSloId(slo), slo.spent, at);
      expect(left).toBeGreaterThanOrEqual(least);
      expect(left).toBeLessThanOrEqual(most);
    }
  });

  it('say the same of a moment, whenever they are asked', async () => {
    const provider = new DemoProvider();
    const id = demoSloId(DEMO_SLOS[0]);
    const to = Date.UTC(2026, 10, 22);
    const all = { from: to - 91 * DAY, to, stepSeconds: 21_600 };
    const long = await provider.history(id, all);
    expect(long).toHaveLength(91 * 4 + 1);
    const short = await provider.history(id, { ...all, from: to - DAY });
    expect(long.slice(-5)).toEqual(short);
  });

  it('know every SLO that they answer for', async () => {
    const { slos, results, alerts } = await new DemoProvider().snapshot();
    const ids = slos.map(one => one.externalId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...results.keys()]).toEqual(ids);
    expect(ids).toEqual(
      expect.arrayContaining(alerts.map(one => one.externalId)),
    );
  });
});

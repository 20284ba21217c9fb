import type { TechInsightsStore } from '@backstage-community/plugin-tech-insights-node';
import { ConfigReader } from '@backstage/config';
import { ThresholdFactChecker } from './factChecker';

const CART = 'component:default/cart';

function checkerOf(checks: object) {
  const facts: Record<string, Record<string, unknown>> = {
    metadata: { hasTags: false, hasTitle: true },
    readiness: { satisfiedItems: 3 },
  };
  const store = {
    getLatestFactsByIds: async (ids: string[], entity: string) =>
      Object.fromEntries(
        ids
          .filter(id => entity === CART && facts[id])
          .map(id => [id, { id, facts: facts[id] }]),
      ),
  } as unknown as TechInsightsStore;
  return ThresholdFactChecker.fromConfig(
    new ConfigReader({ techInsights: { factChecker: { checks } } }),
    store,
  );
}

const words = { name: 'A check', description: 'What it looks at' };
const titled = {
  ...words,
  retriever: 'metadata',
  fact: 'hasTitle',
  is: true,
};
const three = {
  ...words,
  retriever: 'readiness',
  fact: 'satisfiedItems',
  atLeast: 3,
};

describe('checks by a threshold', () => {
  it('hold or do not by the latest facts', async () => {
    const checker = checkerOf({
      titled,
      tagged: { ...titled, fact: 'hasTags' },
      three,
      four: { ...three, atLeast: 4 },
    });
    const results = await checker.runChecks(CART);
    expect(results.map(one => [one.check.id, one.result])).toEqual([
      ['titled', true],
      ['tagged', false],
      ['three', true],
      ['four', false],
    ]);
    expect(results[2]).toMatchObject({
      check: { ...words, factIds: ['readiness'] },
      facts: { satisfiedItems: { id: 'readiness', value: '3' } },
    });
  });

  it('have no result where nothing was retrieved, and only where asked for', async () => {
    const checker = checkerOf({ titled, three });
    expect(await checker.runChecks('component:default/unknown')).toEqual([]);
    const [only, ...others] = await checker.runChecks(CART, ['three']);
    expect(only.check.id).toBe('three');
    expect(others).toEqual([]);
    expect(await checker.runChecks(CART, [])).toEqual([]);
  });

  it.each([
    ['neither', { ...three, atLeast: undefined }],
    ['both', { ...three, is: 3 }],
    ['a fact of nobody', { ...three, retriever: '' }],
  ])('refuse %s, and say which', (_, check) => {
    expect(() => checkerOf({ three: check })).toThrow(/factChecker.*three/s);
  });
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import {
  FactChecker,
  techInsightsFactCheckerFactoryExtensionPoint,
  TechInsightsStore,
} from '@backstage-community/plugin-tech-insights-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import techInsightsFeatures from '@prodready/backstage-plugin-production-readiness-backend-module-tech-insights';
import { startTestReadinessBackend } from '../testing/backend';
import { authorization } from '../testing/callers';
import { tinyChecklist } from '../testing/tinyChecklist';
import { checkout } from './scenes';

const RETRIEVER = 'productionReadinessFactRetriever';

/**
 * Whether our own score is known to Tech Insights: a check on the facts that we
 * offer there, which an item of ours then asks for.
 */
function checkerOf(store: TechInsightsStore, isDown: () => boolean) {
  const check = {
    id: 'readinessIsKnown',
    type: 'test',
    name: 'Readiness is known',
    description: 'Tech Insights has the facts',
    factIds: [RETRIEVER],
  };
  return {
    getChecks: async () => [check],
    validate: async () => ({ valid: true }),
    async runChecks(entity: string, checks: string[] = [check.id]) {
      if (isDown()) throw new Error('The store of facts is away');
      const { [RETRIEVER]: known } = await store.getLatestFactsByIds(
        [RETRIEVER],
        entity,
      );
      if (!known || !checks.includes(check.id)) return [];
      return [
        { facts: {}, check, result: typeof known.facts.blockers === 'number' },
      ];
    },
  } as unknown as FactChecker<never, never>;
}

it('gives readiness to Tech Insights as facts, and takes its checks as items', async () => {
  let isDown = false;
  const checker = createBackendModule({
    pluginId: 'tech-insights',
    moduleId: 'test-checker',
    register(env) {
      env.registerInit({
        deps: { checkers: techInsightsFactCheckerFactoryExtensionPoint },
        async init({ checkers }) {
          checkers.setFactCheckerFactory({
            construct: store => checkerOf(store, () => isDown),
          });
        },
      });
    },
  });
  const target = join(await mkdtemp(join(tmpdir(), 'insights-')), 'tiny.yaml');
  await writeFile(
    target,
    tinyChecklist({ check: 'checks.tech-insights.readinessIsKnown: true' }),
  );
  const backend = await startTestReadinessBackend({
    features: [techInsightsPlugin, checker, techInsightsFeatures],
    config: {
      techInsights: {
        factRetrievers: { productionReadiness: { cadence: '0 0 * * *' } },
      },
    },
    readiness: {
      checklist: { documents: [{ type: 'file', target }] },
      // Everything is old at once, so that each sweep asks again.
      sweep: { checks: { milliseconds: 0 } },
    },
  });
  const item = async () => {
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: checkout });
    return body.items.find(({ itemId }) => itemId === 'OWN-1')!;
  };
  expect(await item()).toMatchObject({
    state: 'unknown',
    factError: 'tech-insights: no answer for readinessIsKnown',
  });

  await backend.runTask(RETRIEVER);
  const facts = await fetch(
    `${backend.url}/../tech-insights/facts/latest?entity=component:default/checkout&ids[]=${RETRIEVER}`,
    { headers: authorization('service') },
  );
  const { [RETRIEVER]: known } = await facts.json();
  expect(Date.parse(known.timestamp)).toBeGreaterThan(0);
  expect(known.facts).toEqual({
    level: 'none',
    score: 0,
    requiredItems: 2,
    satisfiedItems: 0,
    waitingItems: 0,
    blockers: expect.any(Number),
    inAdoption: expect.any(Boolean),
    sloState: 'none',
  });

  await backend.sweep();
  expect(await item()).toMatchObject({ state: 'passed' });

  isDown = true;
  await backend.sweep();
  expect(await item()).toMatchObject({
    state: 'passed',
    staleSince: expect.any(Number),
    factError: 'tech-insights: no answer for readinessIsKnown',
  });
}, 60_000);

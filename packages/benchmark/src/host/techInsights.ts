import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import {
  FactChecker,
  techInsightsFactCheckerFactoryExtensionPoint,
  TechInsightsStore,
} from '@backstage-community/plugin-tech-insights-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { TECH_INSIGHTS_CHECKS } from '../techInsightsChecks';

const FACTS = 'benchmarkFacts';
const VERSION = '1.0.0';
const FACTS_AT_ONCE = 500;

const checks = TECH_INSIGHTS_CHECKS.map(id => ({
  id,
  type: 'benchmark',
  name: id,
  description: `Whether the fact ${id} is true`,
  factIds: [FACTS],
}));

/**
 * The Tech Insights backend beside the plugin, with as many checks as the
 * checklist has items, over facts that its own store holds of each entity.
 *
 * It leaves the judging to a fact checker. This one reads the facts of an
 * entity in one statement and looks whether each is true: less than any rules
 * engine does, so that what is measured is the least that it takes.
 */
export function techInsights(entities: readonly Entity[]) {
  const checker = createBackendModule({
    pluginId: 'tech-insights',
    moduleId: 'benchmark-checker',
    register(env) {
      env.registerInit({
        deps: { checkers: techInsightsFactCheckerFactoryExtensionPoint },
        async init({ checkers }) {
          checkers.setFactCheckerFactory({
            construct: store => checkerOf(store, entities),
          });
        },
      });
    },
  });
  return [techInsightsPlugin, checker];
}

function checkerOf(
  store: TechInsightsStore,
  entities: readonly Entity[],
): FactChecker<never, never> {
  const filled = fill(store, entities);
  // Nobody waits for it yet, and a failure must not end the process: each check
  // fails with it.
  filled.catch(() => undefined);
  const checker = {
    getChecks: async () => checks,
    validate: async () => ({ valid: true }),
    async runChecks(entity: string, wanted?: string[]) {
      await filled;
      const { [FACTS]: found } = await store.getLatestFactsByIds(
        [FACTS],
        entity,
      );
      return checks
        .filter(({ id }) => !wanted || wanted.includes(id))
        .map(check => ({
          facts: {
            [check.id]: {
              value: found?.facts[check.id],
              type: 'boolean',
              id: FACTS,
              description: check.description,
            },
          },
          check,
          result: found?.facts[check.id] === true,
        }));
    },
  };
  return checker as unknown as FactChecker<never, never>;
}

/**
 * Stores the facts of the entities that have none yet: all of them, the rest of
 * a start that was ended, or none.
 */
async function fill(
  store: TechInsightsStore,
  entities: readonly Entity[],
): Promise<void> {
  await store.insertFactSchema({
    id: FACTS,
    version: VERSION,
    entityFilter: [{ kind: 'component' }],
    schema: Object.fromEntries(
      checks.map(({ id, description }) => [
        id,
        { type: 'boolean' as const, description },
      ]),
    ),
  });
  const stored = new Set(
    (await store.getEntities()).map(ref => stringifyEntityRef(ref)),
  );
  const components = entities.filter(
    entity =>
      entity.kind === 'Component' && !stored.has(stringifyEntityRef(entity)),
  );
  for (let from = 0; from < components.length; from += FACTS_AT_ONCE) {
    await store.insertFacts({
      id: FACTS,
      facts: components
        .slice(from, from + FACTS_AT_ONCE)
        .map((entity, row) => ({
          entity: parseEntityRef(stringifyEntityRef(entity)),
          facts: Object.fromEntries(
            checks.map(({ id }, column) => [id, (from + row + column) % 3 > 0]),
          ),
        })),
    });
  }
}

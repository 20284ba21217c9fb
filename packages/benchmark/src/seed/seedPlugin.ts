import {
  coreServices,
  createBackendPlugin,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createReadiness,
  FixedClock,
  openDatabase,
} from '@prodready/backstage-plugin-production-readiness-backend/services';
import { readBenchmarkConfig } from '../config';
import { sizeOf } from '../sizes';
import { seedAnswers } from './answers';
import { seedJournal } from './journal';
import { seedPast } from './past';
import { seedSlos } from './slos';
import { seedToil } from './toil';

const DAY = 86_400_000;

/**
 * The seed in the plugin's place, on its database. The directory, every state,
 * score and summary are the work of the plugin's own code; only what people
 * would have typed in a year is put into the tables directly.
 */
export const seedPlugin = createBackendPlugin({
  pluginId: 'production-readiness',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        databaseService: coreServices.database,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        userInfo: coreServices.userInfo,
      },
      async init({ databaseService, lifecycle, ...services }) {
        const { size } = sizeOf(readBenchmarkConfig().size);
        const database = await openDatabase(await databaseService.getClient());
        const { knex } = database;
        const now = Date.now();
        const clock = new FixedClock(now - 400 * DAY);
        const readiness = await createReadiness({
          ...services,
          database,
          clock,
          permissions: everythingAllowed,
        });

        async function step<T>(name: string, work: () => Promise<T>) {
          const begin = performance.now();
          const result = await work();
          const seconds = ((performance.now() - begin) / 1000).toFixed(1);
          process.stderr.write(`  ${seconds.padStart(7)} s  ${name}\n`);
          return result;
        }

        async function run() {
          const { registry, journal, directory } = readiness;
          await registry.publish(database, journal, () => clock.now());
          const [{ document }] = registry.loaded;
          const items = document.items.map(({ id }) => id);
          await step('the directory, from the catalog', () =>
            directory.sweep.run(),
          );
          const components: { id: string; ref: string }[] = await knex(
            'directory_entities',
          )
            .where({ kind: 'component' })
            .orderBy('id')
            .select('id', 'ref');
          await step('a year of answers', () =>
            seedAnswers(
              knex,
              {
                id: document.id,
                items: document.items
                  .filter(item => item.kind !== 'automatic')
                  .map(({ id }) => id),
              },
              now,
            ),
          );
          await step('SLOs and signatures', () =>
            seedSlos(knex, components, now),
          );
          await step('work of the teams', () =>
            seedToil(knex, { entries: size.toilEntries, now }),
          );
          await step('the journal', () =>
            seedJournal(
              knex,
              components.map(({ id }) => id),
              items,
              { rows: size.journalRows, now },
            ),
          );
          await knex.raw('analyze');
          clock.set(now);
          await step('judging everything', () =>
            readiness.checklist.sweep.run(),
          );
          await step('the past', () => seedPast(knex));
          await step('statistics', () => knex.raw('vacuum analyze'));
        }

        lifecycle.addStartupHook(() => {
          run().then(
            () => process.exit(0),
            error => {
              process.stderr.write(`${error.stack}\n`);
              process.exit(1);
            },
          );
        });
      },
    });
  },
});

const everythingAllowed: PermissionsService = {
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

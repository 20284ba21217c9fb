import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PermissionEvaluator,
} from '@backstage/plugin-permission-common';
import {
  createReadiness,
  FixedClock,
  openDatabase,
} from '@prodready/backstage-plugin-production-readiness-backend/services';
import { DemoProvider } from '../telemetry/DemoProvider';
import { planAlerts } from './alerts';
import { planChecklists } from './checklistHistory';
import { planDecisions } from './decisions';
import { pastCatalog, untilCatalogIsRead } from './pastCatalog';
import { Progress } from './Progress';
import { planReviews } from './reviewStories';
import { planSlos } from './sloHistory';
import { connectTelemetry } from './telemetry';
import { Timeline } from './Timeline';
import { planToil } from './toilHistory';
import { planUpkeep } from './upkeepChoices';
import { World } from './World';

const HISTORY_DAYS = 400;
const DAY = 86_400_000;

/**
 * The seed in the plugin's place: same id, same database, same services, but a
 * clock that walks through the past. Who may do what is decided by the plugin's
 * own rules; only the permission framework says yes to everything.
 */
export default createBackendPlugin({
  pluginId: 'production-readiness',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        userInfo: coreServices.userInfo,
      },
      async init({ database: databaseService, lifecycle, ...services }) {
        const database = await openDatabase(await databaseService.getClient());
        const progress = new Progress();

        async function run(): Promise<void> {
          if (await database.knex('directory_entities').first('id')) {
            throw new Error(
              'The database was used before, and a seed would mix with what is there',
            );
          }
          const now = Date.now();
          const clock = new FixedClock(now - HISTORY_DAYS * DAY);
          const past = pastCatalog(services.catalog);
          const readiness = await createReadiness({
            ...services,
            catalog: past.catalog,
            clock,
            database,
            permissions: everythingAllowed,
            telemetryProviders: [new DemoProvider()],
          });

          progress.say('reading the catalog');
          await untilCatalogIsRead(services.catalog, services.auth);
          const world = new World({ readiness, database, clock, now });
          await world.begin();

          const timeline = new Timeline(clock);
          planToil(timeline, world);
          await planChecklists(timeline, world);
          planReviews(timeline, world);
          planSlos(timeline, world);
          planAlerts(timeline, world);
          planDecisions(timeline, world);
          planUpkeep(timeline, world);
          // What is young in the catalog is still being adopted.
          timeline.at(now - 20 * DAY, async () => {
            past.grow();
            await world.followCatalog();
          });
          await timeline.run(progress);

          progress.say('judging everything once more');
          clock.set(now);
          await connectTelemetry(world);
          await world.end();
        }

        // The catalog answers over HTTP, which starts with the last plugin.
        lifecycle.addStartupHook(() => {
          run().then(
            () => process.exit(0),
            error => {
              // The details are for the log, the sentence for the person.
              process.stdout.write(`${error.stack}\n`);
              process.stderr.write(`${error.message}\n`);
              process.exit(1);
            },
          );
        });
      },
    });
  },
});

const everythingAllowed: PermissionEvaluator = {
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

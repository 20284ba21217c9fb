// One replica of the backend among several on the same database: the entry
// point of the processes that tests start, and kill. It says "ready" once it
// serves requests. Its configuration comes by --config.
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { productionReadinessPlugin } from '../plugin';
import { signIn } from './signIn';

async function main() {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(productionReadinessPlugin);
  // Backstage's own keys and tasks are migrated without any guard in the
  // plugin's database, where replicas that start at once collide. That is not
  // what is tested here.
  signIn().forEach(feature => backend.add(feature));
  backend.add(mockServices.scheduler.factory());
  await backend.start();
  process.stdout.write('replica is ready\n');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

// Fills the plugin's database with a company of the chosen size, then ends.
import { createBackend } from '@backstage/backend-defaults';
import {
  connect,
  databaseName,
  readBenchmarkConfig,
  rootConfig,
} from '../config';
import { createOrganisation } from '../organisation/entities';
import { generatedCatalog } from '../organisation/generatedCatalog';
import { sizeOf } from '../sizes';
import { seedPlugin } from './seedPlugin';

async function main(): Promise<void> {
  const config = readBenchmarkConfig();
  const { name, size } = sizeOf(config.size);
  process.stderr.write(`Seeding size ${name}\n`);
  const server = connect(config, 'postgres', 1);
  await server.raw('drop database if exists ?? with (force)', [
    databaseName(name),
  ]);
  await server.destroy();
  const backend = createBackend();
  backend.add(rootConfig(config));
  backend.add(generatedCatalog(createOrganisation(size)));
  backend.add(seedPlugin);
  await backend.start();
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});

// The measured process: the plugin in a small Backstage, with the real auth and
// permission backends, and a catalog that answers from memory.
import { createBackend } from '@backstage/backend-defaults';
import { databaseName, readBenchmarkConfig, rootConfig } from '../config';
import { createOrganisation } from '../organisation/entities';
import { generatedCatalog } from '../organisation/generatedCatalog';
import { sizeOf } from '../sizes';
import { controlPlugin } from './controlPlugin';
import { policyModule } from './policy';
import { signInModule } from './signIn';
import { StatementCounter } from './StatementCounter';
import { techInsights } from './techInsights';

async function main(): Promise<void> {
  const config = readBenchmarkConfig();
  const counter = new StatementCounter(databaseName(config.size));
  const backend = createBackend();
  backend.add(rootConfig(config));
  const organisation = createOrganisation(sizeOf(config.size).size);
  backend.add(generatedCatalog(organisation));
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(signInModule);
  backend.add(policyModule);
  backend.add(
    import('@prodready/backstage-plugin-production-readiness-backend'),
  );
  if (config.servesApp) backend.add(import('@backstage/plugin-app-backend'));
  if (config.withTechInsights) {
    for (const feature of techInsights(organisation)) backend.add(feature);
  }
  backend.add(controlPlugin(config, counter));
  await backend.start();
  process.send?.('ready');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

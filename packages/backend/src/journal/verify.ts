// Checks every hash chain of the journal, prints what it found, and ends with
// status 1 when a chain does not hold. It only reads, and may run beside the
// backend. `npm run journal:verify` starts it.
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { ConfigSources, StaticConfigSource } from '@backstage/config-loader';
import { verifyJournal } from '@prodready/backstage-plugin-production-readiness-backend';

async function main(): Promise<number> {
  const config = await ConfigSources.toConfig(
    ConfigSources.merge([
      ConfigSources.default({ argv: process.argv }),
      // Opening the database must not create or change one.
      StaticConfigSource.create({
        data: { backend: { database: { ensureExists: false } } },
      }),
    ]),
  );
  const logger = WinstonLogger.create({ level: 'warn' });
  const knex = await DatabaseManager.fromConfig(config)
    .forPlugin('production-readiness', {
      logger,
      lifecycle: { addShutdownHook() {}, addStartupHook() {} },
    })
    .getClient();
  try {
    const { chains, records, broken } = await verifyJournal(knex);
    for (const { chain, sequence, reason } of broken) {
      console.log(`BROKEN  ${chain}  line ${sequence}  (${reason})`);
    }
    console.log(
      broken.length === 0
        ? `The journal holds: ${records} lines in ${chains} chains.`
        : `${broken.length} of ${chains} chains do not hold (${records} lines).`,
    );
    return broken.length === 0 ? 0 : 1;
  } finally {
    await knex.destroy();
    config.close();
  }
}

main()
  .catch(error => {
    console.error(`The journal could not be checked: ${error.message}`);
    return 2;
  })
  // The database manager keeps connections alive for as long as it can.
  .then(code => process.exit(code));

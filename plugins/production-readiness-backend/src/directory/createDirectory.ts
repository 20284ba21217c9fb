import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock, ReadinessDatabase } from '../database';
import { DatabaseDirectory, Directory } from './Directory';
import { DirectorySweep } from './DirectorySweep';
import { DirectoryWriter, OnEntitiesChanged } from './DirectoryWriter';
import { followCatalog } from './followCatalog';

const DEFAULT_FREQUENCY = { seconds: 30 };

/** The directory and what keeps it up to date. */
export interface DirectoryParts {
  directory: Directory;
  sweep: DirectorySweep;
  /** Writes what the catalog shows, and who changed places. */
  writer: DirectoryWriter;
  /** Lets the scheduler run the sweep, on one replica at a time. */
  schedule(scheduler: SchedulerService): Promise<void>;
}

/** Puts the directory together. */
export function createDirectory(options: {
  catalog: CatalogService;
  auth: AuthService;
  database: ReadinessDatabase;
  clock: Clock;
  config: Config;
  logger: LoggerService;
  /** Runs inside the transaction that changed the entities. */
  onEntitiesChanged: OnEntitiesChanged;
}): DirectoryParts {
  const writer = new DirectoryWriter(options.onEntitiesChanged);
  const sweep = new DirectorySweep({ ...options, writer });
  const key = 'productionReadiness.sweep.directory';
  const frequency = options.config.has(key)
    ? readDurationFromConfig(options.config, { key })
    : DEFAULT_FREQUENCY;
  return {
    directory: new DatabaseDirectory({ ...options, writer }),
    sweep,
    writer,
    schedule: scheduler =>
      scheduler.scheduleTask({
        id: 'production-readiness-directory',
        frequency,
        // A killed process blocks the task until this time is over.
        timeout: { minutes: 5 },
        initialDelay: { seconds: 2 },
        fn: followCatalog(sweep),
      }),
  };
}

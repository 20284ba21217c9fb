import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Access } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { ToilConfig } from './config';
import { FactWatch, Reevaluation } from './FactWatch';
import { serveToil } from './router';
import { ToilImporting } from './import/ToilImporting';
import { TeamWriter } from './TeamWriter';
import { OrganisationTrend } from './OrganisationTrend';
import { ToilAllocating } from './ToilAllocating';
import { scheduleRetention } from './retention';
import { ToilChoices } from './ToilChoices';
import { ToilDeciding } from './ToilDeciding';
import { ToilLogging } from './ToilLogging';
import { ToilLooks } from './ToilLooks';
import { ToilReading } from './ToilReading';

/** What the toil tracker needs of the other parts. */
export interface ToilFeatureOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  evaluation: Reevaluation;
  config: ToilConfig;
  logger?: LoggerService;
}

/** The toil tracker, put together. */
export interface ToilFeature {
  readonly reading: ToilReading;
  readonly logging: ToilLogging;
  readonly allocating: ToilAllocating;
  readonly choices: ToilChoices;
  readonly deciding: ToilDeciding;
  readonly looks: ToilLooks;
  readonly importing: ToilImporting;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
  /** Lets the scheduler delete what is kept for a time only. */
  schedule(scheduler: SchedulerService): Promise<void>;
}

/**
 * Puts the toil tracker together. Its facts come from `createToilFactReader`,
 * apart from it, since the evaluation reads them and is itself needed here.
 */
export function createToilFeature(options: ToilFeatureOptions): ToilFeature {
  const { database, clock, journal, access, directory, config } = options;
  const factWatch = new FactWatch(options.evaluation);
  const looks = new ToilLooks(options);
  const team = new TeamWriter({
    database,
    clock,
    journal,
    access,
    directory,
    factWatch,
    config,
  });
  const deciding = new ToilDeciding({ team, journal, config });
  const reading = new ToilReading({
    knex: database.knex,
    clock,
    access,
    directory,
    config,
    looks,
    deciding,
    organisation: new OrganisationTrend({
      knex: database.knex,
      clock,
      config,
    }),
  });
  const logging = new ToilLogging({ team, config });
  const allocating = new ToilAllocating({
    knex: database.knex,
    team,
    config,
  });
  const importing = new ToilImporting({
    database,
    clock,
    access,
    team,
    config,
  });
  const choices = new ToilChoices({
    database,
    clock,
    journal,
    access,
    directory,
    factWatch,
    config,
  });
  const services = {
    reading,
    logging,
    allocating,
    choices,
    deciding,
    importing,
  };
  return {
    ...services,
    looks,
    serve: api => serveToil(api, services),
    schedule: scheduler => scheduleRetention(scheduler, { database, clock }),
  };
}

import { Access } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { ToilConfig } from './config';
import { FactWatch, Reevaluation } from './FactWatch';
import { serveToil } from './router';
import { TeamWriter } from './TeamWriter';
import { ToilAllocating } from './ToilAllocating';
import { ToilLogging } from './ToilLogging';
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
}

/** The toil tracker, put together. */
export interface ToilFeature {
  readonly reading: ToilReading;
  readonly logging: ToilLogging;
  readonly allocating: ToilAllocating;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/**
 * Puts the toil tracker together. Its facts come from `createToilFactReader`,
 * apart from it, since the evaluation reads them and is itself needed here.
 */
export function createToilFeature(options: ToilFeatureOptions): ToilFeature {
  const { database, clock, journal, access, directory, config } = options;
  const reading = new ToilReading({
    knex: database.knex,
    clock,
    access,
    directory,
    config,
  });
  const team = new TeamWriter({
    database,
    clock,
    journal,
    access,
    directory,
    factWatch: new FactWatch(options.evaluation),
    config,
  });
  const logging = new ToilLogging({ team, config });
  const allocating = new ToilAllocating({
    knex: database.knex,
    team,
    config,
  });
  const services = { reading, logging, allocating };
  return { ...services, serve: api => serveToil(api, services) };
}

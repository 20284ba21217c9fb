import {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { Access } from '../access';
import type { CheckRunner } from '../checks/CheckRunner';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { Evaluation } from '../evaluation/Evaluation';
import { ExpirySweep } from '../evaluation/ExpirySweep';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { Answering } from './Answering';
import { AsOfReading } from './AsOfReading';
import { ChecklistConfig } from './config';
import { ChecklistRegistry } from './ChecklistRegistry';
import { ReadinessReading } from './ReadinessReading';
import { serveChecklist } from './router';
import {
  DocumentReader,
  readChecklistTargets,
  readRefreshFrequency,
} from './sources';

/** What the checklist needs of the other parts. */
export interface ChecklistFeatureOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  evaluation: Evaluation;
  registry: ChecklistRegistry;
  config: ChecklistConfig;
  /** What of the whole configuration decides how entities are judged. */
  settings: object;
  logger: LoggerService;
  /** Asks other systems, before an entity is judged on demand. */
  checkRunner?: Pick<CheckRunner, 'runFor'>;
}

/** The checklist, put together. */
export interface ChecklistFeature {
  readonly reading: ReadinessReading;
  readonly past: AsOfReading;
  readonly answering: Answering;
  readonly sweep: ExpirySweep;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
  /**
   * Keeps the documents in use, and lets the scheduler look for new versions
   * and bring states up to date that ended by time.
   */
  schedule(scheduler: SchedulerService, config: Config): Promise<void>;
}

/**
 * Reads the configured checklists, or the one of the package. What can't be
 * used is logged, and kept beside the last version that could.
 *
 * @param urlReader - for documents behind URLs
 */
export async function loadChecklists(
  config: Config,
  options: {
    urlReader?: Pick<UrlReaderService, 'readUrl'>;
    logger?: LoggerService;
  } = {},
): Promise<ChecklistRegistry> {
  const registry = new ChecklistRegistry(
    readChecklistTargets(config).map(
      target => new DocumentReader(target, options.urlReader),
    ),
    options.logger,
  );
  await registry.read();
  return registry;
}

/**
 * Puts the checklist together. The evaluation is made apart from it: the other
 * features need it, and it reads their facts.
 */
export function createChecklistFeature(
  options: ChecklistFeatureOptions,
): ChecklistFeature {
  const { registry } = options;
  const reading = new ReadinessReading(options);
  const past = new AsOfReading({ ...options, reading });
  const answering = new Answering({ ...options, reading });
  const sweep = new ExpirySweep(options);
  return {
    reading,
    past,
    answering,
    sweep,
    serve: api =>
      serveChecklist(api, { ...options, reading, past, answering, registry }),
    async schedule(scheduler, config) {
      const { clock, database, journal } = options;
      const now = (tx: Knex.Transaction) => clock.now(tx);
      await registry.publish(database, journal, now);
      const frequency = readRefreshFrequency(config);
      await scheduler.scheduleTask({
        id: 'production-readiness-checklists',
        frequency,
        timeout: { minutes: 2 },
        initialDelay: frequency,
        fn: () => registry.refresh(database, journal, now),
      });
      await sweep.schedule(scheduler, config);
    },
  };
}

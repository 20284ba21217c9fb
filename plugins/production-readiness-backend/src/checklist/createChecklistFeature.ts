import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Access } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { Evaluation } from '../evaluation/Evaluation';
import { ExpirySweep } from '../evaluation/ExpirySweep';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { Answering } from './Answering';
import { ChecklistConfig } from './config';
import { ChecklistRegistry } from './ChecklistRegistry';
import { loadDefaultChecklist } from './document';
import { ReadinessReading } from './ReadinessReading';
import { serveChecklist } from './router';

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
}

/** The checklist, put together. */
export interface ChecklistFeature {
  readonly reading: ReadinessReading;
  readonly answering: Answering;
  readonly sweep: ExpirySweep;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
  /**
   * Keeps the documents in use, and lets the scheduler bring states up to date
   * that ended by time.
   */
  schedule(scheduler: SchedulerService, config: Config): Promise<void>;
}

/** The checklists in use: the one of the package. */
export async function loadChecklists(): Promise<ChecklistRegistry> {
  return new ChecklistRegistry([await loadDefaultChecklist()]);
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
  const answering = new Answering({ ...options, reading });
  const sweep = new ExpirySweep(options);
  return {
    reading,
    answering,
    sweep,
    serve: api => serveChecklist(api, { reading, answering, registry }),
    async schedule(scheduler, config) {
      const { clock, database, journal } = options;
      await registry.publish(database, journal, tx => clock.now(tx));
      await sweep.schedule(scheduler, config);
    },
  };
}

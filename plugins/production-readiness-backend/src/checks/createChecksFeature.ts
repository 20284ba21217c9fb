import { SchedulerService } from '@backstage/backend-plugin-api';
import { checkRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { Access } from '../access';
import type { ReadinessReading } from '../checklist/ReadinessReading';
import { Clock, ReadinessDatabase } from '../database';
import { Evaluation } from '../evaluation/Evaluation';
import { ApiRouter } from '../http';
import { Journal } from '../journal';
import { CheckReporting } from './CheckReporting';
import { CheckRunner } from './CheckRunner';

/** Checks of other systems, put together. */
export interface ChecksFeature {
  readonly runner: CheckRunner;
  readonly reporting: CheckReporting;
  serve(api: ApiRouter): void;
  schedule(scheduler: SchedulerService): Promise<void>;
}

/** Puts together what asks other systems, and what takes their reports. */
export function createChecksFeature(options: {
  access: Access;
  clock: Clock;
  database: ReadinessDatabase;
  evaluation: Evaluation;
  journal: Journal;
  reading: ReadinessReading;
  runner: CheckRunner;
}): ChecksFeature {
  const { runner } = options;
  const reporting = new CheckReporting(options);
  return {
    runner,
    reporting,
    serve: api =>
      api.serve(
        checkRoutes.reportCheck,
        async ({ caller, params: { checkId, ...entity }, body }) =>
          reporting.report(caller, entity, checkId, body),
      ),
    schedule: scheduler => runner.schedule(scheduler),
  };
}

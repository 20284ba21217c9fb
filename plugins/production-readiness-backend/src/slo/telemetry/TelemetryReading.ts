import { BudgetHistoryView } from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../../access/Caller';
import { Clock, ReadinessDatabase } from '../../database';
import { SloContexts } from '../SloContexts';
import { readBudgetDays } from './BudgetDayStore';

/** Answers what telemetry says about SLOs, from what was stored of it. */
export class TelemetryReading {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      contexts: SloContexts;
    },
  ) {}

  /** How the error budget of an SLO stood, day by day. */
  async history(
    caller: Caller,
    sloId: string,
    days: number,
  ): Promise<BudgetHistoryView> {
    const { clock, contexts, database } = this.deps;
    const { place } = await contexts.findSlo(caller, sloId);
    const now = await clock.now(database.knex);
    return {
      sloId,
      days: await readBudgetDays(database.knex, place.id, days, now),
      asOf: now,
    };
  }
}

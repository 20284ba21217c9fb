import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import {
  errorRatioBehind,
  telemetryStateOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  SloMeasurement,
  TelemetryProvider,
  TelemetrySnapshot,
} from '@prodready/backstage-plugin-production-readiness-node';
import { Clock, ReadinessDatabase } from '../../database';
import { Reevaluation } from '../writing';
import { startOfDay, writeBudgetDays } from './BudgetDayStore';
import {
  beginRun,
  Binding,
  endRun,
  notePasts,
  readBindings,
  replaceRunning,
  TelemetryRow,
  writeSamples,
  writeStates,
} from './TelemetryStore';
import { changedEntities, readWatchedFacts } from './watchedFacts';

const DAY = 86_400_000;
const FREQUENCY = { minutes: 1 };
/** A provider that takes longer is taken for one that is down. */
const DEADLINE = 30_000;
/** A value that is older, or from the future, is none. */
const STALE = 10 * 60_000;
/** So many of those that were bound get their past in one run. */
const HISTORIES = 5;

/** Collects from telemetry providers what pages then read. */
export class TelemetryCollection {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      evaluation: Reevaluation;
      logger: LoggerService;
      providers: readonly TelemetryProvider[];
      /** In milliseconds; for tests. */
      deadline?: number;
    },
  ) {}

  /** Lets the scheduler collect, on one replica at a time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    if (this.deps.providers.length === 0) return;
    await scheduler.scheduleTask({
      id: 'production-readiness-telemetry',
      frequency: FREQUENCY,
      timeout: { minutes: 5 },
      initialDelay: { seconds: 15 },
      fn: signal => this.run(signal),
    });
  }

  /** Asks each provider once; one that fails keeps no other from its turn. */
  async run(signal: AbortSignal): Promise<void> {
    for (const provider of this.deps.providers) {
      if (signal.aborted) return;
      await this.collect(provider, signal);
    }
  }

  private async collect(
    provider: TelemetryProvider,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, database, evaluation, logger } = this.deps;
    const fence = await database.transaction(async tx =>
      beginRun(tx, provider.id, await clock.now(tx)),
    );
    let snapshot: TelemetrySnapshot | undefined;
    let problem: string | null = null;
    try {
      snapshot = await this.inTime(signal, within => provider.snapshot(within));
    } catch (error) {
      // This process ends: the provider is not to blame.
      if (signal.aborted) return;
      problem = error instanceof Error ? error.message : String(error);
      logger.warn(`Telemetry of ${provider.id} could not be read: ${problem}`);
    }
    const pasts = await this.readPasts(provider, signal, snapshot);
    if (signal.aborted) return;
    await database.transaction(async tx => {
      const at = await clock.now(tx);
      if (!(await endRun(tx, { provider: provider.id, fence, at, problem }))) {
        return;
      }
      const bindings = await readBindings(tx, { provider: provider.id });
      if (!snapshot) {
        await writeStates(
          tx,
          bindings.map(one => nothing(one, 'no_data', 'unreachable', at)),
        );
        return;
      }
      const before = await readWatchedFacts(tx, provider.id);
      await replaceRunning(tx, provider.id, snapshot, at);
      const rows = bindings.map(one =>
        withPast(
          rowOf(one, snapshot, at),
          pasts.find(past => past.sloId === one.sloId),
        ),
      );
      await writeStates(tx, rows);
      await notePasts(
        tx,
        pasts.map(past => past.sloId),
        at,
      );
      await writeSamples(
        tx,
        [
          ...pasts.flatMap(past =>
            past.measurements
              .filter(one => one.at > at - 35 * DAY)
              .map(one => ({ sloId: past.sloId, ...one })),
          ),
          ...rows.flatMap(row =>
            row.sampledAt === null || row.remaining === null
              ? []
              : [
                  {
                    sloId: row.sloId,
                    at: row.sampledAt,
                    remaining: row.remaining,
                    burnRate: row.burnRate,
                  },
                ],
          ),
        ],
        at,
      );
      await writeBudgetDays(tx, [
        ...pasts.flatMap(past => daysOf(past.sloId, past.measurements)),
        ...rows.flatMap(row =>
          row.sampledAt === null || !row.remaining || !row.objective
            ? []
            : daysOf(row.sloId, [
                {
                  at: row.sampledAt,
                  remaining: row.remaining,
                  objective: row.objective,
                  burnRate: null,
                },
              ]),
        ),
      ]);
      // What checklists know of SLOs follows; nothing does after an outage.
      const after = await readWatchedFacts(tx, provider.id);
      await evaluation.reevaluate(tx, changedEntities(before, after), at);
    });
  }

  /** The past of SLOs that were bound since the last run. */
  private async readPasts(
    provider: TelemetryProvider,
    signal: AbortSignal,
    snapshot: TelemetrySnapshot | undefined,
  ): Promise<{ sloId: string; measurements: SloMeasurement[] }[]> {
    const { clock, database, logger } = this.deps;
    if (!snapshot || !provider.history) return [];
    const { knex } = database;
    const bindings = await readBindings(knex, { provider: provider.id });
    const to = await clock.now(knex);
    const pasts = [];
    for (const one of bindings
      .filter(binding => !binding.hasPast)
      .slice(0, HISTORIES)) {
      if (signal.aborted) return [];
      try {
        const range = { from: to - 91 * DAY, to, stepSeconds: 6 * 3600 };
        const measurements = await this.inTime(signal, within =>
          provider.history!(one.externalId, range, within),
        );
        pasts.push({ sloId: one.sloId, measurements });
      } catch (error) {
        logger.warn(
          `The past of ${one.externalId} could not be read: ${error}`,
        );
      }
    }
    return pasts;
  }

  /** Also ends a provider that ignores its signal: its answer is dropped. */
  private async inTime<T>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const deadline = this.deps.deadline ?? DEADLINE;
    const within = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
    return Promise.race([
      work(within),
      new Promise<never>((_, reject) => {
        const stop = () =>
          reject(new Error(`it did not answer within ${deadline} ms`));
        if (within.aborted) stop();
        within.addEventListener('abort', stop, { once: true });
      }),
    ]);
  }
}

function rowOf(
  binding: Binding,
  snapshot: TelemetrySnapshot,
  at: number,
): TelemetryRow {
  const result = snapshot.results.get(binding.externalId);
  if (result?.kind === 'ambiguous') {
    return nothing(binding, 'ambiguous', 'ambiguous', at);
  }
  if (result?.kind !== 'measured') {
    return nothing(binding, 'no_data', 'no_series', at);
  }
  const { measurement } = result;
  if (Math.abs(at - measurement.at) > STALE) {
    return nothing(binding, 'no_data', 'stale', at);
  }
  const { objective, remaining, burnRate } = measurement;
  return {
    sloId: binding.sloId,
    state: telemetryStateOf(remaining, burnRate),
    objective,
    remaining,
    burnRate,
    sampledAt: measurement.at,
    checkedAt: at,
    problem: null,
  };
}

/** No new value: never healthy, and the last good one stays with its age. */
function nothing(
  binding: Binding,
  state: 'no_data' | 'ambiguous',
  problem: string,
  at: number,
): TelemetryRow {
  return {
    sloId: binding.sloId,
    state,
    objective: null,
    remaining: null,
    burnRate: null,
    sampledAt: null,
    checkedAt: at,
    problem,
  };
}

/** What was just bound and has no value now keeps the last one of its past. */
function withPast(
  row: TelemetryRow,
  past: { measurements: SloMeasurement[] } | undefined,
): TelemetryRow {
  const last = past?.measurements[past.measurements.length - 1];
  if (row.sampledAt !== null || !last || last.at > row.checkedAt) return row;
  return {
    ...row,
    objective: last.objective,
    remaining: last.remaining,
    burnRate: last.burnRate,
    sampledAt: last.at,
  };
}

/** The last value of each day counts for the day. */
function daysOf(sloId: string, measurements: readonly SloMeasurement[]) {
  const days = new Map(
    measurements.map(one => [
      startOfDay(one.at),
      {
        sloId,
        day: startOfDay(one.at),
        errorRatio: errorRatioBehind(one.objective, one.remaining),
      },
    ]),
  );
  return [...days.values()];
}

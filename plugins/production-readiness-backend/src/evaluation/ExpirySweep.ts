import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { Knex } from 'knex';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { Clock, ReadinessDatabase } from '../database';
import { findBelow } from '../directory/ancestors';
import { Journal } from '../journal';
import { areNewSettings, settingsApplied } from './appliedSettings';
import {
  digestOfJudging,
  endCatchUp,
  noteCatchUp,
  readCatchUp,
} from './catchUps';
import { Evaluation } from './Evaluation';
import { endRipple, noteRipple, readRipples } from './ripples';

/**
 * So many entities go into one transaction: others write between two, and a
 * process that is told to end waits for one at most.
 */
const BATCH = 100;
const DEFAULT_FREQUENCY = { seconds: 15 };

/** What a sweep did. */
export interface SweepResult {
  /** Entities that were judged anew. */
  entities: number;
}

/**
 * Brings summaries up to date that time alone has changed. The first sweep of
 * a process, and the first one after a checklist changed, also takes up what
 * an older checklist judged, or nothing yet, and everything when the
 * configuration that decides about it is another one.
 *
 * Two sweeps at once do each other no harm: each batch locks its entities and
 * judges them by what is stored then. What judges everything anew notes with
 * each batch how far it has come, so that the next run, in whichever process,
 * goes on from there.
 */
export class ExpirySweep {
  /** The checklists that everything is judged by. */
  private caughtUpWith?: string;

  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      evaluation: Evaluation;
      journal: Journal;
      registry: ChecklistRegistry;
      logger: LoggerService;
      /** What of the configuration decides how entities are judged. */
      settings: object;
    },
  ) {}

  /**
   * Runs until nothing is left, or until it is told to stop.
   *
   * @param signal - honoured between batches; what was judged stays
   */
  async run(signal?: AbortSignal): Promise<SweepResult> {
    const result = { entities: 0 };
    const { database, registry } = this.deps;
    await registry.follow(database.knex);
    const { fingerprint } = registry;
    if (this.caughtUpWith !== fingerprint) {
      await this.catchUp(result, signal);
      if (!signal?.aborted) this.caughtUpWith = fingerprint;
    }
    await this.followRipples(result, signal);
    let before: string | undefined;
    while (!signal?.aborted) {
      const ids = await this.inTransaction(expiredIds, result);
      // What comes back at once would come back for ever.
      if (ids.length < BATCH || ids[0] === before) break;
      before = ids[0];
    }
    if (result.entities > 0) {
      this.deps.logger.debug(`Judged ${result.entities} entities anew`);
    }
    return result;
  }

  /** Lets the scheduler run it, on one replica at a time. */
  async schedule(scheduler: SchedulerService, config: Config): Promise<void> {
    const key = 'productionReadiness.sweep.expiry';
    await scheduler.scheduleTask({
      id: 'production-readiness-expiry',
      frequency: config.has(key)
        ? readDurationFromConfig(config, { key })
        : DEFAULT_FREQUENCY,
      // A killed process blocks the task until this time is over.
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
      fn: async signal => {
        await this.run(signal);
      },
    });
  }

  private async catchUp(
    result: SweepResult,
    signal?: AbortSignal,
  ): Promise<void> {
    const { clock, database, journal, registry, settings } = this.deps;
    const { knex } = database;
    const begun = await readCatchUp(knex);
    // What was begun by other settings has left some entities judged by them.
    const isNew = begun !== undefined || (await areNewSettings(knex, settings));
    const judgedBy = digestOfJudging({
      settings,
      checklists: registry.fingerprint,
    });
    const inUse = isNew ? [] : registry.loaded.map(({ digest }) => digest);
    let after = begun?.judgedBy === judgedBy ? begun.reached : '0';
    while (!signal?.aborted) {
      const last = after;
      const ids = await this.inTransaction(
        tx => outdatedIds(tx, inUse, last),
        result,
        async (tx, reached) => {
          if (isNew) await noteCatchUp(tx, { judgedBy, reached });
        },
      );
      if (ids.length === 0) break;
      after = ids[ids.length - 1];
    }
    if (!isNew || signal?.aborted) return;
    await database.transaction(async tx => {
      await endCatchUp(tx);
      await journal.append(tx, settingsApplied(settings, await clock.now(tx)));
    });
  }

  /** Judges anew what takes over answers that have changed. */
  private async followRipples(
    result: SweepResult,
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex } = this.deps.database;
    for (const ripple of await readRipples(knex)) {
      let after = ripple.reached;
      while (!signal?.aborted) {
        const last = after;
        const ids = await this.inTransaction(
          tx => findBelow(tx, ripple, last, BATCH),
          result,
          (tx, reached) => noteRipple(tx, { ...ripple, reached }),
        );
        if (ids.length === 0) break;
        after = ids[ids.length - 1];
      }
      if (signal?.aborted) return;
      await endRipple(knex, ripple);
    }
  }

  private async inTransaction(
    find: (tx: Knex.Transaction, now: number) => Promise<string[]>,
    result: SweepResult,
    note?: (tx: Knex.Transaction, reached: string) => Promise<void>,
  ): Promise<string[]> {
    const { clock, database, evaluation } = this.deps;
    const ids = await database.transaction(async tx => {
      const now = await clock.now(tx);
      const found = await find(tx, now);
      await evaluation.reevaluate(tx, found, now);
      if (found.length > 0) await note?.(tx, found[found.length - 1]);
      return found;
    });
    result.entities += ids.length;
    return ids;
  }
}

async function expiredIds(
  tx: Knex.Transaction,
  now: number,
): Promise<string[]> {
  const ids: (string | number)[] = await tx('readiness_summaries')
    .where('valid_until', '<=', now)
    .orderBy([{ column: 'valid_until' }, { column: 'entity_id' }])
    .limit(BATCH)
    .pluck('entity_id');
  return ids.map(String);
}

/** Entities whose summary is missing, or not by one of these checklists. */
async function outdatedIds(
  tx: Knex.Transaction,
  digests: readonly string[],
  after: string,
): Promise<string[]> {
  const ids: (string | number)[] = await tx('directory_entities as e')
    .leftJoin('readiness_summaries as s', 's.entity_id', 'e.id')
    .where('e.id', '>', after)
    .where(outdated =>
      outdated
        .where(missing =>
          missing.whereNull('s.entity_id').whereNull('e.deleted_at'),
        )
        .orWhereNotIn('s.checklist_digest', [...digests])
        .orWhere(gone =>
          gone.whereNotNull('s.entity_id').whereNotNull('e.deleted_at'),
        ),
    )
    .whereNotIn('e.kind', ['user', 'group'])
    .orderBy('e.id')
    .limit(BATCH)
    .pluck('e.id');
  return ids.map(String);
}

import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  checksAskedBy,
  PUSHED_CHECKS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';
import type { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { Clock, ReadinessDatabase } from '../database';
import { Evaluation } from '../evaluation/Evaluation';
import { lockEntities } from '../evaluation/lockEntities';
import {
  CheckAnswer,
  notAskedSince,
  noteRun,
  storeAnswers,
} from './CheckResultStore';
import { findDue, findJudgedBy, AskedEntity } from './dueEntities';
import { Patience, PATIENCE, readWithPatience } from './readWithPatience';

/** So many entities are asked about at once. */
const BATCH = 100;
/** How old answers may get. */
const DEFAULT_AGE = { minutes: 30 };
/** Longest error that is kept, in UTF-16 code units. */
const LONGEST_ERROR = 300;

/** What a checklist wants to know of a provider. */
interface Question {
  providerId: string;
  checkIds: string[];
}

/** Errors of providers that need not be asked again in this run. */
type Down = Map<string, string>;

/** When a question is given up. */
interface Limits {
  signal?: AbortSignal;
  /** How often a provider is asked; as often as usual if not given. */
  tries?: number;
}

/** Asks providers for the checks that checklists in use ask for. */
export class CheckRunner {
  private readonly providers: ReadonlyMap<string, ReadinessCheckProvider>;
  private readonly age: number;

  constructor(
    private readonly deps: {
      providers: readonly ReadinessCheckProvider[];
      database: ReadinessDatabase;
      clock: Clock;
      evaluation: Evaluation;
      registry: ChecklistRegistry;
      logger: LoggerService;
      config: Config;
      patience?: Patience;
    },
  ) {
    this.providers = new Map(deps.providers.map(one => [one.id, one]));
    const key = 'productionReadiness.sweep.checks';
    this.age = durationToMilliseconds(
      deps.config.has(key)
        ? readDurationFromConfig(deps.config, { key })
        : DEFAULT_AGE,
    );
  }

  /**
   * Asks about everything that changed in the catalog since it was asked about,
   * or whose answers are old, and judges anew what that touches. What can't be
   * read is stored as an error and lowers nothing.
   *
   * @param signal - waits for no provider; what was not answered by then is
   *   asked again in the next run
   */
  async run(signal?: AbortSignal): Promise<void> {
    const { clock, database, registry } = this.deps;
    await registry.follow(database.knex);
    const down: Down = new Map();
    for (const checklist of registry.loaded) {
      const questions = questionsOf(checksAskedBy(checklist.document));
      let after = questions.length > 0 ? '0' : undefined;
      while (after !== undefined && !signal?.aborted) {
        const now = await clock.now(database.knex);
        const due = await findDue(database.knex, {
          checklistId: checklist.document.id,
          askedBefore: now - this.age,
          after,
          limit: BATCH,
        });
        await this.askAbout(due, questions, now, down, { signal });
        after = due.length < BATCH ? undefined : due[due.length - 1].id;
      }
    }
  }

  /** Asks about one entity now, once: somebody waits for it. */
  async runFor(entityId: string): Promise<void> {
    const { clock, database, registry } = this.deps;
    const { knex } = database;
    for (const { document } of registry.loaded) {
      const questions = questionsOf(checksAskedBy(document));
      if (questions.length === 0) continue;
      const asked = await findJudgedBy(knex, document.id, entityId);
      await this.askAbout(asked, questions, await clock.now(knex), new Map(), {
        tries: 1,
      });
    }
  }

  /** Lets the scheduler run it, on one replica at a time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'production-readiness-checks',
      frequency: { seconds: 30 },
      // A killed process blocks the task until this time is over.
      timeout: { minutes: 10 },
      initialDelay: { seconds: 10 },
      fn: signal => this.run(signal),
    });
  }

  private async askAbout(
    entities: readonly AskedEntity[],
    questions: readonly Question[],
    askedAt: number,
    down: Down,
    limits: Limits,
  ): Promise<void> {
    if (entities.length === 0) return;
    const answers = await Promise.all(
      questions.map(question => this.ask(question, entities, down, limits)),
    );
    // What was cut short says nothing about anybody.
    if (limits.signal?.aborted) return;
    const { clock, database, evaluation } = this.deps;
    const ids = entities.map(({ id }) => id);
    await database.transaction(async tx => {
      await lockEntities(tx, ids);
      const at = await clock.now(tx);
      const mine = await notAskedSince(tx, ids, askedAt);
      const changed = await storeAnswers(
        tx,
        answers.flat().filter(({ entityId }) => mine.includes(entityId)),
        at,
      );
      await noteRun(tx, mine, askedAt);
      await evaluation.reevaluate(tx, changed, at);
    });
  }

  private async ask(
    { providerId, checkIds }: Question,
    entities: readonly AskedEntity[],
    down: Down,
    limits: Limits,
  ): Promise<CheckAnswer[]> {
    const said = down.has(providerId)
      ? {}
      : await this.read(providerId, checkIds, entities, down, limits);
    const error = down.get(providerId);
    return entities.flatMap(({ id, ref }) =>
      checkIds.map((checkId): CheckAnswer => {
        const answered = Object.hasOwn(said, ref) ? said[ref] : {};
        const key = { entityId: id, providerId, checkId };
        return Object.hasOwn(answered, checkId)
          ? { ...key, value: answered[checkId] }
          : {
              ...key,
              error: error ?? `${providerId}: no answer for ${checkId}`,
            };
      }),
    );
  }

  /** Empty when it could not be read; `down` then says why. */
  private async read(
    providerId: string,
    checkIds: readonly string[],
    entities: readonly AskedEntity[],
    down: Down,
    { signal, tries }: Limits,
  ) {
    const { logger, patience = PATIENCE } = this.deps;
    const provider = this.providers.get(providerId);
    if (provider === undefined) {
      down.set(
        providerId,
        `${providerId}: no module of this backend answers it`,
      );
      return {};
    }
    try {
      return await readWithPatience(
        provider,
        entities.map(({ ref }) => ref),
        checkIds,
        { ...patience, tries: tries ?? patience.tries },
        signal,
      );
    } catch (cause) {
      if (signal?.aborted) return {};
      const error = `${providerId}: ${
        cause instanceof Error ? cause.message : String(cause)
      }`.slice(0, LONGEST_ERROR);
      logger.warn(`Checks could not be read, the last values stay: ${error}`);
      down.set(providerId, error);
      return {};
    }
  }
}

/** What is asked of each provider; what is reported is not asked for. */
function questionsOf(
  paths: readonly { providerId: string; checkId: string }[],
): Question[] {
  const questions = new Map<string, Question>();
  for (const { providerId, checkId } of paths) {
    if (providerId === PUSHED_CHECKS) continue;
    const question = questions.get(providerId) ?? { providerId, checkIds: [] };
    question.checkIds.push(checkId);
    questions.set(providerId, question);
  }
  return [...questions.values()];
}

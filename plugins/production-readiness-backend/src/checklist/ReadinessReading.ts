import {
  canonicalRef,
  ItemEvent,
  ReadinessError,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller, EVERYTHING, Visibility } from '../access';
import type { CheckRunner } from '../checks/CheckRunner';
import { Clock, ReadinessDatabase } from '../database';
import { Directory, DirectoryEntity } from '../directory';
import { Evaluation } from '../evaluation/Evaluation';
import { DatedAnswer } from '../http';
import { evaluateCapability, permittedTo, standingOf } from './capabilities';
import { ChecklistConfig } from './config';
import { ChecklistRegistry } from './ChecklistRegistry';
import { listItemEvents } from './history';
import { answersHeld } from './inheritance';
import { refusal } from './refusals';
import { RememberedReadiness } from './RememberedReadiness';
import {
  EvaluatedSubject,
  JudgedSubject,
  readJudged,
  readSubject,
  Subject,
  unchangedUntil,
} from './subject';
import { lookAgain, lookOf } from './subjectLook';
import { Knex } from 'knex';
import { emptyView, readinessViewOf } from './views';

/** What may be the id of an item, also of one that was left out since. */
const ITEM_ID = /^[A-Z0-9]+-[0-9]+$/;

/** What reading the checklist needs. */
export interface ReadingDeps {
  database: ReadinessDatabase;
  clock: Clock;
  access: Access;
  directory: Directory;
  evaluation: Evaluation;
  registry: ChecklistRegistry;
  config: ChecklistConfig;
  /** Asks other systems, before an entity is judged on demand. */
  checkRunner?: Pick<CheckRunner, 'runFor'>;
}

/** The names of an entity as a path gives them. */
export interface EntityName {
  kind: string;
  namespace: string;
  name: string;
}

/** Answers what is asked about readiness. */
export class ReadinessReading {
  private readonly remembered = new RememberedReadiness();

  constructor(private readonly deps: ReadingDeps) {}

  /**
   * The whole readiness of an entity.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async readiness(caller: Caller, name: EntityName): Promise<ReadinessView> {
    return (await this.answer(caller, name)).read();
  }

  /**
   * The same as it is sent: in two statements once the entity is evaluated, and
   * in one, without making it again, while nothing has changed since the caller
   * last asked.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async answer(
    caller: Caller,
    name: EntityName,
  ): Promise<DatedAnswer<ReadinessView>> {
    const { access, clock, database, registry } = this.deps;
    const ref = canonicalRef(name);
    const visibility = await access.visibility(caller);
    const last =
      visibility === EVERYTHING ? this.remembered.find(caller, ref) : undefined;
    if (!last || !registry.byDigest(last.checklistDigest)) {
      return this.readAndKeep(caller, await this.find(caller, name));
    }
    const permitted = await permittedTo(access, caller, ref);
    const isPermitted =
      permitted.mayAttest === last.permitted.mayAttest &&
      permitted.mayAccept === last.permitted.mayAccept;
    const looked = isPermitted
      ? await lookAgain(database.knex, clock, last.look)
      : undefined;
    if (looked && 'unchangedAt' in looked && looked.unchangedAt < last.until) {
      return last.answer.at(looked.unchangedAt);
    }
    const isRead = looked && 'entity' in looked && this.evaluated(looked);
    return this.readAndKeep(
      caller,
      isRead ? looked : await this.find(caller, name),
    );
  }

  private async readAndKeep(
    caller: Caller,
    subject: Subject,
  ): Promise<DatedAnswer<ReadinessView>> {
    const { access, database, config } = this.deps;
    const { entity } = subject;
    const evaluated = this.evaluated(subject);
    if (!evaluated) {
      const standing = await standingOf(access, caller, entity);
      return DatedAnswer.of(emptyView(subject, standing));
    }
    const visibility = await access.visibility(caller);
    const [standing, judged] = await Promise.all([
      standingOf(access, caller, entity),
      readJudged(database.knex, evaluated, config, visibility),
    ]);
    const answer = DatedAnswer.of(
      readinessViewOf(judged, { standing, policy: config }),
    );
    const look =
      visibility === EVERYTHING ? lookOf(database.knex, judged) : undefined;
    if (look) {
      const { mayAttest, mayAccept } = standing;
      this.remembered.keep(caller, entity.ref, answer.asOf, {
        answer,
        permitted: { mayAttest, mayAccept },
        checklistDigest: judged.checklist.digest,
        look,
        until: unchangedUntil(judged),
      });
    }
    return answer;
  }

  /**
   * Reads the facts of an entity again, and answers where it stands then. For
   * whoever may answer for it, administrators and services.
   *
   * @throws ReadinessError 403 or 404
   */
  async evaluate(caller: Caller, name: EntityName): Promise<ReadinessView> {
    const { access } = this.deps;
    const { entity } = await this.find(caller, name);
    const capability = evaluateCapability(
      await standingOf(access, caller, entity),
    );
    if (!capability.allowed) {
      throw refusal(capability.reason ?? 'not_permitted', {
        entityRef: entity.ref,
        ownerRef: entity.ownerRef,
        reviewerRef: null,
      });
    }
    await this.deps.checkRunner?.runFor(entity.id);
    await this.evaluateNow(entity.id);
    return this.readiness(caller, name);
  }

  /**
   * What happened to an item, newest first. One that the checklist left out
   * keeps its history.
   *
   * @throws ReadinessError 404 for the entity, and for an item that is neither
   *   in the checklist nor was ever answered
   */
  async history(
    caller: Caller,
    name: EntityName,
    itemId: string,
  ): Promise<{ events: ItemEvent[]; asOf: number }> {
    const subject = await this.find(caller, name);
    const evaluated = this.evaluated(subject);
    const item = evaluated?.checklist.document.items.find(
      ({ id }) => id === itemId,
    );
    // The id goes into a pattern, so only what could be one is looked for.
    const events =
      evaluated && (item || ITEM_ID.test(itemId))
        ? await listItemEvents(
            this.deps.database.knex,
            subject.entity.id,
            evaluated.checklist.document.id,
            itemId,
          )
        : [];
    if (!item && events.length === 0) {
      throw unknownItem(itemId, subject.entity.ref);
    }
    return { events, asOf: subject.now };
  }

  /**
   * An entity that the caller may see. One that is new here is read from the
   * catalog, and one that was never evaluated, or by a checklist that is no
   * longer in use, is evaluated first.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async find(caller: Caller, name: EntityName): Promise<Subject> {
    const { access, clock, database, directory } = this.deps;
    const { knex } = database;
    const ref = canonicalRef(name);
    const visibility = await access.visibility(caller);
    const read = () => readSubject(knex, clock, { ref, visibility });
    let subject = await read();
    if (!subject) {
      await directory.findEntity(knex, ref, visibility);
      subject = await read();
    }
    if (subject && !this.evaluated(subject) && hasChecklist(subject.entity)) {
      await this.evaluateNow(subject.entity.id);
      subject = await read();
    }
    // It went away between two statements.
    if (!subject) {
      throw ReadinessError.notFound(
        'ENTITY_NOT_FOUND',
        `${ref} has just been removed from the catalog.`,
      );
    }
    return subject;
  }

  /**
   * An entity judged by what is stored; undefined when no checklist is for it.
   * One statement beside the one that read the subject.
   *
   * @param visibility - what the reader may see of the entities above
   */
  async judge(
    q: Knex,
    subject: Subject,
    visibility?: Visibility,
  ): Promise<JudgedSubject | undefined> {
    const evaluated = this.evaluated(subject);
    if (!evaluated) return undefined;
    return readJudged(q, evaluated, this.deps.config, visibility);
  }

  /** The subject with its checklist, when its summary is by one in use. */
  evaluated(subject: Subject): EvaluatedSubject | undefined {
    const { registry } = this.deps;
    const summary = subject.summary ?? answersHeld(subject.entity, registry);
    const checklist = summary && registry.byDigest(summary.checklist_digest);
    return summary && checklist
      ? { subject: { ...subject, summary }, checklist }
      : undefined;
  }

  private async evaluateNow(entityId: string): Promise<void> {
    const { clock, database, evaluation } = this.deps;
    await database.transaction(async tx => {
      await evaluation.reevaluate(tx, [entityId], await clock.now(tx));
    });
  }
}

/** Users and Groups have no checklist, so there is nothing to evaluate. */
function hasChecklist({ kind }: Pick<DirectoryEntity, 'kind'>): boolean {
  return kind !== 'user' && kind !== 'group';
}

/** The 404 of an item that is not part of an entity's checklist. */
export function unknownItem(itemId: string, entityRef: string): ReadinessError {
  return ReadinessError.notFound(
    'ITEM_NOT_FOUND',
    `There is no item ${itemId} in the checklist of ${entityRef}. The readiness of the entity lists those that there are.`,
    { field: 'path.itemId' },
  );
}

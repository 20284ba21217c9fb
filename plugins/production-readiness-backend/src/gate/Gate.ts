import { randomUUID } from 'node:crypto';
import {
  checklistAttestPermission,
  DAY,
  decideGate,
  GatePassView,
  GateView,
  PHASES,
  ReadinessError,
  trafficCapOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { standingOf } from '../checklist/capabilities';
import { ChecklistConfig } from '../checklist/config';
import { EntityName, ReadinessReading } from '../checklist/ReadinessReading';
import { readSubject, Subject } from '../checklist/subject';
import { Clock, ReadinessDatabase, runOnce } from '../database';
import { lockEntities } from '../evaluation/lockEntities';
import { entityChain, Journal } from '../journal';
import { ownerRefusal } from '../review/capabilities';
import { readReviews } from '../review/ReviewStore';
import { refuseReview } from '../review/refusals';
import { closePass, insertPass, readPasses } from './GateStore';

/** Nobody remembers why after longer than this. */
const FOLLOW_UP_MAX = 30 * DAY;

/** What the gate needs of the other parts. */
export interface GateDeps {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  reading: ReadinessReading;
  config: ChecklistConfig;
}

/** Says whether entities may be released. */
export class Gate {
  constructor(private readonly deps: GateDeps) {}

  /**
   * What the gate says of an entity that the caller may see.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async ask(caller: Caller, name: EntityName): Promise<GateView> {
    const subject = await this.deps.reading.find(caller, name);
    return this.viewOf(this.deps.database.knex, caller, subject);
  }

  /**
   * Lets a release past the gate for a while.
   *
   * @throws ReadinessError 400, 403 or 404
   */
  async pass(
    caller: Caller,
    name: EntityName,
    input: { reason: string; followUpAt: number },
    idempotencyKey?: string,
  ): Promise<GateView> {
    const { config } = this.deps;
    return this.write(caller, name, async (tx, subject) => {
      const { entity, now } = subject;
      refuseFollowUp(input.followUpAt, now);
      const by = personOf(caller);
      const action = {
        key: idempotencyKey,
        operationId: 'passGate',
        actor: by.ref,
        request: [entity.ref, input],
        at: now,
      };
      await runOnce(tx, action, async () => {
        const judged = await this.deps.reading.judge(tx, subject);
        const pass: GatePassView = {
          id: randomUUID(),
          version: 1,
          reason: input.reason,
          blockers: judged?.blockers.map(({ item }) => item.id) ?? [],
          givenBy: by,
          givenAt: now,
          validUntil: now + config.gate.passHours * 60 * 60 * 1000,
          followUpAt: input.followUpAt,
          closedAt: null,
          closedBy: null,
          closingNote: null,
        };
        await insertPass(tx, entity.id, pass);
        await this.deps.journal.append(tx, {
          chain: entityChain(entity.id),
          actor: by.ref,
          action: 'gate.passed',
          subject: {
            passId: pass.id,
            actorName: by.name,
            reason: pass.reason,
            blockers: pass.blockers,
            validUntil: pass.validUntil,
            followUpAt: pass.followUpAt,
          },
          at: now,
        });
        return {};
      });
    });
  }

  /**
   * Says what came of a release that was let past the gate.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async close(
    caller: Caller,
    name: EntityName,
    edit: { passId: string; version: number },
    note: string,
  ): Promise<GateView> {
    return this.write(caller, name, async (tx, { entity, now }) => {
      const passes = await readPasses(tx, entity.id);
      const pass = passes.find(({ id }) => id === edit.passId);
      if (!pass) {
        throw ReadinessError.notFound(
          'PASS_NOT_FOUND',
          `There is no such pass of ${entity.ref}.`,
          { field: 'path.passId' },
        );
      }
      if (pass.version !== edit.version) {
        throw ReadinessError.preconditionFailed(
          'PASS_CHANGED',
          'Somebody else has come back to this already. Load it again.',
          { field: 'header.If-Match' },
        );
      }
      if (pass.closedAt !== null) {
        throw ReadinessError.conflict(
          'PASS_CLOSED',
          'Somebody has come back to this already.',
        );
      }
      const by = personOf(caller);
      await closePass(tx, {
        ...pass,
        version: pass.version + 1,
        closedAt: now,
        closedBy: by,
        closingNote: note,
      });
      await this.deps.journal.append(tx, {
        chain: entityChain(entity.id),
        actor: by.ref,
        action: 'gate.pass_closed',
        subject: { passId: pass.id, actorName: by.name, comment: note },
        at: now,
      });
    });
  }

  private async write(
    caller: Caller,
    name: EntityName,
    work: (tx: Knex.Transaction, subject: Subject) => Promise<void>,
  ): Promise<GateView> {
    const { access, clock, database, reading } = this.deps;
    const { entity } = await reading.find(caller, name);
    await access.authorize(caller, checklistAttestPermission, entity.ref);
    const refused = ownerRefusal(await standingOf(access, caller, entity));
    if (refused) throw refuseReview(refused, entity);
    return database.transaction(async tx => {
      await lockEntities(tx, [entity.id]);
      const subject = (await readSubject(tx, clock, { id: entity.id }))!;
      await work(tx, subject);
      return this.viewOf(tx, caller, subject);
    });
  }

  private async viewOf(
    q: Knex,
    caller: Caller,
    subject: Subject,
  ): Promise<GateView> {
    const { access, config, reading } = this.deps;
    const { entity, now } = subject;
    const judged = await reading.judge(
      q,
      subject,
      await access.visibility(caller),
    );
    const passes = await readPasses(q, entity.id);
    const reviews = await readReviews(q, query =>
      query
        .where('r.entity_id', entity.id)
        .whereIn('r.state', [
          'approved',
          'approved_with_conditions',
          'limited_release',
        ]),
    );
    const pass = passes.find(({ validUntil }) => validUntil > now) ?? null;
    const mode = config.gate.blockTiers.includes(entity.tier)
      ? 'block'
      : 'warn';
    const { decision, blockers } = decideGate({
      blockers: judged?.blockers ?? [],
      mode,
      grace: config.gate.graceDays * DAY,
      isPassed: pass !== null,
      now,
    });
    const row = judged?.summary.row;
    return {
      entityRef: entity.ref,
      decision,
      mode,
      phase: PHASES.find(phase => phase === row?.phase) ?? entity.phase,
      blockers: blockers.map(blocker => {
        const { item, move } = judged!.blockers.find(
          one => one.item.id === blocker.itemId,
        )!;
        return { ...blocker, title: item.title, risk: item.risk, move };
      }),
      adoptionUntil: row?.adoption_until ?? null,
      trafficCap: trafficCapOf(reviews, now),
      pass,
      followUps: passes.filter(({ closedAt }) => closedAt === null),
      canPass:
        ownerRefusal(await standingOf(access, caller, entity)) === undefined,
      asOf: now,
    };
  }
}

function refuseFollowUp(followUpAt: number, now: number): void {
  if (followUpAt > now && followUpAt <= now + FOLLOW_UP_MAX) return;
  throw ReadinessError.badInput(
    'FOLLOW_UP_DATE',
    'The follow-up has to be on a day to come, at most 30 days ahead.',
    { field: 'body.followUpAt' },
  );
}

function personOf(caller: Caller) {
  return {
    ref: caller.userRef!,
    name: caller.displayName ?? caller.userRef!,
  };
}

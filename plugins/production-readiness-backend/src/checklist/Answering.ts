import {
  alignedUntil,
  AssessedItem,
  basisWithoutSecondPerson,
  canonicalText,
  Capability,
  Evidence,
  ItemRecord,
  ItemView,
  Person,
  ReadinessError,
  Waiver,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { lockEntities } from '../evaluation/lockEntities';
import { requestRipple } from '../evaluation/ripples';
import { entityChain, Journal } from '../journal';
import { ACT_RULES, ActRule, dependsOnVersion, recordOf } from './acts';
import { Standing, standingOf } from './capabilities';
import {
  acceptance,
  attestation,
  Becoming,
  ItemChange,
  returning,
  selfAcceptance,
  takingOver,
  withdrawal,
} from './changes';
import { ChecklistRegistry } from './ChecklistRegistry';
import { ChecklistConfig, reviewerOf, reviewModeOf } from './config';
import { isTakenOver } from './inheritance';
import { answerColumns, factColumns, standingColumns } from './itemRow';
import { historyWrite } from './HistoryStore';
import { itemWrite } from './ItemStateStore';
import { EntityName, ReadinessReading, unknownItem } from './ReadinessReading';
import { refusal, refuseBareConfirmation } from './refusals';
import { isSampled } from './sampling';
import {
  judgedItem,
  JudgedSubject,
  judgeStored,
  readJudged,
  readHeldSubject,
} from './subject';
import { lineWrites } from './SummaryStore';
import { itemViewOf } from './views';
import {
  waiverApproval,
  waiverRequest,
  waiverReturn,
  waiverRevocation,
  waiverWithdrawal,
} from './waiverChanges';

/** Which item, and which version of it the caller saw. */
export interface ItemEdit {
  entity: EntityName;
  itemId: string;
  /** 0 when it has no answer yet. */
  version: number;
  /** The checklist whose words the caller read; undefined: not said. */
  checklistDigest?: string;
}

/** An item after a write. */
export interface WrittenItem {
  item: ItemView;
  asOf: number;
}

/** An item as it was found inside the transaction. */
interface Found {
  judged: JudgedSubject;
  assessed: AssessedItem;
  record: ItemRecord;
}

/** An entity judged inside the transaction, to be compared with its line. */
interface HeldJudgement extends JudgedSubject {
  /** The items that block it as they are stored. */
  storedBlockers: string[];
  /** A day of the sessions that walk through it; undefined: there are none. */
  sessionAt?: number;
}

/** Chooses what becomes of an item by how it was found. */
type Choose = (tx: Knex.Transaction, found: Found) => Promise<Becoming>;

/** Takes answers and decisions. */
export class Answering {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      journal: Journal;
      access: Access;
      reading: ReadinessReading;
      registry: ChecklistRegistry;
      config: ChecklistConfig;
    },
  ) {}

  /**
   * Answers an item with evidence. An older acceptance counts on until it
   * expires.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async attest(
    caller: Caller,
    edit: ItemEdit,
    evidence: Evidence,
  ): Promise<WrittenItem> {
    return this.change(caller, edit, 'attest', {
      choose: (tx, found) => this.answer(tx, caller, found, evidence),
    });
  }

  /**
   * Accepts the answer that waits.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async accept(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.change(caller, edit, 'accept', acceptance);
  }

  /**
   * Gives the answer that waits back with a comment.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async giveBack(
    caller: Caller,
    edit: ItemEdit,
    comment: string,
  ): Promise<WrittenItem> {
    return this.change(caller, edit, 'accept', returning(comment));
  }

  /**
   * Takes an answer back that nobody has decided on.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async withdraw(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.change(caller, edit, 'withdraw', withdrawal);
  }

  /**
   * Gives up the own answer for the one of an entity above.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async takeOver(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.change(caller, edit, 'take_over', takingOver);
  }

  /**
   * Asks for an exemption, or says that the item does not concern the entity.
   *
   * @throws ReadinessError 400, 403, 404, 409 or 412
   */
  async requestWaiver(
    caller: Caller,
    edit: ItemEdit,
    waiver: Waiver,
  ): Promise<WrittenItem> {
    return this.change(caller, edit, 'request_waiver', waiverRequest(waiver));
  }

  /**
   * Takes a request for a waiver back.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async withdrawRequest(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.change(caller, edit, 'withdraw_request', waiverWithdrawal);
  }

  /**
   * Grants the request for a waiver that waits.
   *
   * @throws ReadinessError 400, 403, 404, 409 or 412
   */
  async approveWaiver(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.change(caller, edit, 'decide_request', waiverApproval);
  }

  /**
   * Gives the request for a waiver that waits back with a comment.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async returnWaiver(
    caller: Caller,
    edit: ItemEdit,
    comment: string,
  ): Promise<WrittenItem> {
    return this.change(caller, edit, 'decide_request', waiverReturn(comment));
  }

  /**
   * Ends an exemption or "not applicable" now.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async revokeWaiver(
    caller: Caller,
    edit: ItemEdit,
    reason: string,
  ): Promise<WrittenItem> {
    return this.change(caller, edit, 'revoke_waiver', waiverRevocation(reason));
  }

  private async change(
    caller: Caller,
    edit: ItemEdit,
    act: keyof typeof ACT_RULES,
    becoming: Becoming | { choose: Choose },
  ): Promise<WrittenItem> {
    const { access, database, reading, config } = this.deps;
    const rule: ActRule = ACT_RULES[act];
    const { entity } = await reading.find(caller, edit.entity);
    if (rule.permission) {
      await access.authorize(caller, rule.permission, entity.ref);
    }
    // The permission policy is asked before the transaction: it answers over
    // the network, and locks should not wait for that.
    const standing = await standingOf(access, caller, entity);

    return database.transaction(async tx => {
      await lockEntities(tx, [entity.id]);
      const judged = await this.judge(tx, entity.id);
      const assessed = judged && judgedItem(judged, edit.itemId);
      if (!judged || !assessed) throw unknownItem(edit.itemId, entity.ref);
      const { item } = assessed;
      await this.requireSameWords(tx, edit, judged);
      const record = recordOf(judged.records, item.id);
      const reviewerRef = reviewerOf(config, item, entity);
      const { now } = judged.subject;
      const context = { standing, assessed, record, reviewerRef, now };
      const capability = rule.capability(context);
      const refuse = ({ reason }: Capability) =>
        refusal(reason ?? 'not_permitted', {
          itemId: item.id,
          entityRef: entity.ref,
          ownerRef: entity.ownerRef,
          reviewerRef,
        });
      // Whoever may never do this learns that first.
      if (!capability.allowed && !dependsOnVersion(capability.reason)) {
        throw refuse(capability);
      }
      if (record.version !== edit.version) {
        throw staleVersion(edit, this.viewOf(judged, edit.itemId, standing));
      }
      if (!capability.allowed) throw refuse(capability);

      const by = {
        ref: caller.userRef!,
        name: caller.displayName ?? caller.userRef!,
      };
      const become =
        'choose' in becoming
          ? await becoming.choose(tx, { judged, assessed, record })
          : becoming;
      const change = become(record, {
        at: now,
        by,
        reattestDays: item.reattestDays,
        align: until => alignedUntil(until, item, judged.sessionAt),
      });
      return this.store(
        tx,
        judged,
        standing,
        item.id,
        reviewerRef,
        {
          ...change,
          record: { ...change.record, version: record.version + 1 },
        },
        by,
        caller.actingService,
      );
    });
  }

  /** An answer to other words than those in use would be misapplied. */
  private async requireSameWords(
    tx: Knex.Transaction,
    { checklistDigest, itemId }: ItemEdit,
    { checklist }: JudgedSubject,
  ): Promise<void> {
    if (!checklistDigest || checklistDigest === checklist.digest) return;
    const read = await this.deps.registry.version(tx, checklistDigest);
    const [before, now] = [read?.document, checklist.document].map(document =>
      document?.items.find(({ id }) => id === itemId),
    );
    const isSame =
      read?.document.id === checklist.document.id &&
      canonicalText(before ?? {}) === canonicalText(now ?? {});
    if (isSame) return;
    throw ReadinessError.conflict(
      'CHECKLIST_CHANGED',
      `${itemId} asks for something else since the checklist became version ${checklist.document.version}. Read it again before you answer; your text is not lost.`,
      {
        field: 'body.checklistDigest',
        details: { digest: checklist.digest },
      },
    );
  }

  /** Whether an answer waits, or counts at once because the rules allow it. */
  private async answer(
    tx: Knex.Transaction,
    caller: Caller,
    { judged, assessed, record }: Found,
    evidence: Evidence,
  ): Promise<Becoming> {
    const { entity, now } = judged.subject;
    refuseBareConfirmation(assessed.item, record, evidence);
    const basis = basisWithoutSecondPerson(assessed.item, {
      record,
      state: assessed.standing.state,
      evidence,
      mode: reviewModeOf(this.deps.config, entity.ownerRef),
    });
    // A service may hand an answer in, but never lets it count.
    if (basis === undefined || caller.onBehalfOf) return attestation(evidence);
    const sampled = await isSampled(
      tx,
      {
        entityId: entity.id,
        checklistId: judged.checklist.document.id,
        itemId: assessed.item.id,
        acceptedAt: record.acceptance?.acceptedAt ?? 0,
      },
      now,
    );
    return sampled ? attestation(evidence) : selfAcceptance(evidence, basis);
  }

  /** The entity as it stands inside the transaction. */
  private async judge(
    tx: Knex.Transaction,
    entityId: string,
  ): Promise<HeldJudgement | undefined> {
    const { clock, reading, config } = this.deps;
    const held = await readHeldSubject(tx, clock, entityId);
    const evaluated = held && reading.evaluated(held);
    if (!evaluated) return undefined;
    const judged = await readJudged(tx, evaluated, config);
    return {
      ...judged,
      storedBlockers: held.blockers,
      sessionAt: held.sessionAt,
    };
  }

  private async store(
    tx: Knex.Transaction,
    before: HeldJudgement,
    standing: Standing,
    itemId: string,
    reviewerRef: string | null,
    { record, action, subject }: ItemChange,
    by: Person,
    actingService: string | undefined,
  ): Promise<WrittenItem> {
    const { config, journal } = this.deps;
    const { checklist } = before;
    const { entity, now } = before.subject;
    const row = {
      entity_id: entity.id,
      checklist_id: checklist.document.id,
      item_id: itemId,
      ...answerColumns(record, reviewerRef),
      ...factColumns(record.fact),
      updated_at: now,
      state: '',
    };
    const after = judgeStored(
      before.subject,
      checklist,
      new Map([...before.rows, [itemId, row]]),
      config,
      before.inherited,
    );
    const assessed = judgedItem(after, itemId)!;
    const written = { ...row, ...standingColumns(assessed.standing) };
    // A Group that answers for others has no line in lists.
    const line =
      entity.kind === 'group'
        ? undefined
        : lineWrites(
            tx,
            { row: before.subject.summary, blockers: before.storedBlockers },
            after.summary,
            now,
          );
    const { statements = [], summary, isReblocked = false } = line ?? {};
    await journal.appendWith(
      tx,
      [
        itemWrite(tx, [written]),
        ...statements,
        historyWrite(tx, [
          { entityId: entity.id, at: now, items: [written], summary },
        ]),
      ],
      {
        chain: entityChain(entity.id),
        actor: by.ref,
        action,
        subject: {
          checklistId: checklist.document.id,
          checklistDigest: checklist.digest,
          itemId,
          version: record.version,
          actorName: by.name,
          ...(actingService !== undefined && { actingService }),
          ...subject,
        },
        at: now,
      },
      !isReblocked,
    );
    if (isTakenOver(entity.kind, assessed.item)) {
      await requestRipple(tx, [entity.id], now);
    }
    return {
      item: this.viewOf(after, itemId, standing),
      asOf: now,
    };
  }

  private viewOf(
    judged: JudgedSubject,
    itemId: string,
    standing: Standing,
  ): ItemView {
    return itemViewOf(judgedItem(judged, itemId)!, judged, {
      standing,
      policy: this.deps.config,
    });
  }
}

function staleVersion(edit: ItemEdit, current: ItemView): ReadinessError {
  return ReadinessError.preconditionFailed(
    'ITEM_CHANGED',
    `${edit.itemId} was changed by somebody else: you edited version ${edit.version}, and it is at version ${current.version} now. Compare both and save again; your text is not lost.`,
    { field: 'header.If-Match', details: { current } },
  );
}

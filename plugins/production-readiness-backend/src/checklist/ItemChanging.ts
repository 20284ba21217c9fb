import {
  alignedUntil,
  AssessedItem,
  canonicalText,
  Capability,
  ItemRecord,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { lockEntities } from '../evaluation/lockEntities';
import { Journal } from '../journal';
import { ACT_RULES, ActRule, dependsOnVersion, recordOf } from './acts';
import { standingOf } from './capabilities';
import { Becoming } from './changes';
import { ChecklistRegistry } from './ChecklistRegistry';
import { ChecklistConfig, reviewerOf } from './config';
import { EntityName, ReadinessReading, unknownItem } from './ReadinessReading';
import { refusal, staleVersion } from './refusals';
import { HeldJudgement, storeChange, WrittenItem } from './storeChange';
import {
  judgedItem,
  JudgedSubject,
  readHeldSubject,
  readJudged,
} from './subject';
import { itemViewOf } from './views';

/** Which item, and which version of it the caller saw. */
export interface ItemEdit {
  entity: EntityName;
  itemId: string;
  /** 0 when it has no answer yet. */
  version: number;
  /** The checklist whose words the caller read; undefined: not said. */
  checklistDigest?: string;
}

/** An item as it was found inside the transaction. */
export interface FoundItem {
  judged: JudgedSubject;
  assessed: AssessedItem;
  record: ItemRecord;
}

/** Chooses what becomes of an item by how it was found. */
type Choose = (tx: Knex.Transaction, found: FoundItem) => Promise<Becoming>;

/** What a change of an item is made with. */
export interface ItemChangingDeps {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  reading: ReadinessReading;
  registry: ChecklistRegistry;
  config: ChecklistConfig;
}

/**
 * Changes an item under guard: only by whom its rules allow, only from the
 * version and the words that were read, and one change of an entity at a time.
 */
export class ItemChanging {
  constructor(private readonly deps: ItemChangingDeps) {}

  /**
   * Changes an item by an act.
   *
   * @param becoming - what becomes of it, or who chooses that once it is found
   * @throws ReadinessError 403, 404, 409 or 412, and what the choice throws
   */
  async change(
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
        const current = itemViewOf(assessed, judged, {
          standing,
          policy: config,
        });
        throw staleVersion(edit, current);
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
      return storeChange(tx, this.deps, judged, {
        itemId: item.id,
        reviewerRef,
        change: {
          ...change,
          record: { ...change.record, version: record.version + 1 },
        },
        by,
        actingService: caller.actingService,
        standing,
      });
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
}

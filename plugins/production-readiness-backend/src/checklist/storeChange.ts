import {
  ItemView,
  Person,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { requestRipple } from '../evaluation/ripples';
import { entityChain, Journal } from '../journal';
import { Standing } from './capabilities';
import { ItemChange } from './changes';
import { ChecklistConfig } from './config';
import { historyWrite } from './HistoryStore';
import { isTakenOver } from './inheritance';
import { answerColumns, factColumns, standingColumns } from './itemRow';
import { itemWrite } from './ItemStateStore';
import { judgedItem, JudgedSubject, judgeStored } from './subject';
import { lineWrites } from './SummaryStore';
import { itemViewOf } from './views';

/** An item after a write. */
export interface WrittenItem {
  item: ItemView;
  asOf: number;
}

/** An entity judged inside the transaction, to be compared with its line. */
export interface HeldJudgement extends JudgedSubject {
  /** The items that block it as they are stored. */
  storedBlockers: string[];
  /** A day of the sessions that walk through it; undefined: there are none. */
  sessionAt?: number;
}

/** Who changes which item into what. */
export interface StoredChange {
  itemId: string;
  reviewerRef: string | null;
  change: ItemChange;
  by: Person;
  /** The service that acts for them; undefined: they act themselves. */
  actingService: string | undefined;
  /** What they are to the entity, for the view of the result. */
  standing: Standing;
}

/**
 * Stores a change of an item with all that follows from it in the same
 * transaction: its state, the entity's line in lists, those that take the
 * answer over, and the entry in the journal.
 *
 * @param before - the entity under the lock, as it stood before the change
 */
export async function storeChange(
  tx: Knex.Transaction,
  { config, journal }: { config: ChecklistConfig; journal: Journal },
  before: HeldJudgement,
  { itemId, reviewerRef, change, by, actingService, standing }: StoredChange,
): Promise<WrittenItem> {
  const { record, action, subject } = change;
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
    item: itemViewOf(assessed, after, { standing, policy: config }),
    asOf: now,
  };
}

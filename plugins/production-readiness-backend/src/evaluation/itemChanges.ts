import { JsonObject } from '@backstage/types';
import {
  ItemFact,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ChecklistConfig, reviewerOf } from '../checklist/config';
import {
  answerColumns,
  factColumns,
  ItemRow,
  standingColumns,
  toItemRecord,
} from '../checklist/itemRow';
import { NewItemRow } from '../checklist/ItemStateStore';
import { DirectoryEntity } from '../directory';
import { entityChain, JournalEntry } from '../journal';
import { Judgement } from './summarise';

/** What is to be written of an entity's items. */
export interface ItemChanges {
  /** Rows that are not stored like this. */
  rows: NewItemRow[];
  /** What the journal is told: facts that say something else now. */
  entry?: JournalEntry;
}

/** Finds what of a judgement is not stored yet. */
export function changesOf(
  config: ChecklistConfig,
  judged: {
    entity: DirectoryEntity;
    judgement: Judgement;
    /** By item id, of the judgement's checklist. */
    stored: ReadonlyMap<string, ItemRow>;
    records: ReadonlyMap<string, ItemRecord>;
    at: number;
  },
): ItemChanges {
  const { entity, judgement, stored, records, at } = judged;
  const { checklist_id, checklist_digest } = judgement.summary.row;
  const rows: NewItemRow[] = [];
  const changes: JsonObject[] = [];
  for (const { item, standing } of judgement.items) {
    const record = records.get(item.id) ?? { version: 0 };
    const row = stored.get(item.id);
    const before = toItemRecord(row);
    const isNews = record.fact !== before.fact;
    const reviewer = reviewerOf(config, item, entity);
    const written = answerColumns(record, reviewer);
    if (row === undefined && record.fact === undefined) continue;
    if (
      !sameFact(record.fact, before.fact) ||
      row?.state !== standing.state ||
      row.reviewer_ref !== written.reviewer_ref ||
      row.request_reviewer_ref !== written.request_reviewer_ref
    ) {
      rows.push({
        entity_id: entity.id,
        checklist_id,
        item_id: item.id,
        ...written,
        ...factColumns(record.fact),
        ...standingColumns(standing),
        updated_at: at,
      });
    }
    if (isNews && saysOtherwise(before.fact, record.fact)) {
      changes.push({
        itemId: item.id,
        fact: wordOf(record.fact),
        before: wordOf(before.fact),
      });
    }
  }
  if (changes.length === 0) return { rows };
  return {
    rows,
    entry: {
      chain: entityChain(entity.id),
      actor: 'system',
      action: 'checklist.evaluated',
      subject: {
        checklistId: checklist_id,
        checklistDigest: checklist_digest,
        changes,
      },
      at,
    },
  };
}

function sameFact(one?: ItemFact, other?: ItemFact): boolean {
  if (one === other) return true;
  const [a, b] = [factColumns(one), factColumns(other)];
  return Object.keys(a).every(
    key => a[key as keyof typeof a] === b[key as keyof typeof b],
  );
}

/** What the journal says of a fact. */
function wordOf(fact: ItemFact | undefined): string | null {
  if (fact === undefined) return null;
  return fact.unreadSince === undefined ? fact.value : 'unread';
}

function saysOtherwise(before?: ItemFact, after?: ItemFact): boolean {
  return wordOf(before) !== wordOf(after);
}

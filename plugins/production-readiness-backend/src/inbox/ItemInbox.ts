import {
  AssessedItem,
  DEFAULT_TIMING,
  INBOX_VERB,
  InboxItem,
  InboxKind,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access } from '../access';
import {
  acceptCapability,
  attestCapability,
  Standing,
} from '../checklist/capabilities';
import { standingsOf } from '../checklist/standings';
import { ChecklistConfig, reviewerOf } from '../checklist/config';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { ItemRow } from '../checklist/itemRow';
import { JudgedSubject, judgeStored } from '../checklist/subject';
import { answersHeld } from '../checklist/inheritance';
import { readSummaries } from '../checklist/SummaryStore';
import { Directory, DirectoryEntity } from '../directory';
import { waiverEntries } from './waiverEntries';
import { InboxScope, readCandidates, readNextExpiring } from './InboxStore';

/** What of the checklist waits for a caller. */
export interface ItemInboxDeps {
  access: Access;
  directory: Directory;
  registry: ChecklistRegistry;
  config: ChecklistConfig;
}

/** What the caller's teams have to renew next. */
export interface NextDue {
  entityRef: string;
  entityTitle: string;
  itemId: string;
  title: { en: string; ja: string };
  at: number;
}

/** A candidate row with what the checklist's rules say of it. */
interface Candidate {
  entity: DirectoryEntity;
  checklistId: string;
  assessed: AssessedItem;
  record: ItemRecord;
}

/** The items of checklists that wait for somebody. */
export class ItemInbox {
  constructor(private readonly deps: ItemInboxDeps) {}

  /** What waits for the caller at a moment. */
  async read(scope: InboxScope, now: number): Promise<InboxItem[]> {
    const rows = await readCandidates(scope, {
      from: now,
      until: now + DEFAULT_TIMING.dueBefore,
    });
    const candidates = await this.judge(scope, rows, now);
    const standings = await standingsOf(
      this.deps.access,
      scope.caller,
      candidates.map(({ entity }) => entity),
    );
    return candidates.flatMap(candidate => {
      const standing = standings.get(candidate.entity.id);
      return standing ? this.itemsOf(candidate, standing, now) : [];
    });
  }

  /** What comes next; null when nothing of the caller's teams expires. */
  async nextDue(scope: InboxScope, now: number): Promise<NextDue | null> {
    const rows = await readNextExpiring(scope, now);
    const [next] = (await this.judge(scope, rows, now)).sort(
      (one, other) => untilOf(one) - untilOf(other),
    );
    if (!next) return null;
    return {
      entityRef: next.entity.ref,
      entityTitle: titleOf(next.entity),
      itemId: next.assessed.item.id,
      title: next.assessed.item.title,
      at: untilOf(next),
    };
  }

  private async judge(
    { knex }: InboxScope,
    rows: readonly ItemRow[],
    now: number,
  ): Promise<Candidate[]> {
    const byEntity = new Map<string, Map<string, ItemRow>>();
    for (const row of rows) {
      const id = String(row.entity_id);
      const own = byEntity.get(id) ?? new Map<string, ItemRow>();
      byEntity.set(id, own.set(row.item_id, row));
    }
    const ids = [...byEntity.keys()];
    const entities = await this.deps.directory.findByIds(knex, ids);
    const summaries = await readSummaries(knex, ids);
    return entities.flatMap(entity => {
      const summary =
        summaries.get(entity.id)?.row ??
        answersHeld(entity, this.deps.registry);
      const checklist =
        summary && this.deps.registry.byDigest(summary.checklist_digest);
      // One that was judged by another checklist is judged anew soon.
      if (!summary || !checklist) return [];
      const own = byEntity.get(entity.id) ?? new Map<string, ItemRow>();
      const judged = judgeStored(
        { entity, summary, now },
        checklist,
        own,
        this.deps.config,
      );
      return candidatesOf(entity, judged, own);
    });
  }

  private itemsOf(
    candidate: Candidate,
    standing: Standing,
    now: number,
  ): InboxItem[] {
    const { assessed, entity, record } = candidate;
    const reviewerRef = reviewerOf(this.deps.config, assessed.item, entity);
    const owner = entity.ownerRef ?? standing.caller.userRef ?? '';
    return [
      ...waiverEntries(
        { standing, assessed, record, reviewerRef, now },
        owner,
      ).map(({ kind, since, deadline, waitingFor }) => ({
        ...toInboxItem(kind, candidate, since, waitingFor),
        deadline,
      })),
      ...this.answerItemsOf(candidate, standing, reviewerRef, owner),
    ];
  }

  private answerItemsOf(
    candidate: Candidate,
    standing: Standing,
    reviewer: string | null,
    owner: string,
  ): InboxItem[] {
    const { assessed, record } = candidate;
    const { answer } = record;
    const { state, waiting, due, validUntil } = assessed.standing;
    // Whoever is excused has nothing to answer.
    if (state === 'exempt' || state === 'not_applicable') return [];

    if (waiting) {
      // What fails is for the team to mend before anybody decides on it.
      const isReady = state !== 'failed' && state !== 'regressed';
      return isReady &&
        answer &&
        acceptCapability(standing, record, reviewer).allowed
        ? [toInboxItem('accept', candidate, answer.at, reviewer ?? owner)]
        : [];
    }
    if (!attestCapability(standing, assessed).allowed) return [];
    if (answer?.decision === 'returned') {
      const since = answer.decidedAt ?? answer.at;
      return [toInboxItem('answer-returned', candidate, since, owner)];
    }
    if (validUntil !== null && (due || state === 'lapsed')) {
      const since =
        state === 'lapsed' ? validUntil : validUntil - DEFAULT_TIMING.dueBefore;
      return [toInboxItem('renew', candidate, since, owner)];
    }
    return [];
  }
}

function candidatesOf(
  entity: DirectoryEntity,
  judged: JudgedSubject,
  rows: ReadonlyMap<string, ItemRow>,
): Candidate[] {
  return judged.items
    .filter(({ item }) => rows.has(item.id))
    .map(assessed => ({
      entity,
      checklistId: judged.checklist.document.id,
      assessed,
      record: judged.records.get(assessed.item.id) ?? { version: 0 },
    }));
}

function toInboxItem(
  kind: InboxKind,
  { assessed, checklistId, entity }: Candidate,
  since: number,
  waitingFor: string,
): InboxItem {
  return {
    id: `${kind}:${entity.ref}:${assessed.item.id}`,
    kind,
    verb: INBOX_VERB[kind],
    entityRef: entity.ref,
    entityTitle: titleOf(entity),
    subject: {
      type: 'item',
      checklistId,
      itemId: assessed.item.id,
      title: assessed.item.title,
      state: assessed.standing.state,
    },
    since,
    // Until then an earlier answer counts.
    deadline: assessed.standing.validUntil,
    waitingFor,
  };
}

function titleOf(entity: DirectoryEntity): string {
  return entity.title ?? entity.name;
}

function untilOf({ record }: Candidate): number {
  return record.acceptance?.until ?? Infinity;
}

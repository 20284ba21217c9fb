import {
  AssessedItem,
  ChecklistDocument,
  DraftImpact,
  ImpactCounts,
  ItemState,
  LocalizedText,
  NO_LEVEL,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { LoadedChecklist } from '../checklist/document';
import { DirectoryEntity } from '../directory';
import { Compared, ComparedSide } from './Comparison';

const ENTITIES_SHOWN = 100;
const TEAMS_SHOWN = 200;

type EntityLine = DraftImpact['entities'][number];
type ItemLine = DraftImpact['items'][number];

/** How bad it is for an entity: levels lost, then blockers, then points. */
type Harm = [number, number, number];

/** Adds up what a draft would change, entity by entity. */
export class ImpactTally {
  private readonly total = noCounts();
  private readonly teams = new Map<string | null, ImpactCounts>();
  private readonly levels = new Map<
    string,
    { before: number; after: number }
  >();
  private readonly items = new Map<string, ItemLine>();
  private readonly titles = new Map<string, LocalizedText>();
  private worst: { line: EntityLine; harm: Harm }[] = [];

  constructor(draft: ChecklistDocument, inUse: readonly LoadedChecklist[]) {
    for (const id of [NO_LEVEL, ...draft.levels.map(level => level.id)]) {
      this.level(id);
    }
    for (const document of [draft, ...inUse.map(one => one.document)]) {
      for (const { id, title } of document.items) {
        if (!this.titles.has(id)) this.titles.set(id, title);
      }
    }
  }

  /** Takes in one entity. */
  add(entity: DirectoryEntity, { before, after }: Compared): void {
    this.level(before.level.id).before += 1;
    this.level(after.level.id).after += 1;
    const ownerRef = entity.ownerRef ?? null;
    const team = this.teams.get(ownerRef) ?? noCounts();
    this.teams.set(ownerRef, team);
    const items = changedItems(before, after);
    const isChanged =
      items.length > 0 ||
      before.checklistId !== after.checklistId ||
      before.score !== after.score ||
      before.level.id !== after.level.id ||
      before.blockers !== after.blockers;
    for (const counts of [this.total, team]) {
      counts.entities += 1;
      if (!isChanged) continue;
      counts.changed += 1;
      if (after.level.rank > before.level.rank) counts.levelUp += 1;
      if (after.level.rank < before.level.rank) counts.levelDown += 1;
      if (after.blockers > before.blockers) counts.moreBlockers += 1;
    }
    if (!isChanged) return;
    for (const one of items) this.count(one);
    this.worst.push({
      line: lineOf(entity, before, after, items),
      harm: [
        before.level.rank - after.level.rank,
        after.blockers - before.blockers,
        (before.score ?? 0) - (after.score ?? 0),
      ],
    });
    // Of a whole catalog only the most affected are kept.
    if (this.worst.length > 20 * ENTITIES_SHOWN) this.trim();
  }

  /** What it comes to. */
  result(asOf: number): DraftImpact {
    this.trim();
    return {
      total: this.total,
      levels: [...this.levels].map(([level, counts]) => ({ level, ...counts })),
      teams: [...this.teams]
        .filter(([, counts]) => counts.changed > 0)
        .map(([ownerRef, counts]) => ({ ownerRef, ...counts }))
        .sort(
          (one, other) =>
            other.levelDown - one.levelDown ||
            other.moreBlockers - one.moreBlockers ||
            other.changed - one.changed ||
            (one.ownerRef ?? '').localeCompare(other.ownerRef ?? ''),
        )
        .slice(0, TEAMS_SHOWN),
      items: [...this.items.values()].sort(
        (one, other) =>
          other.entities - one.entities ||
          one.itemId.localeCompare(other.itemId),
      ),
      entities: this.worst.map(({ line }) => line),
      asOf,
    };
  }

  private count({ itemId, was, is }: ChangedItem): void {
    const line = this.items.get(itemId) ?? {
      itemId,
      title: this.titles.get(itemId) ?? { en: itemId, ja: itemId },
      entities: 0,
      worse: 0,
      better: 0,
    };
    line.entities += 1;
    if (isMissing(is) && !isMissing(was)) line.worse += 1;
    if (isMissing(was) && !isMissing(is)) line.better += 1;
    this.items.set(itemId, line);
  }

  private level(id: string) {
    const counts = this.levels.get(id) ?? { before: 0, after: 0 };
    this.levels.set(id, counts);
    return counts;
  }

  private trim(): void {
    this.worst.sort(
      (one, other) =>
        other.harm[0] - one.harm[0] ||
        other.harm[1] - one.harm[1] ||
        other.harm[2] - one.harm[2] ||
        one.line.ref.localeCompare(other.line.ref),
    );
    this.worst = this.worst.slice(0, ENTITIES_SHOWN);
  }
}

interface ChangedItem {
  itemId: string;
  was?: AssessedItem;
  is?: AssessedItem;
}

/** Items that stand elsewhere, or are newly asked for or no longer. */
function changedItems(before: ComparedSide, after: ComparedSide) {
  const ids = new Set([...after.items.keys(), ...before.items.keys()]);
  return [...ids].flatMap((itemId): ChangedItem[] => {
    const was = before.items.get(itemId);
    const is = after.items.get(itemId);
    const isSame =
      was?.standing.state === is?.standing.state &&
      was?.required === is?.required;
    return isSame ? [] : [{ itemId, was, is }];
  });
}

/** It is asked for and does not count. */
function isMissing(item: AssessedItem | undefined): boolean {
  return item !== undefined && item.required && !item.standing.satisfied;
}

function lineOf(
  entity: DirectoryEntity,
  before: ComparedSide,
  after: ComparedSide,
  items: readonly ChangedItem[],
): EntityLine {
  return {
    ref: entity.ref,
    title: entity.title ?? entity.name,
    ownerRef: entity.ownerRef ?? null,
    before: standingOf(before),
    after: standingOf(after),
    items: items.map(({ itemId, was, is }) => ({
      itemId,
      before: stateOf(was, is),
      after: stateOf(is, was),
    })),
  };
}

function standingOf(side: ComparedSide): EntityLine['before'] {
  const { checklistId, level, score, blockers } = side;
  return { checklistId, level: level.id, score, blockers };
}

/**
 * Where an item stands on one side. Where only the other side asks for it, this
 * one does not: the state of what is optional would not say what is new.
 */
function stateOf(
  item: AssessedItem | undefined,
  other: AssessedItem | undefined,
): ItemState | null {
  if (item === undefined || (other?.required && !item.required)) return null;
  return item.standing.state;
}

function noCounts(): ImpactCounts {
  return { entities: 0, changed: 0, levelUp: 0, levelDown: 0, moreBlockers: 0 };
}

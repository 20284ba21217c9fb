import {
  adoptionUntil,
  ApplicableItem,
  applicableItems,
  assess,
  AssessedItem,
  blockersOf,
  canonicalText,
  ChecklistItem,
  FACT_ROOTS,
  FactDocument,
  FactRoot,
  factRootsOf,
  ItemRecord,
  levelOf,
  NO_LEVEL,
  nextFact,
  phaseByReviews,
  primaryChecklist,
  scoreOf,
  withInherited,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { LoadedChecklist } from '../checklist/document';
import type { Periods } from '../checklist/config';
import { inheritedOf } from '../checklist/inheritance';
import { ItemRows } from '../checklist/ItemStateStore';
import { summaryFacts, SummaryRow } from '../checklist/summaryRow';
import { DirectoryEntity } from '../directory';
import { StandingRecords } from './StandingRecords';

/** An entity as it is stored. */
export interface StoredEntity {
  entity: DirectoryEntity;
  /** Undefined where no checklist is for it. */
  summary?: SummaryRow;
}

/** Where an entity stands by one set of checklists. */
export interface ComparedSide {
  checklistId: string | null;
  level: { id: string; rank: number };
  score: number | null;
  blockers: number;
  /** By item id; what does not concern the entity is left out. */
  items: ReadonlyMap<string, AssessedItem>;
}

/** Where an entity stands now, and where it would. */
export interface Compared {
  before: ComparedSide;
  after: ComparedSide;
}

const NOTHING: ComparedSide = {
  checklistId: null,
  level: { id: NO_LEVEL, rank: 0 },
  score: null,
  blockers: 0,
  items: new Map(),
};

/** Decides nothing, so that what was decided stays. */
const UNREAD: FactDocument = {
  facts: {},
  unread: new Set<FactRoot>(FACT_ROOTS),
};

/**
 * Compares where entities stand by the checklists in use with where they would
 * stand if a draft were one of them. The draft takes the place of the document
 * with its id; one that is new comes first.
 *
 * What is stored answers most of it. Facts are needed only where the draft asks
 * something new of them.
 */
export class Comparison {
  /** The facts of each entity that `of` has to be given; none: nothing. */
  readonly roots: ReadonlySet<FactRoot>;
  /** Whether an entity may get another checklist, or other items of it. */
  private readonly movesEntities: boolean;
  private readonly future: LoadedChecklist[];
  private readonly byId: ReadonlyMap<string, LoadedChecklist>;
  /** Items of the draft whose check is not the one of the version in use. */
  private readonly otherChecks: ReadonlySet<string>;

  constructor(
    private readonly options: {
      draft: LoadedChecklist;
      inUse: readonly LoadedChecklist[];
      now: number;
      periods: Periods;
    },
  ) {
    const { draft, inUse } = options;
    const { id } = draft.document;
    this.byId = new Map(inUse.map(one => [one.document.id, one]));
    const replaced = this.byId.get(id);
    this.future = replaced
      ? inUse.map(one => (one === replaced ? draft : one))
      : [draft, ...inUse];
    const old = new Map(replaced?.document.items.map(item => [item.id, item]));
    this.otherChecks = new Set(
      draft.document.items
        .filter(item => asksElse(old.get(item.id), item, ['check', 'expires']))
        .map(item => item.id),
    );
    this.movesEntities =
      replaced === undefined ||
      differs(replaced.document, draft.document, ['appliesTo', 'only']) ||
      draft.document.items.some(item =>
        asksElse(old.get(item.id), item, ['appliesTo']),
      );
    const changed = draft.document.items.filter(item =>
      this.otherChecks.has(item.id),
    );
    this.roots = new Set([
      ...changed.flatMap(rootsOfCheck),
      ...(this.movesEntities ? this.future.flatMap(rootsOfPlacement) : []),
    ]);
  }

  /**
   * Compares one entity.
   *
   * @param records - what is stored of its items
   * @param above - accepted answers of the entities above it
   * @param facts - given where `needsFacts` says so
   */
  of(
    stored: StoredEntity,
    records: StandingRecords,
    above: ItemRows = new Map(),
    facts: FactDocument = UNREAD,
  ): Compared {
    const { summary } = stored;
    const present = summary && this.byId.get(summary.checklist_id);
    const future = this.movesEntities
      ? primaryChecklist(this.future, facts)
      : present &&
        this.future.find(({ document }) => document.id === present.document.id);
    const applicable = summary ? summaryFacts(summary).applicable : [];
    const before = present
      ? this.side(stored, present, applicable, records, above, NO_OTHER, facts)
      : NOTHING;
    if (future === undefined) return { before, after: NOTHING };
    if (future === present) return { before, after: before };
    const known =
      present?.document.id === future.document.id
        ? new Set(applicable.map(({ itemId }) => itemId))
        : undefined;
    return {
      before,
      after: this.side(
        stored,
        future,
        applicableItems(future.document, stored.entity, facts, known),
        records,
        above,
        future === this.options.draft ? this.otherChecks : NO_OTHER,
        facts,
      ),
    };
  }

  private side(
    { entity, summary }: StoredEntity,
    { document, ...rest }: LoadedChecklist,
    applicable: ApplicableItem[],
    known: StandingRecords,
    above: ItemRows,
    otherChecks: ReadonlySet<string>,
    facts: FactDocument,
  ): ComparedSide {
    const { now, periods } = this.options;
    const told = summary && summaryFacts(summary);
    const records = new Map<string, ItemRecord>(known.get(document.id));
    for (const item of document.items) {
      if (!otherChecks.has(item.id)) continue;
      const record = records.get(item.id) ?? { version: 0 };
      const fact = nextFact(item, record.fact, facts, now);
      records.set(item.id, { ...record, fact });
    }
    const inherited = inheritedOf(
      { document, ...rest },
      told?.ancestors ?? [],
      above,
    );
    for (const [itemId, answer] of inherited) {
      const record = records.get(itemId) ?? { version: 0 };
      records.set(itemId, withInherited(record, answer));
    }
    const items = assess({
      document,
      applicable,
      records,
      slosWaiting: summary?.slo_waiting ?? 0,
      now,
      timing: periods.timing,
    });
    const isAdopting =
      adoptionUntil(entity, now, periods.adoptionPeriod) !== null;
    const phase = phaseByReviews(entity.phase, told?.approvals ?? [], now);
    return {
      checklistId: document.id,
      level: levelOf(document.levels, items),
      score: scoreOf(items).score,
      blockers: blockersOf(items, phase, isAdopting).length,
      items: new Map(items.map(one => [one.item.id, one])),
    };
  }
}

/** The facts that an item's check and its expiry read. */
function rootsOfCheck({ check, expires }: ChecklistItem): FactRoot[] {
  const [expiry] = expires?.at.split('.') ?? [];
  return FACT_ROOTS.filter(
    root => root === expiry || factRootsOf(check).includes(root),
  );
}

/** The facts that decide whom a checklist is for, and which items of it. */
function rootsOfPlacement({ document }: LoadedChecklist): FactRoot[] {
  return [
    document.appliesTo,
    ...document.items.map(({ appliesTo }) => appliesTo),
  ].flatMap(factRootsOf);
}

const NO_OTHER: ReadonlySet<string> = new Set();

function asksElse(
  before: ChecklistItem | undefined,
  after: ChecklistItem,
  fields: readonly (keyof ChecklistItem)[],
): boolean {
  return differs(before ?? {}, after, fields);
}

function differs(
  one: object,
  other: object,
  fields: readonly string[],
): boolean {
  const of = (part: object) =>
    canonicalText(
      Object.fromEntries(
        fields.map(field => [
          field,
          (part as Record<string, unknown>)[field] ?? null,
        ]),
      ),
    );
  return of(one) !== of(other);
}

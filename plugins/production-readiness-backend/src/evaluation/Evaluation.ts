import { setImmediate } from 'node:timers/promises';
import {
  applicableItems,
  ItemRecord,
  nextFact,
  PhaseApproval,
  withInherited,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { ChecklistConfig } from '../checklist/config';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { Above, inheritedOf, readAbove } from '../checklist/inheritance';
import { ItemRow, toItemRecord } from '../checklist/itemRow';
import {
  bookChanges,
  dayOf,
  SummaryChange,
} from '../checklist/changesOverTime';
import {
  ItemRows,
  NewItemRow,
  readItemRows,
  writeItemRows,
} from '../checklist/ItemStateStore';
import {
  readSummaries,
  Summary,
  writeSummaries,
} from '../checklist/SummaryStore';
import { summaryFacts } from '../checklist/summaryRow';
import { readApprovals } from '../review/ReviewStore';
import { Journal, JournalEntry } from '../journal';
import { EntityFacts, FactReaders, groupOwner, readEntityFacts } from './facts';
import { ItemChanges, changesOf } from './itemChanges';
import { lockEntities } from './lockEntities';
import { requestRippleOfMoved } from './ripples';
import { findOutdatedToil } from './outdatedToil';
import { Judgement, summarise } from './summarise';
import { nextWeekStart } from './weekStart';

/** So many entities are judged with one set of statements. */
const BATCH = 250;
/** So many are judged before the process does something else. */
const ENTITIES_AT_A_STRETCH = 8;
/** So many moments of an entity are made up for, however long nothing ran. */
const MOST_REPLAYED = 100;

/** What an evaluation wrote. */
export interface EvaluationResult {
  /** Entities that were looked at and are live. */
  entities: number;
  /** Item rows written. */
  items: number;
  /** Summaries written or removed. */
  summaries: number;
}

/** The facts of an entity with its approved reviews. */
type ReviewedFacts = EntityFacts & { approvals: PhaseApproval[] };

/** Judges entities by the facts, and stores what changed. */
export class Evaluation {
  constructor(
    private readonly deps: {
      readers: FactReaders;
      registry: ChecklistRegistry;
      journal: Journal;
      config: ChecklistConfig;
    },
  ) {}

  /**
   * Reads the facts of entities anew, and brings item rows and summaries up to
   * date with them, in the caller's transaction. What did not change is not
   * written. An entity that is gone loses its summary and keeps its answers.
   *
   * @param at - milliseconds since the epoch
   */
  async reevaluate(
    tx: Knex.Transaction,
    entityIds: readonly string[],
    at: number,
  ): Promise<void> {
    await this.evaluate(tx, entityIds, at);
  }

  /**
   * Judges anew what a change of the directory touches. Where people moved,
   * that includes what teams own whose toil others may no longer see, or only
   * now: a summary holds nothing that a team has become too small to show.
   */
  async followDirectory(
    tx: Knex.Transaction,
    entityIds: readonly string[],
    at: number,
    peopleMoved: boolean,
  ): Promise<void> {
    const others = peopleMoved
      ? await findOutdatedToil(tx, this.deps.readers.toil)
      : [];
    await requestRippleOfMoved(tx, entityIds, at);
    await this.reevaluate(tx, [...entityIds, ...others], at);
  }

  /** Like `reevaluate`, and says how much was written. */
  async evaluate(
    tx: Knex.Transaction,
    entityIds: readonly string[],
    at: number,
  ): Promise<EvaluationResult> {
    const result = { entities: 0, items: 0, summaries: 0 };
    if (entityIds.length === 0) return result;
    await this.deps.registry.follow(tx);
    const ids = [...new Set(entityIds)];
    for (let start = 0; start < ids.length; start += BATCH) {
      const part = await this.evaluateBatch(
        tx,
        ids.slice(start, start + BATCH),
        at,
      );
      result.entities += part.entities;
      result.items += part.items;
      result.summaries += part.summaries;
    }
    return result;
  }

  private async evaluateBatch(
    tx: Knex.Transaction,
    ids: string[],
    at: number,
  ): Promise<EvaluationResult> {
    await lockEntities(tx, ids);
    const read = await readEntityFacts(tx, this.deps.readers, ids, at);
    const rows = await readItemRows(tx, ids);
    const before = await readSummaries(tx, ids);
    const approvals = await readApprovals(tx, ids);
    const facts = read.map(one => ({
      ...one,
      approvals: approvals.get(one.entity.id) ?? [],
    }));
    const above = await readAbove(
      tx,
      this.deps.registry.loaded,
      facts.map(({ entity }) => entity),
    );

    const after = new Map<string, Summary>();
    const changed: NewItemRow[] = [];
    const entries: JournalEntry[] = [];
    for (const [index, one] of facts.entries()) {
      // Requests get their turn while many entities are judged.
      if (index % ENTITIES_AT_A_STRETCH === 0) await setImmediate();
      const { id } = one.entity;
      const judged = this.judge(one, rows.get(id), before.get(id), above, at);
      if (judged === undefined) continue;
      after.set(id, judged.summary);
      changed.push(...judged.rows);
      if (judged.entry) entries.push(judged.entry);
    }
    await writeItemRows(tx, changed);
    const past = await this.replay(facts, rows, before, above, at);
    await bookChanges(tx, past.changes);
    const summaries = await writeSummaries(
      tx,
      new Map([...before, ...past.summaries]),
      after,
      at,
    );
    await this.deps.journal.append(tx, ...entries);
    return { entities: facts.length, items: changed.length, summaries };
  }

  /**
   * What time alone changed on days on which nothing ran, day by day, judged by
   * what was stored then. What it leads to stands for what is stored, so that
   * the rest of the difference is booked today.
   */
  private async replay(
    facts: readonly ReviewedFacts[],
    rows: ItemRows,
    before: ReadonlyMap<string, Summary>,
    above: Above,
    at: number,
  ): Promise<{ changes: SummaryChange[]; summaries: Map<string, Summary> }> {
    const changes: SummaryChange[] = [];
    const summaries = new Map<string, Summary>();
    for (const one of facts) {
      const { id } = one.entity;
      let last = before.get(id);
      for (let step = 0; last && step < MOST_REPLAYED; step++) {
        const moment = last.row.valid_until;
        if (moment === null || dayOf(moment) >= dayOf(at)) break;
        const next = this.judge(one, rows.get(id), last, above, moment, false);
        if (next?.summary.row.checklist_id !== last.row.checklist_id) break;
        if (changes.length % ENTITIES_AT_A_STRETCH === 0) await setImmediate();
        changes.push({
          entityId: id,
          before: last.row,
          after: next.summary.row,
          at: moment,
        });
        last = next.summary;
      }
      // Only the counts are taken over: all else is still to be written.
      const stored = before.get(id);
      if (stored && last && last !== stored) {
        summaries.set(id, withCountsOf(stored, last));
      }
    }
    return { changes, summaries };
  }

  private judge(
    facts: ReviewedFacts,
    rows: ReadonlyMap<string, ItemRow> = new Map(),
    before: Summary | undefined,
    above: Above,
    at: number,
    readsFacts = true,
  ): (Pick<Judgement, 'summary'> & ItemChanges) | undefined {
    const { registry, config } = this.deps;
    const checklist = registry.primaryOf(facts.document);
    if (checklist === undefined) return undefined;
    const { document } = checklist;
    const applicable = applicableItems(
      document,
      facts.entity,
      facts.document,
      before &&
        new Set(
          summaryFacts(before.row).applicable.map(({ itemId }) => itemId),
        ),
    );
    const applicableIds = new Set(applicable.map(({ itemId }) => itemId));
    const stored = new Map(
      [...rows].filter(([, row]) => row.checklist_id === document.id),
    );
    const ancestors = above.ancestors.get(facts.entity.id) ?? [];
    const inherited = inheritedOf(checklist, ancestors, above.rows);
    const records = new Map<string, ItemRecord>();
    for (const item of document.items) {
      if (!applicableIds.has(item.id)) continue;
      const record = withInherited(
        toItemRecord(stored.get(item.id)),
        inherited.get(item.id),
      );
      const fact = readsFacts
        ? nextFact(item, record.fact, facts.document, at)
        : record.fact;
      records.set(item.id, fact === record.fact ? record : { ...record, fact });
    }
    const judgement = summarise({
      entity: facts.entity,
      checklist,
      applicable,
      ancestors,
      records,
      slo: facts.slo,
      sloOwners: facts.sloOwners,
      approvals: facts.approvals,
      toilState: facts.toil?.publicState ?? null,
      factsChangeAt: [
        facts.slo.changesAt,
        facts.slo.reviewBy,
        facts.checks?.changesAt,
        groupOwner(facts.entity) === undefined
          ? undefined
          : nextWeekStart(at, config.timeZone),
      ],
      now: at,
      periods: config,
    });
    return {
      summary: judgement.summary,
      ...changesOf(config, {
        entity: facts.entity,
        judgement,
        stored,
        records,
        at,
      }),
    };
  }
}

/** The same summary with the numbers that are booked by day of another one. */
function withCountsOf({ row, blockers }: Summary, counts: Summary): Summary {
  const { required_count, satisfied_count, blocker_count, level_rank } =
    counts.row;
  return {
    blockers,
    row: { ...row, required_count, satisfied_count, blocker_count, level_rank },
  };
}

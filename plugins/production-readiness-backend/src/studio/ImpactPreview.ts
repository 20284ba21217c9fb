import { setImmediate } from 'node:timers/promises';
import { DraftImpact } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import type { ChecklistConfig, ChecklistRegistry } from '../checklist';
import type { LoadedChecklist } from '../checklist/document';
import { inheritableIds, readAcceptedRows } from '../checklist/inheritance';
import {
  SUMMARY_COLUMNS,
  summaryFacts,
  SummaryRow,
  toSummaryRow,
} from '../checklist/summaryRow';
import { Clock, ReadinessDatabase } from '../database';
import {
  DIRECTORY_COLUMNS,
  DirectoryRow,
  toDirectoryEntity,
  Visibility,
} from '../directory';
import { FactReaders, readEntityFacts } from '../evaluation/facts';
import { Comparison, StoredEntity } from './Comparison';
import { ImpactTally } from './ImpactTally';
import { readStandingRecords } from './StandingRecords';

/** What a preview needs. */
export interface ImpactDeps {
  access: Access;
  clock: Clock;
  database: ReadinessDatabase;
  registry: ChecklistRegistry;
  readers: FactReaders;
  config: ChecklistConfig;
}

/** So many entities are read with one set of statements. */
const BATCH = 500;
/** So many are compared before the process does something else. */
const AT_A_STRETCH = 25;

/** Works out what a draft would change, from what is stored. */
export class ImpactPreview {
  /** One at a time: each of them reads the whole catalog. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: ImpactDeps) {}

  /** Counts only what the caller may read. */
  async of(caller: Caller, draft: LoadedChecklist): Promise<DraftImpact> {
    const mine = this.last.then(() => this.work(caller, draft));
    this.last = mine.catch(() => {});
    return mine;
  }

  private async work(
    caller: Caller,
    draft: LoadedChecklist,
  ): Promise<DraftImpact> {
    const { access, clock, config, database, readers, registry } = this.deps;
    const { knex } = database;
    await registry.follow(knex);
    const visibility = await access.visibility(caller);
    const now = await clock.now(knex);
    const comparison = new Comparison({
      draft,
      inUse: registry.loaded,
      now,
      periods: config,
    });
    const tally = new ImpactTally(draft.document, registry.loaded);
    const inheritable = [draft, ...registry.loaded].flatMap(inheritableIds);
    let after = '0';
    for (;;) {
      const entities = await readEntities(knex, visibility, after);
      if (entities.length === 0) break;
      after = entities[entities.length - 1].entity.id;
      const ids = entities.map(({ entity }) => entity.id);
      const records = await readStandingRecords(knex, ids);
      const above = await readAcceptedRows(
        knex,
        entities.flatMap(
          ({ summary }) => (summary && summaryFacts(summary).ancestors) ?? [],
        ),
        inheritable,
      );
      const facts = new Map(
        comparison.roots.size > 0
          ? (
              await readEntityFacts(knex, readers, ids, now, comparison.roots)
            ).map(one => [one.entity.id, one.document])
          : [],
      );
      for (const [index, one] of entities.entries()) {
        if (index % AT_A_STRETCH === 0) await setImmediate();
        const { id } = one.entity;
        tally.add(
          one.entity,
          comparison.of(
            one,
            records.get(id) ?? new Map(),
            above,
            facts.get(id),
          ),
        );
      }
    }
    return tally.result(now);
  }
}

async function readEntities(
  knex: Knex,
  visibility: Visibility,
  after: string,
): Promise<StoredEntity[]> {
  const query = knex('directory_entities as e')
    .leftJoin('readiness_summaries as s', 's.entity_id', 'e.id')
    .whereNull('e.deleted_at')
    .whereNotIn('e.kind', ['user', 'group'])
    .where('e.id', '>', after)
    .orderBy('e.id')
    .limit(BATCH)
    .select(
      ...DIRECTORY_COLUMNS.map(column => `e.${column}`),
      ...SUMMARY_COLUMNS.map(column => `s.${column} as s_${column}`),
    );
  visibility.apply(query, 'e');
  const rows: (DirectoryRow & Record<string, unknown>)[] = await query;
  return rows.map(row => ({
    entity: toDirectoryEntity(row),
    ...(row.s_entity_id !== null && { summary: summaryOf(row) }),
  }));
}

function summaryOf(row: Record<string, unknown>): SummaryRow {
  return toSummaryRow(
    Object.fromEntries(
      SUMMARY_COLUMNS.map(column => [column, row[`s_${column}`]]),
    ),
  );
}

import { AssessedItem } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from '../directory/batches';
import { SummaryRow, summaryFacts } from './summaryRow';

/** How much of what is required in a section is in place. */
export interface SectionCount {
  section: string;
  required: number;
  satisfied: number;
}

/** Counts by section; one without required items is left out. */
export function sectionCountsOf(
  items: readonly AssessedItem[],
): SectionCount[] {
  const counts = new Map<string, SectionCount>();
  for (const { item, required, standing } of items) {
    if (!required) continue;
    const { section } = item;
    const count = counts.get(section) ?? { section, required: 0, satisfied: 0 };
    count.required += 1;
    if (standing.satisfied) count.satisfied += 1;
    counts.set(section, count);
  }
  return [...counts.values()];
}

/**
 * What brings the rows of sections to what the summaries say, where they differ
 * from what the summaries said before.
 */
export function sectionWrites(
  tx: Knex.Transaction,
  pairs: readonly { before: SummaryRow | undefined; after: SummaryRow }[],
): Knex.QueryBuilder[] {
  const upserted: object[] = [];
  const removed: [string, string, string][] = [];
  for (const { before, after } of pairs) {
    const key = {
      entity_id: after.entity_id,
      checklist_id: after.checklist_id,
    };
    const old = new Map(
      sectionsOf(before).map(count => [count.section, count]),
    );
    for (const count of sectionsOf(after)) {
      const stored = old.get(count.section);
      old.delete(count.section);
      if (
        stored?.required !== count.required ||
        stored.satisfied !== count.satisfied
      ) {
        upserted.push({ ...key, ...count });
      }
    }
    for (const section of old.keys()) {
      removed.push([after.entity_id, after.checklist_id, section]);
    }
  }
  return [
    ...batchesOf(upserted).map(batch =>
      tx('readiness_summary_sections')
        .insert(batch)
        .onConflict(['entity_id', 'checklist_id', 'section'])
        .merge(['required', 'satisfied']),
    ),
    ...batchesOf(removed).map(batch =>
      tx('readiness_summary_sections')
        .whereIn(['entity_id', 'checklist_id', 'section'], batch)
        .delete(),
    ),
  ];
}

function sectionsOf(row: SummaryRow | undefined): SectionCount[] {
  return row ? summaryFacts(row).sections ?? [] : [];
}

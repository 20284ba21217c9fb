import {
  AnswerExample,
  Evidence,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../access';
import { DirectoryEntity } from '../directory';

/** So many examples are enough to see what a good answer looks like. */
const MOST_EXAMPLES = 3;

/**
 * Answers of other entities to the same item that a second person accepted and
 * that still count, of teams that share theirs. First those of the same
 * System, then those in words, since they teach more than a link; the newest
 * first.
 *
 * @param visibility - entities that the reader may not see are in none
 */
export async function readExamples(
  q: Knex,
  item: { entity: DirectoryEntity; checklistId: string; itemId: string },
  visibility: Visibility,
  now: number,
): Promise<AnswerExample[]> {
  const { checklistId, entity, itemId } = item;
  const query = q('item_states as i')
    .join('readiness_summaries as s', {
      's.entity_id': 'i.entity_id',
      's.checklist_id': 'i.checklist_id',
    })
    .join('directory_entities as e', 'e.id', 'i.entity_id')
    .join('team_choices as c', 'c.group_ref', 's.owner_ref')
    .whereNull('e.deleted_at')
    .where({
      'i.checklist_id': checklistId,
      'i.item_id': itemId,
      'i.state': 'accepted',
      'i.accepted_basis': 'second_person',
      'c.shares_answers': true,
    })
    .whereNot('e.id', entity.id)
    .where(counts =>
      counts
        .whereNull('i.accepted_until')
        .orWhere('i.accepted_until', '>', now),
    )
    .orderByRaw('case when e.system_ref = ? then 0 else 1 end', [
      entity.systemRef ?? '',
    ])
    .orderByRaw(`case when i.accepted_evidence_kind = 'text' then 0 else 1 end`)
    .orderBy([{ column: 'i.accepted_at', order: 'desc' }, { column: 'e.id' }])
    .limit(MOST_EXAMPLES)
    .select(
      'e.ref',
      'e.title',
      'e.name',
      'e.system_ref',
      's.owner_ref',
      'i.accepted_evidence_kind',
      'i.accepted_evidence',
      'i.accepted_attested_by',
      'i.accepted_attested_by_name',
      'i.accepted_at',
    );
  visibility.apply(query, 'e');
  const rows: Record<string, string | null>[] = await query;
  return rows.map(row => ({
    entityRef: String(row.ref),
    entityTitle: row.title ?? String(row.name),
    ownerRef: String(row.owner_ref),
    evidence: evidenceOf(row),
    attestedBy: {
      ref: String(row.accepted_attested_by),
      name: row.accepted_attested_by_name ?? String(row.accepted_attested_by),
    },
    acceptedAt: Number(row.accepted_at),
    isSameSystem:
      entity.systemRef !== undefined && row.system_ref === entity.systemRef,
  }));
}

function evidenceOf(row: Record<string, string | null>): Evidence {
  const content = row.accepted_evidence ?? '';
  return row.accepted_evidence_kind === 'url'
    ? { kind: 'url', url: content }
    : { kind: 'text', text: content };
}

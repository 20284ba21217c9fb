import {
  evidenceView,
  ItemEvent,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { entityChain } from '../journal';

/** More than anybody reads of one item; the journal has them all. */
const MOST_EVENTS = 200;

const subjectSchema = z.object({
  checklistId: z.string(),
  itemId: z.string().optional(),
  actorName: z.string().optional(),
  actingService: z.string().optional(),
  reason: z.string().optional(),
  evidence: evidenceView.optional(),
  comment: z.string().optional(),
  changes: z
    .array(z.object({ itemId: z.string(), fact: z.string().nullable() }))
    .optional(),
});

/**
 * What the journal says of one item, newest first.
 *
 * @param itemId - an id of the checklist: it goes into a pattern
 */
export async function listItemEvents(
  q: Knex,
  entityId: string,
  checklistId: string,
  itemId: string,
): Promise<ItemEvent[]> {
  const rows: Record<string, string | number>[] = await q('journal')
    .where('chain', entityChain(entityId))
    .where('action', 'like', 'checklist.%')
    // Subjects are canonical JSON, without spaces.
    .where('subject', 'like', `%"itemId":"${itemId}"%`)
    .orderBy('sequence', 'desc')
    .limit(MOST_EVENTS)
    .select('at', 'actor', 'action', 'subject');
  return rows.flatMap(row => {
    const subject = subjectSchema.parse(JSON.parse(String(row.subject)));
    if (subject.checklistId !== checklistId) return [];
    const change = subject.changes?.find(one => one.itemId === itemId);
    // Words of a person may hold the pattern as well.
    if (subject.itemId !== itemId && !change) return [];
    return [
      {
        at: Number(row.at),
        actor: String(row.actor),
        actorName: subject.actorName ?? null,
        actingService: subject.actingService ?? null,
        action: change
          ? `checklist.fact_${change.fact ?? 'unread'}`
          : String(row.action),
        evidence: subject.evidence ?? null,
        comment: subject.comment ?? subject.reason ?? null,
      },
    ];
  });
}

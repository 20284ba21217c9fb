import { z } from 'zod';
import { defineRoute } from '../api/route';
import { entityParams } from '../entity/params';
import { journalRecordSchema } from './record';

/** Routes of the journal. @public */
export const journalRoutes = {
  listJournal: defineRoute({
    operationId: 'listJournal',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/journal',
    summary: 'List what happened to an entity, newest first',
    callers: 'user-or-service',
    params: entityParams,
    query: z.strictObject({
      /** Only lines with a smaller sequence; for the next page. */
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.strictObject({
      records: z.array(journalRecordSchema),
      /** Send as `before` for the next page; null on the last one. */
      nextBefore: z.number().int().nullable(),
    }),
  }),
  verifyJournal: defineRoute({
    operationId: 'verifyJournal',
    method: 'get',
    path: '/journal/verification',
    summary: 'Check every hash chain of the journal (administrators)',
    callers: 'user-or-service',
    response: z.strictObject({
      chains: z.number().int(),
      records: z.number().int(),
      /** The first broken line of each broken chain; empty when all hold. */
      broken: z.array(
        z.strictObject({
          chain: z.string(),
          sequence: z.number().int(),
          reason: z.enum(['gap', 'previous-hash', 'hash', 'head']),
        }),
      ),
    }),
  }),
  exportJournal: defineRoute({
    operationId: 'exportJournal',
    method: 'get',
    path: '/journal/export',
    summary:
      'Download the whole journal, in the order of writing (administrators)',
    callers: 'user-or-service',
    /**
     * The file: one JSON object in each line (NDJSON), with every field of a
     * line and its subject as the text that was hashed, so that the chains can
     * be checked without this plugin.
     */
    response: z.string(),
  }),
};

import { z } from 'zod';
import { defineRoute } from '../api/route';
import { entityRefSchema } from '../entity/params';
import { MOVE_OBSTACLES } from './obstacles';

/** An entity as the catalog knows or knew it: a reused name has another uid. */
const identity = z.strictObject({
  ref: entityRefSchema,
  uid: z.string().max(200),
});

const count = z.number().int();

/** How many records people made hang on an entity. @public */
export const recordCountsSchema = z.strictObject({
  /** Items that somebody answered or asked to leave out. */
  answers: count,
  reviews: count,
  slos: count,
  signatures: count,
  /** Journeys, owners, alerts, severities, decisions and gate passes. */
  others: count,
  /** Toil that was recorded for the entity, or of the Group. */
  toil: count,
  /** What a team chose for its upkeep: session days, focus, sharing. */
  choices: count,
});

/** How many records people made hang on an entity. @public */
export type RecordCounts = z.infer<typeof recordCountsSchema>;

/** An entity that holds records, or is to hold them. @public */
export const recordHolderSchema = identity.extend({
  title: z.string(),
  /** When it was found to be gone, ms since the epoch; null: it is there. */
  goneSince: z.number().int().nullable(),
  records: recordCountsSchema,
});

/** An entity that holds records, or is to hold them. @public */
export type RecordHolder = z.infer<typeof recordHolderSchema>;

/** What a move of records would do. @public */
export const recordMovePreviewSchema = z.strictObject({
  from: recordHolderSchema,
  to: recordHolderSchema,
  /** Why it can't be done; empty when it can. */
  obstacles: z.array(z.enum(MOVE_OBSTACLES)),
});

/** What a move of records would do. @public */
export type RecordMovePreview = z.infer<typeof recordMovePreviewSchema>;

/**
 * Routes with which administrators give an entity that has a new name, or was
 * registered again, its records back. Only for people: a move can decide that
 * signatures go on counting.
 *
 * @public
 */
export const recordRoutes = {
  listLostRecords: defineRoute({
    operationId: 'listLostRecords',
    method: 'get',
    path: '/records/lost',
    summary:
      'List entities that the catalog no longer has and whose records nobody sees (administrators)',
    callers: 'user',
    query: z.strictObject({
      /** Part of a name or reference. */
      q: z.string().trim().max(200).optional(),
    }),
    response: z.strictObject({
      /** The latest to go first; at most 50. */
      entities: z.array(recordHolderSchema),
      hasMore: z.boolean(),
    }),
  }),
  previewRecordMove: defineRoute({
    operationId: 'previewRecordMove',
    method: 'get',
    path: '/records/move-preview',
    summary:
      'Show what would move from one entity to another, and what speaks against it (administrators)',
    callers: 'user',
    query: z.strictObject({
      fromRef: entityRefSchema,
      fromUid: z.string().max(200),
      toRef: entityRefSchema,
    }),
    response: recordMovePreviewSchema,
  }),
  moveRecords: defineRoute({
    operationId: 'moveRecords',
    method: 'post',
    path: '/records/moves',
    summary:
      'Give all records of an entity, with its journal, to another one (administrators)',
    callers: 'user',
    idempotencyKey: true,
    body: z.strictObject({
      from: identity,
      /** As it was previewed: another uid is another entity. */
      to: identity,
      /**
       * `keep`: the agreements are about the same service and go on counting.
       * `ask-again`: they stay in the journal, and the owners sign anew.
       */
      signatures: z.enum(['keep', 'ask-again']),
      reason: z.string().trim().min(10).max(2000),
    }),
    response: z.strictObject({
      entityRef: z.string(),
      moved: recordCountsSchema,
    }),
  }),
};

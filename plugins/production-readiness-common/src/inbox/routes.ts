import { z } from 'zod';
import { defineRoute } from '../api/route';
import { localizedText } from '../checklist/localizedText';

/**
 * What an inbox asks of a person: accept another's answer, review or sign an
 * SLO, renew an answer that wears out, answer one that came back, decide on a
 * request for an exemption or for "not applicable", ask again for one that came
 * back, look at an exemption that ends soon; decide on a review, go on with one
 * that came back, meet a condition of an approval, or renew it.
 *
 * @public
 */
export const INBOX_KINDS = [
  'accept',
  'technical-review',
  'sign',
  'renew',
  'answer-returned',
  'decide-exemption',
  'decide-not-applicable',
  'request-returned',
  'exemption-ends',
  'decide-dispute',
  'delegation-ends',
  'answer-question',
  'question-answered',
  'decide-review',
  'review-returned',
  'condition-due',
  'renew-review',
  'hold-session',
  'follow-up-due',
] as const;

/** One of {@link INBOX_KINDS}. @public */
export type InboxKind = (typeof INBOX_KINDS)[number];

/** The word on the button. @public */
export const INBOX_VERBS = [
  'accept',
  'review',
  'sign',
  'renew',
  'answer',
  'reply',
  'decide',
  'open',
] as const;

/** One of {@link INBOX_VERBS}. @public */
export type InboxVerb = (typeof INBOX_VERBS)[number];

/** The verb of each kind. @public */
export const INBOX_VERB: Record<InboxKind, InboxVerb> = {
  accept: 'accept',
  'technical-review': 'review',
  sign: 'sign',
  renew: 'renew',
  'answer-returned': 'answer',
  'decide-exemption': 'decide',
  'decide-not-applicable': 'decide',
  'request-returned': 'open',
  'exemption-ends': 'open',
  'decide-dispute': 'decide',
  'delegation-ends': 'open',
  'answer-question': 'reply',
  'question-answered': 'open',
  'decide-review': 'review',
  'review-returned': 'open',
  'condition-due': 'open',
  'renew-review': 'renew',
  'hold-session': 'open',
  'follow-up-due': 'open',
};

/**
 * What it is about: an item of the checklist, a version of an SLO or of an
 * error-budget policy, somebody who decides for the caller, a review, a team's
 * session, or a release.
 */
const subject = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('item'),
    checklistId: z.string(),
    itemId: z.string(),
    title: localizedText(160),
    /** The state of the item: `attested`, `accepted`, `lapsed`, `returned`. */
    state: z.string(),
  }),
  z.strictObject({
    type: z.literal('slo'),
    sloId: z.string(),
    version: z.number().int(),
    title: localizedText(1100),
  }),
  z.strictObject({
    type: z.literal('budget-policy'),
    policyId: z.string(),
    version: z.number().int(),
    title: localizedText(160),
  }),
  z.strictObject({
    type: z.literal('delegation'),
    delegationId: z.string(),
    title: localizedText(2000),
  }),
  z.strictObject({
    type: z.literal('review'),
    reviewId: z.string(),
    title: localizedText(1000),
  }),
  z.strictObject({
    type: z.literal('session'),
    /** How many answers it walks through. */
    count: z.number().int(),
    title: localizedText(1000),
  }),
  z.strictObject({
    type: z.literal('release'),
    passId: z.string(),
    title: localizedText(2000),
  }),
]);

/**
 * One thing that waits. Moments are milliseconds since the epoch.
 *
 * @public
 */
export const inboxItem = z.strictObject({
  /** Stays the same while the same thing waits. */
  id: z.string(),
  kind: z.enum(INBOX_KINDS),
  verb: z.enum(INBOX_VERBS),
  entityRef: z.string(),
  entityTitle: z.string(),
  subject,
  /** Since when it waits. */
  since: z.number().int(),
  /** In the past when it is late; null when nothing presses. */
  deadline: z.number().int().nullable(),
  /** The Group or User that is waited for: why the caller sees it. */
  waitingFor: z.string(),
});

/** What {@link inboxItem} lets through. @public */
export type InboxItem = z.output<typeof inboxItem>;

/** Routes of the inbox. @public */
export const inboxRoutes = {
  listInbox: defineRoute({
    operationId: 'listInbox',
    method: 'get',
    path: '/inbox',
    summary: 'List what waits for the caller, by deadline',
    callers: 'user',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.strictObject({
      items: z.array(inboxItem),
      /** All that waits, also what the limit cut off. */
      total: z.number().int(),
      /**
       * Where nothing waits: what the caller's teams have to renew next; null
       * when there is nothing either.
       */
      nextDue: z
        .strictObject({
          entityRef: z.string(),
          entityTitle: z.string(),
          itemId: z.string(),
          title: localizedText(160),
          at: z.number().int(),
        })
        .nullable(),
      asOf: z.number().int(),
    }),
  }),
};

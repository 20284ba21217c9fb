import { z } from 'zod';
import { defineRoute } from '../api/route';
import { WEIGHTS } from '../checklist/document';
import { evidenceSchema } from '../checklist/evidence';
import { localizedText } from '../checklist/localizedText';
import { ITEM_STATES } from '../checklist/states';
import { evidenceView, itemView } from '../checklist/view';
import { entityParams, entityRefSchema, groupParams } from '../entity/params';
import { reviewerLoadView } from '../review/view';

const moment = z.number().int();
const person = z.strictObject({ ref: z.string(), name: z.string() });

/** So many answers are taken at once. @public */
export const ANSWERS_AT_ONCE = 50;

/** So many sections a team has in focus at once. @public */
export const FOCUS_SECTIONS_MAX = 3;

/** What a team decides about the upkeep of its checklists. @public */
export const upkeepChoices = z.strictObject({
  /** The day of its next session; null: it holds none. */
  sessionAt: moment.nullable(),
  /** Whether others may see its accepted answers as examples. */
  sharesAnswers: z.boolean(),
  /** Ids of the sections that come first until `focusUntil`. */
  focus: z.array(z.string().min(1).max(60)).max(FOCUS_SECTIONS_MAX, {
    error: `must name at most ${FOCUS_SECTIONS_MAX} sections: more is no focus`,
  }),
  /** The end of the quarter that the focus is for; null without a focus. */
  focusUntil: moment.nullable(),
});

/** What {@link upkeepChoices} lets through. @public */
export type UpkeepChoices = z.output<typeof upkeepChoices>;

/** An accepted answer that a session walks through. @public */
export const sessionLine = z.strictObject({
  entityRef: z.string(),
  entityTitle: z.string(),
  /** Null for a Group that answers for others. */
  ownerRef: z.string().nullable(),
  /** Whether entities below take it over. */
  forOthers: z.boolean(),
  itemId: z.string(),
  title: localizedText(160),
  weight: z.enum(WEIGHTS),
  state: z.enum(ITEM_STATES),
  /** For the answer that renews it. */
  version: z.number().int(),
  checklistDigest: z.string(),
  validUntil: moment,
  evidence: evidenceView,
  attestedBy: person,
  acceptedAt: moment,
  /** Whether the caller may renew it. */
  canAttest: z.boolean(),
});

/** What {@link sessionLine} lets through. @public */
export type SessionLine = z.output<typeof sessionLine>;

/** What a team keeps true, and for whom its answers wait. @public */
export const teamUpkeepView = z.strictObject({
  group: z.strictObject({ ref: z.string(), title: z.string() }),
  choices: upkeepChoices,
  /** For `If-Match`; 0 before the first choice. */
  version: z.number().int(),
  canChoose: z.boolean(),
  /**
   * The team's own session, else that of the nearest Group above. Null without
   * one; the lines are of the next quarter then.
   */
  session: z
    .strictObject({
      at: moment,
      opensAt: moment,
      followingAt: moment,
      /** The Group above that holds it; null: the team itself. */
      heldBy: z.strictObject({ ref: z.string(), title: z.string() }).nullable(),
    })
    .nullable(),
  /**
   * Groups below that hold sessions of their own, the next one first. All the
   * others below are in the session of the team.
   */
  sessionsBelow: z.array(
    z.strictObject({ ref: z.string(), title: z.string(), at: moment }),
  ),
  /** By item, then by entity. */
  lines: z.array(sessionLine),
  /** More than are listed expire. */
  isCut: z.boolean(),
  /** Sections of the checklists of the team's entities, for a focus. */
  sections: z.array(
    z.strictObject({ id: z.string(), title: localizedText(80) }),
  ),
  /** The team's own answers that wait, by the Group that decides. */
  waiting: z.array(
    z.strictObject({
      /** Null: a colleague, or an administrator. */
      reviewerRef: z.string().nullable(),
      count: z.number().int(),
      oldestSince: moment,
    }),
  ),
  /** All that waits for those Groups, of what the caller may see. */
  load: z.array(reviewerLoadView),
  asOf: moment,
});

/** What {@link teamUpkeepView} lets through. @public */
export type TeamUpkeepView = z.output<typeof teamUpkeepView>;

/** What became of one of several answers. @public */
export const answerResult = z.strictObject({
  entityRef: z.string(),
  itemId: z.string(),
  /** Null when it was not saved. */
  item: itemView.nullable(),
  /** Why it was not saved. */
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

/** What {@link answerResult} lets through. @public */
export type AnswerResult = z.output<typeof answerResult>;

/** An accepted answer of another service, as an example. @public */
export const answerExample = z.strictObject({
  entityRef: z.string(),
  entityTitle: z.string(),
  /** The team that shares it. */
  ownerRef: z.string(),
  evidence: evidenceView,
  /** Whom to ask. */
  attestedBy: person,
  acceptedAt: moment,
  isSameSystem: z.boolean(),
});

/** What {@link answerExample} lets through. @public */
export type AnswerExample = z.output<typeof answerExample>;

const answerLine = z.strictObject({
  entityRef: entityRefSchema,
  itemId: z.string().min(1).max(20),
  /** As with `If-Match`: the version that the caller saw. */
  version: z.number().int().min(0),
  checklistDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, {
      error: 'must be the digest that a readiness answer names',
    })
    .optional(),
  evidence: evidenceSchema,
});

/** Routes of the upkeep of a team's checklists. @public */
export const upkeepRoutes = {
  getTeamUpkeep: defineRoute({
    operationId: 'getTeamUpkeep',
    method: 'get',
    path: '/groups/:namespace/:name/upkeep',
    summary: 'What a team looks at again in its quarterly session',
    callers: 'user-or-service',
    params: groupParams,
    response: teamUpkeepView,
  }),
  setUpkeepChoices: defineRoute({
    operationId: 'setUpkeepChoices',
    method: 'put',
    path: '/groups/:namespace/:name/upkeep/choices',
    summary:
      'Choose the session, the focus and whether to share answers (members, administrators)',
    callers: 'user',
    params: groupParams,
    body: upkeepChoices,
    response: z.strictObject({
      choices: upkeepChoices,
      version: z.number().int(),
    }),
    ifMatch: true,
  }),
  attestItems: defineRoute({
    operationId: 'attestItems',
    method: 'post',
    path: '/attestations',
    summary: 'Answer several items; each is saved or refused by itself',
    callers: 'user',
    body: z.strictObject({
      answers: z.array(answerLine).min(1).max(ANSWERS_AT_ONCE),
    }),
    response: z.strictObject({
      results: z.array(answerResult),
      asOf: moment,
    }),
    bodyLimit: '512kb',
  }),
  listAnswerExamples: defineRoute({
    operationId: 'listAnswerExamples',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/items/:itemId/examples',
    summary: 'Accepted answers of other services whose teams share them',
    callers: 'user',
    params: entityParams.extend({ itemId: z.string().min(1).max(20) }),
    response: z.strictObject({
      examples: z.array(answerExample),
      asOf: moment,
    }),
  }),
};

import { z } from 'zod';
import { SLO_SUMMARY_STATES } from '../slo/facts';
import { TOIL_STATES } from '../toil/status';
import { MOVES } from './assessment';
import { PHASES, TIERS } from './document';
import { STEP_ACTIONS } from './nextStep';
import { ACCEPTANCE_BASES, DECISIONS, WAIVER_KINDS } from './record';
import { ITEM_STATES } from './states';
import { TIER_ORIGINS } from './tier';

const moment = z.number().int();

const person = z.strictObject({ ref: z.string(), name: z.string() });

/** Evidence as it is shown; it was checked when it was taken. @public */
export const evidenceView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('url'), url: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);

/**
 * Why a person may not do something to an item.
 *
 * - `automatic`: nobody answers it, it is computed
 * - `upcoming`: it is not asked for yet
 * - `not_an_owner`: the person is no member of the owning team
 * - `no_owner`: nobody owns the entity, so only administrators answer
 * - `nothing_waits`: there is no answer to decide on
 * - `own_answer`: nobody decides on their own answer
 * - `not_a_reviewer`: others were asked to decide
 * - `not_a_person`: services neither answer nor decide
 * - `not_permitted`: the permission policy says no
 * - `own_request`: nobody decides on their own request
 * - `nothing_requested`: there is no request to decide on
 * - `nothing_waived`: there is no waiver to revoke
 * - `nothing_to_waive`: a Group answers for others and is asked for nothing
 * - `nothing_to_take_over`: no entity above has an accepted answer, or there
 *   is no own one to give up
 *
 * @public
 */
export const CAPABILITY_REASONS = [
  'automatic',
  'upcoming',
  'not_an_owner',
  'no_owner',
  'nothing_waits',
  'own_answer',
  'not_a_reviewer',
  'not_a_person',
  'not_permitted',
  'own_request',
  'nothing_requested',
  'nothing_waived',
  'nothing_to_waive',
  'nothing_to_take_over',
] as const;

/** One of {@link CAPABILITY_REASONS}. @public */
export type CapabilityReason = (typeof CAPABILITY_REASONS)[number];

/** Whether the caller may do something, and if not, why. @public */
export const capabilityView = z.strictObject({
  allowed: z.boolean(),
  reason: z.enum(CAPABILITY_REASONS).nullable(),
});

/** What {@link capabilityView} lets through. @public */
export type Capability = z.output<typeof capabilityView>;

/**
 * What a person may do to an item beside answering it and deciding on the
 * answer; only what is allowed is listed.
 *
 * - `withdraw`: take an answer back that nobody has decided on
 * - `request_waiver`: ask for an exemption, or say that it does not concern
 * - `withdraw_request`, `decide_request`: of a waiver
 * - `revoke_waiver`: end an exemption or "not applicable" now
 * - `take_over`: give up the own answer for the one of an entity above
 *
 * @public
 */
export const ITEM_ACTS = [
  'withdraw',
  'request_waiver',
  'withdraw_request',
  'decide_request',
  'revoke_waiver',
  'take_over',
] as const;

/** One of {@link ITEM_ACTS}. @public */
export type ItemAct = (typeof ITEM_ACTS)[number];

const waiver = z.strictObject({
  kind: z.enum(WAIVER_KINDS),
  reason: z.string(),
  /** What makes up for the gap; null where the item does not concern. */
  compensatingControl: z.string().nullable(),
  /** Null: until it is revoked. */
  until: moment.nullable(),
  requestedBy: person,
  requestedAt: moment,
});

/** A waiver as it is shown: what was granted, by whom, until when. @public */
export const waiverView = waiver.extend({
  approvedBy: person,
  approvedAt: moment,
});

/** What {@link waiverView} lets through. @public */
export type WaiverView = z.output<typeof waiverView>;

/** A request for a waiver as it is shown. @public */
export const waiverRequestView = waiver.extend({
  decision: z.enum(['waiting', 'returned']),
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
  comment: z.string().nullable(),
});

/** What {@link waiverRequestView} lets through. @public */
export type WaiverRequestView = z.output<typeof waiverRequestView>;

/**
 * One item of one entity. Its words are in the checklist's definition.
 *
 * @public
 */
export const itemView = z.strictObject({
  itemId: z.string(),
  state: z.enum(ITEM_STATES),
  /** Whether its tier asks for it; else it is optional. */
  required: z.boolean(),
  /** Whether it counts. */
  satisfied: z.boolean(),
  /** It counts, but expires soon. */
  due: z.boolean(),
  /** Since when its fact can't be read while the last value stays; else none. */
  staleSince: moment.optional(),
  /** What a hybrid item's facts say; null where there is no check. */
  fact: z.enum(['passed', 'failed', 'unknown']).nullable(),
  /** Why its fact can't be read, in the words of what was asked; else none. */
  factError: z.string().optional(),
  /** What a service last reported of it; left out where none did. */
  report: z
    .strictObject({
      by: z.string(),
      at: moment,
      evidence: evidenceView.nullable(),
    })
    .optional(),
  validUntil: moment.nullable(),
  /** For `If-Match`; 0 before the first answer. */
  version: z.number().int(),
  /** The last answer, whatever became of it. */
  answer: z
    .strictObject({
      evidence: evidenceView,
      by: person,
      at: moment,
      decision: z.enum(DECISIONS),
      decidedBy: person.nullable(),
      decidedAt: moment.nullable(),
      comment: z.string().nullable(),
    })
    .nullable(),
  /** The accepted answer that counts; none when the last answer is the one. */
  acceptance: z
    .strictObject({
      evidence: evidenceView,
      attestedBy: person,
      attestedAt: moment,
      acceptedBy: person,
      acceptedAt: moment,
    })
    .optional(),
  /** Why what counts does; null where nothing was accepted. */
  basis: z.enum(ACCEPTANCE_BASES).nullable(),
  /** What excuses the entity now; null when nothing does. */
  waiver: waiverView.nullable(),
  /** A request that waits or came back; left out where there is none. */
  waiverRequest: waiverRequestView.optional(),
  /**
   * The accepted answer of an entity above: it counts unless there is an own
   * one. `acceptance` then says what it is.
   */
  inherited: z
    .strictObject({
      /** Null where the caller may not read the entity that gave it. */
      ref: z.string().nullable(),
      /** An own answer stands in its place. */
      overridden: z.boolean(),
    })
    .nullable(),
  /** Whose move it is. */
  move: z.enum(MOVES),
  /**
   * Who decides on an answer: a Group that is configured, else null, which
   * means another member of the owning team or an administrator.
   */
  reviewerRef: z.string().nullable(),
  /**
   * What an answer would rest on that nobody else has to accept: unchanged
   * evidence, or the team's own word. One in ten is looked at all the same.
   */
  selfAccepts: z.enum(['reconfirmation', 'self_certification']).nullable(),
  canAttest: capabilityView,
  /** Whether the caller may decide on the answer; left out while none waits. */
  canAccept: capabilityView.optional(),
  /** What else the caller may do to it now. */
  acts: z.array(z.enum(ITEM_ACTS)),
});

/** What {@link itemView} lets through. @public */
export type ItemView = z.output<typeof itemView>;

/** Where the SLOs of an entity stand, and who answers for them. @public */
export const sloBoxView = z.strictObject({
  state: z.enum(SLO_SUMMARY_STATES),
  /** SLOs that carry the signatures they need. */
  agreed: z.number().int(),
  /** SLOs that wait for a signature. */
  waiting: z.number().int(),
  owners: z.array(
    z.strictObject({
      /** `product-owner` or `cto`. */
      role: z.string(),
      userRef: z.string(),
      name: z.string(),
      /** `annotation`, `set`, `system` or `domain`: where it comes from. */
      origin: z.string(),
    }),
  ),
});

/** What {@link sloBoxView} lets through. @public */
export type SloBox = z.output<typeof sloBoxView>;

/** What stands between the entity and its phase. @public */
export const blockerView = z.strictObject({
  itemId: z.string(),
  move: z.enum(MOVES),
  /** Whom it waits for, where that is one Group. */
  waitsForRef: z.string().nullable(),
  /** Since when it waits for them. */
  since: moment.nullable(),
});

/** What {@link blockerView} lets through. @public */
export type BlockerView = z.output<typeof blockerView>;

/**
 * The whole readiness of an entity. Moments are milliseconds since the epoch.
 *
 * @public
 */
export const readinessView = z.strictObject({
  entity: z.strictObject({
    ref: z.string(),
    kind: z.string(),
    namespace: z.string(),
    name: z.string(),
    title: z.string(),
    type: z.string().nullable(),
    lifecycle: z.string().nullable(),
    tier: z.literal([...TIERS]),
    /** `default`: nothing says how critical it is, so it is a guess. */
    tierOrigin: z.enum(TIER_ORIGINS),
    phase: z.enum(PHASES),
    ownerRef: z.string().nullable(),
    /** False when nobody owns it or the catalog does not have the owner. */
    ownerExists: z.boolean(),
    systemRef: z.string().nullable(),
  }),
  /** Null when no checklist is for this kind of entity. */
  checklist: z
    .strictObject({
      id: z.string(),
      version: z.string(),
      /** Its words are at `/checklists/<digest>` and never change. */
      digest: z.string(),
    })
    .nullable(),
  summary: z.strictObject({
    /** The id of the level reached, or `none`. */
    level: z.string(),
    /** Tenths of a percent; null when nothing is required. */
    score: z.number().int().min(0).max(1000).nullable(),
    required: z.number().int(),
    satisfied: z.number().int(),
    waiting: z.number().int(),
    /** Required items that are exempt: neither satisfied nor blocking. */
    exempt: z.number().int(),
    nextDue: moment.nullable(),
  }),
  /** Null outside an adoption period. Until then nothing blocks. */
  adoptionUntil: moment.nullable(),
  /** What the owning team works on first, and until when; else null. */
  focus: z
    .strictObject({ sections: z.array(z.string()), until: moment })
    .nullable(),
  blockers: z.array(blockerView),
  /** The best things to do next, best first. */
  nextSteps: z.array(
    z.strictObject({ itemId: z.string(), action: z.enum(STEP_ACTIONS) }),
  ),
  items: z.array(itemView),
  slo: sloBoxView,
  /** What everybody may see of the owning team; else null. */
  toil: z
    .strictObject({ groupRef: z.string(), state: z.enum(TOIL_STATES) })
    .nullable(),
  /** Whether the caller may have the facts read again. */
  canEvaluate: capabilityView,
  asOf: moment,
});

/** What {@link readinessView} lets through. @public */
export type ReadinessView = z.output<typeof readinessView>;

/** One thing that happened to an item, newest first in lists. @public */
export const itemEventView = z.strictObject({
  at: moment,
  actor: z.string(),
  actorName: z.string().nullable(),
  /** The service that acted for the person; null: they did it themselves. */
  actingService: z.string().nullable(),
  action: z.string(),
  evidence: evidenceView.nullable(),
  comment: z.string().nullable(),
});

/** What {@link itemEventView} lets through. @public */
export type ItemEvent = z.output<typeof itemEventView>;

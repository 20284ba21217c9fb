import { z } from 'zod';
import { PHASES } from '../checklist/document';
import { evidenceView } from '../checklist/view';
import { localizedText } from '../checklist/localizedText';
import {
  REVIEW_ACTS,
  REVIEW_MODES,
  REVIEW_STANDINGS,
  REVIEW_STATES,
} from './rules';

const moment = z.number().int();
const person = z.strictObject({ ref: z.string(), name: z.string() });

/** A condition of an approval. @public */
export const reviewConditionView = z.strictObject({
  number: z.number().int(),
  text: z.string(),
  dueAt: moment,
  metAt: moment.nullable(),
  metBy: person.nullable(),
  evidence: evidenceView.nullable(),
});

/** What {@link reviewConditionView} lets through. @public */
export type ReviewConditionView = z.output<typeof reviewConditionView>;

/**
 * A review of one phase of one entity. Moments are milliseconds since the
 * epoch.
 *
 * @public
 */
export const reviewView = z.strictObject({
  id: z.string(),
  entityRef: z.string(),
  entityTitle: z.string(),
  phase: z.enum(PHASES),
  state: z.enum(REVIEW_STATES),
  /** The state as time has changed it. */
  standing: z.enum(REVIEW_STANDINGS),
  /** For `If-Match`. */
  version: z.number().int(),
  mode: z.enum(REVIEW_MODES),
  /** The Group that decides; null: see `mode`. */
  reviewerRef: z.string().nullable(),
  /** The checklist that it is made against. */
  checklistDigest: z.string(),
  note: z.string().nullable(),
  openedBy: person,
  openedAt: moment,
  submittedBy: person.nullable(),
  submittedAt: moment.nullable(),
  claimedBy: person.nullable(),
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
  comment: z.string().nullable(),
  /** How much traffic a limited release may take, in words. */
  trafficCap: z.string().nullable(),
  validUntil: moment.nullable(),
  /** How long it has waited for reviewers in all, in milliseconds. */
  waited: moment,
  conditions: z.array(reviewConditionView),
  acts: z.array(z.enum(REVIEW_ACTS)),
});

/** What {@link reviewView} lets through. @public */
export type ReviewView = z.output<typeof reviewView>;

/** Who looks at the items of a section. @public */
export const sectionReviewView = z.strictObject({
  sectionId: z.string(),
  title: localizedText(160),
  /** Null: another member of the team, or an administrator. */
  reviewerRef: z.string().nullable(),
  required: z.number().int(),
  satisfied: z.number().int(),
  /** Answers that wait for this group. */
  waiting: z.number().int(),
});

/** A phase of an entity with its reviews. @public */
export const phaseReviewView = z.strictObject({
  phase: z.enum(PHASES),
  title: localizedText(160),
  /** Whether a review approves it now. */
  approved: z.boolean(),
  required: z.number().int(),
  satisfied: z.number().int(),
  /** Items of high weight that an approval would have to do without. */
  blockers: z.array(z.string()),
  /** Who would decide on a review. */
  reviewerRef: z.string().nullable(),
  sections: z.array(sectionReviewView),
  /** The review that is open, else the last one decided. */
  current: reviewView.nullable(),
  /** Whether the caller may open a review of this phase now. */
  canOpen: z.boolean(),
});

/** What {@link phaseReviewView} lets through. @public */
export type PhaseReviewView = z.output<typeof phaseReviewView>;

/** What waits for a reviewer group, of what the caller may see. @public */
export const reviewerLoadView = z.strictObject({
  groupRef: z.string(),
  /** Answers, requests and reviews that wait. */
  waiting: z.number().int(),
  oldestSince: moment.nullable(),
  /** Median wait of the last 13 weeks, in milliseconds; null: too little. */
  medianWait: moment.nullable(),
});

/** What {@link reviewerLoadView} lets through. @public */
export type ReviewerLoadView = z.output<typeof reviewerLoadView>;

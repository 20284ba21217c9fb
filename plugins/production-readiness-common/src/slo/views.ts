import { z } from 'zod';
import { TIERS } from '../checklist/document';
import { alertView } from './alert';
import { alertRuleView } from './alertRule';
import { chainFinding } from './chain';
import { sloChange } from './difference';
import { editorialView } from './editorial';
import { budgetPolicyLine } from './errorBudgetPolicy';
import { journeyView } from './journey';
import { sloMaterialSchema } from './material';
import { sloNeedView } from './need';
import { OWNER_PLACES, ownerRoleSchema } from './owners';
import { severityCriteriaView } from './severity';
import { questionView } from './questionRoutes';
import { signerSummarySchema } from './shown';
import {
  personView,
  signatureView,
  signedVersionShape,
  versionLineShape,
} from './signedView';
import { SLO_OVERLAYS, SLO_STATES } from './state';

// What the API answers about owners and SLOs. Moments are milliseconds since
// the epoch, people are canonical User references.

const ownerOrigin = z.strictObject({
  place: z.enum(OWNER_PLACES),
  /** Null for a System or Domain that the caller may not see. */
  entityRef: z.string().nullable(),
  by: z.enum(['annotation', 'set']),
});

/** The holder of a role. @public */
export const ownerView = z.strictObject({
  role: ownerRoleSchema,
  holder: personView.nullable(),
  origin: ownerOrigin.nullable(),
  /**
   * Nobody is named, or the person is not in the catalog any more, or not in
   * the Group that the role asks for.
   */
  vacant: z.boolean(),
  /** That Group; null where none is asked for. */
  group: z.string().nullable(),
  /** Whether it can be set here; an annotation of the entity rules it out. */
  settable: z.boolean(),
  /** Row version for If-Match; 0 when nothing was set on this entity. */
  version: z.int(),
});

/** What {@link ownerView} lets through. @public */
export type OwnerView = z.output<typeof ownerView>;

/** A time in which somebody held a role. @public */
export const ownerSpanView = z.strictObject({
  role: ownerRoleSchema,
  holder: personView,
  origin: ownerOrigin,
  from: z.int(),
  /** Null: still. */
  until: z.int().nullable(),
  /** Who brought it about; null for an edit of the catalog file. */
  changedBy: personView.nullable(),
});

/** What {@link ownerSpanView} lets through. @public */
export type OwnerSpanView = z.output<typeof ownerSpanView>;

/** A version that somebody may read and decide on. @public */
export const versionView = z.strictObject({
  ...signedVersionShape,
  material: sloMaterialSchema,
  /** What the signer sees; send its digest with the signature. */
  summary: signerSummarySchema,
});

/** What {@link versionView} lets through. @public */
export type VersionView = z.output<typeof versionView>;

/** A line of an SLO's history. @public */
export const versionLine = z.strictObject({
  ...versionLineShape,
  target: z.string(),
});

/** What {@link versionLine} lets through. @public */
export type VersionLine = z.output<typeof versionLine>;

/** An SLO with everything that its page shows. @public */
export const sloView = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  /** Row version for If-Match. */
  version: z.int(),
  /** What it is called and where it is filed. */
  editorial: editorialView,
  state: z.enum(SLO_STATES),
  overlays: z.array(z.enum(SLO_OVERLAYS)),
  reviewBy: z.int().nullable(),
  inForce: versionView.nullable(),
  /** The newest version when it is not the one in force. */
  proposal: versionView.nullable(),
  /** The version that the SLO ended with; null while it lives. */
  retired: versionView.nullable(),
  /** What is disputed about the version in force and not decided yet. */
  disputes: z.array(signatureView),
  /** The CTO who decides a dispute; null when nobody is. */
  disputeDecidedBy: personView.nullable(),
  /** Newest first. */
  questions: z.array(questionView),
  /** From the one in force to the proposal. */
  changes: z.array(sloChange),
  /** Newest first. */
  history: z.array(versionLine),
  /** Newest first. */
  signatures: z.array(signatureView),
});

/** What {@link sloView} lets through. @public */
export type SloView = z.output<typeof sloView>;

/** Everything about the SLOs of one entity. @public */
export const entitySlosView = z.strictObject({
  entityRef: z.string(),
  entityTitle: z.string(),
  tier: z.literal([...TIERS]),
  /** Which signatures the tier asks for. */
  policy: z.strictObject({
    approval: z.enum(['any', 'all', 'none']),
    roles: z.array(ownerRoleSchema),
    technicalReview: z.boolean(),
  }),
  owners: z.array(ownerView),
  /** Who held the roles before and since when, newest first. */
  ownerHistory: z.array(ownerSpanView),
  journeys: z.array(journeyView),
  slos: z.array(sloView),
  /** Error-budget policies that its SLOs may name, the nearest first. */
  budgetPolicies: z.array(budgetPolicyLine),
  /** What watches the entity. */
  alerts: z.array(alertView),
  /** What monitoring was found to run for its SLOs. */
  rules: z.array(alertRuleView),
  /** The severities that alerts may have here. */
  severities: z.array(z.string()),
  /** How they are told apart. */
  severityCriteria: severityCriteriaView,
  /** Whether somebody decided that no SLO is needed. */
  need: sloNeedView,
  /** What is missing between users and runbooks. */
  holes: z.array(chainFinding),
  /** Whether this caller may draft and name owners here. */
  mayEdit: z.boolean(),
  asOf: z.int(),
});

/** What {@link entitySlosView} lets through. @public */
export type EntitySlosView = z.output<typeof entitySlosView>;

/** One SLO with what the reader has to know of its entity. @public */
export const sloPageView = z.strictObject({
  entityRef: z.string(),
  entityTitle: z.string(),
  owners: z.array(ownerView),
  slo: sloView,
  mayEdit: z.boolean(),
  asOf: z.int(),
});

/** What {@link sloPageView} lets through. @public */
export type SloPageView = z.output<typeof sloPageView>;

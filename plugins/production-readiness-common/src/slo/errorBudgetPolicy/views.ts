import { z } from 'zod';
import { sloChange } from '../difference';
import {
  personView,
  signatureView,
  signedVersionShape,
  versionLineShape,
} from '../signedView';
import { SLO_OVERLAYS, SLO_STATES } from '../state';
import { budgetPolicyMaterialSchema } from './content';
import { budgetPolicySummarySchema } from './shown';

/** A version of a policy that somebody may read and decide on. @public */
export const budgetPolicyVersionView = z.strictObject({
  ...signedVersionShape,
  material: budgetPolicyMaterialSchema,
  /** What the signer sees; send its digest with the signature. */
  summary: budgetPolicySummarySchema,
});

/** What {@link budgetPolicyVersionView} lets through. @public */
export type BudgetPolicyVersionView = z.output<typeof budgetPolicyVersionView>;

/** An error-budget policy with everything that its page shows. @public */
export const budgetPolicyView = z.strictObject({
  id: z.uuid(),
  entityRef: z.string(),
  entityTitle: z.string(),
  /** Row version for If-Match. */
  version: z.int(),
  state: z.enum(SLO_STATES),
  overlays: z.array(z.enum(SLO_OVERLAYS)),
  reviewBy: z.int().nullable(),
  inForce: budgetPolicyVersionView.nullable(),
  /** The newest version when it is not the one in force. */
  proposal: budgetPolicyVersionView.nullable(),
  /** The version that the policy ended with; null while it lives. */
  retired: budgetPolicyVersionView.nullable(),
  /** What is disputed about the version in force and not decided yet. */
  disputes: z.array(signatureView),
  /** The CTO who decides a dispute; null when nobody is. */
  disputeDecidedBy: personView.nullable(),
  /** From the one in force to the proposal. */
  changes: z.array(sloChange),
  /** Newest first. */
  history: z.array(z.strictObject({ ...versionLineShape, title: z.string() })),
  /** Newest first. */
  signatures: z.array(signatureView),
  /** Whether this caller may edit it. */
  mayEdit: z.boolean(),
});

/** What {@link budgetPolicyView} lets through. @public */
export type BudgetPolicyView = z.output<typeof budgetPolicyView>;

/**
 * A policy that an entity's SLOs may name: the entity's own, its System's or
 * its Domain's.
 *
 * @public
 */
export const budgetPolicyLine = z.strictObject({
  id: z.uuid(),
  /** Whose it is; never one that the reader may not see. */
  entityRef: z.string(),
  entityTitle: z.string(),
  title: z.string(),
  state: z.enum(SLO_STATES),
  /** What an SLO names; null while no version is in force. */
  inForce: z.strictObject({ version: z.int(), digest: z.string() }).nullable(),
  /** Of the version in force, else of the newest. */
  steps: budgetPolicyMaterialSchema.shape.steps,
  reviewBy: z.int().nullable(),
});

/** What {@link budgetPolicyLine} lets through. @public */
export type BudgetPolicyLine = z.output<typeof budgetPolicyLine>;

/** A policy with what the reader has to know around it. @public */
export const budgetPolicyPageView = z.strictObject({
  policy: budgetPolicyView,
  asOf: z.int(),
});

/** What {@link budgetPolicyPageView} lets through. @public */
export type BudgetPolicyPageView = z.output<typeof budgetPolicyPageView>;

import { z } from 'zod';
import { SloChange, sloChange } from '../difference';
import { contentDigestOf, PolicyRef } from '../material';
import {
  budgetPolicyDifference,
  BudgetPolicyMaterial,
  budgetPolicyMaterialSchema,
} from './content';

const { shape } = budgetPolicyMaterialSchema;

/**
 * What an SLO's signer is shown of the policy that it names: what happens when
 * the budget is gone, in the policy's own words.
 *
 * @public
 */
export const namedPolicySchema = z.strictObject({
  title: z.string(),
  version: z.int(),
  /**
   * `signed`: this version is in force. `replaced`: another one is.
   * `unsigned`: nobody agreed to it, or not any more.
   */
  standing: z.enum(['signed', 'replaced', 'unsigned']),
  steps: shape.steps,
  exceptions: shape.exceptions,
  incident: shape.incident,
  escalation: shape.escalation,
});

/** What {@link namedPolicySchema} lets through. @public */
export type NamedPolicy = z.output<typeof namedPolicySchema>;

/**
 * The policy that an SLO names, as its signer sees it.
 *
 * @param inForce - number of the policy's version in force; null without one
 * @public
 */
export function namedPolicyOf(
  ref: Pick<PolicyRef, 'version'>,
  material: BudgetPolicyMaterial,
  inForce: number | null,
): NamedPolicy {
  const { title, steps, exceptions, incident, escalation } = material;
  const standing = () => {
    if (inForce === null) return 'unsigned';
    return inForce === ref.version ? 'signed' : 'replaced';
  };
  return {
    title,
    version: ref.version,
    standing: standing(),
    steps,
    exceptions,
    incident,
    escalation,
  };
}

/**
 * What a policy's signer has on the screen. Its digest is kept with the
 * signature, as with an SLO.
 *
 * @public
 */
export interface BudgetPolicySummary {
  /** Of the content: sha-256 in lower-case hexadecimal. */
  contentDigest: string;
  /** Everything that is signed. */
  content: BudgetPolicyMaterial;
  /** Against the content in force; null when none is. */
  changes: SloChange[] | null;
}

/** What a policy's signer has on the screen. @public */
export const budgetPolicySummarySchema = z.strictObject({
  contentDigest: z.string(),
  content: budgetPolicyMaterialSchema,
  changes: z.array(sloChange).nullable(),
});

/** The summary of a policy, as a signer sees it. @public */
export function budgetPolicySummaryOf(
  material: BudgetPolicyMaterial,
  inForce: BudgetPolicyMaterial | undefined,
): BudgetPolicySummary {
  return {
    contentDigest: contentDigestOf(material),
    content: material,
    changes: inForce ? budgetPolicyDifference(inForce, material) : null,
  };
}

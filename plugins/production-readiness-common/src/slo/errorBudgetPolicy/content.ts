import { z } from 'zod';
import { plainText } from '../../api/text';
import { entityRefSchema } from '../../entity/params';
import { differenceIn, SloChange } from '../difference';
import { ownerRoleSchema } from '../owners';

/**
 * What is done when so much of the error budget is left, and by whom. The
 * *SRE Workbook* (ch. 2 and its example policy) asks for both.
 */
const stepSchema = z.strictObject({
  /** Whole percent of the budget that is left; 0: it is gone. */
  budgetLeft: z.int().min(0).max(99),
  /** What happens, in words that everybody concerned understands. */
  action: plainText({ min: 5, max: 1000 }),
  /** Who sees to it, such as "the owning team". */
  responsible: plainText({ max: 160 }),
});

const stepsSchema = z
  .array(stepSchema)
  .min(1)
  .max(6)
  .refine(
    steps =>
      steps.every(
        (one, index) =>
          index === 0 || steps[index - 1].budgetLeft > one.budgetLeft,
      ),
    {
      error:
        'must go down from step to step: most budget left first, each share once',
    },
  )
  .refine(steps => steps[steps.length - 1]?.budgetLeft === 0, {
    error: 'must say last what happens when nothing is left (budgetLeft 0)',
  });

const editable = {
  title: plainText({ max: 160 }),
  /** Why there is a policy, and what it is not: no punishment. */
  purpose: plainText({ max: 2000 }).optional(),
  /** Most budget left first; the last one says what happens without any. */
  steps: stepsSchema,
  /** What still goes out when releases pause, such as security fixes. */
  exceptions: z
    .array(plainText({ max: 500 }))
    .max(10)
    .default([]),
  /** What a single incident leads to that used a large share. */
  incident: z
    .strictObject({
      /** Whole percent of the budget that one incident used. */
      budgetUsed: z.int().min(1).max(100),
      action: plainText({ min: 5, max: 1000 }),
      responsible: plainText({ max: 160 }),
    })
    .optional(),
  /** Who decides when people disagree about any of it. */
  escalation: plainText({ min: 5, max: 1000 }),
  reviewCadence: z
    .enum(['quarterly', 'half-yearly', 'yearly'])
    .default('half-yearly'),
};

/**
 * What a person edits of an error-budget policy. The server adds the identity
 * and who answers for it.
 *
 * @public
 */
export const budgetPolicyInput = z.strictObject({
  /** Which of the entity's owners answers for the policy. */
  accountableRole: ownerRoleSchema.default('cto'),
  ...editable,
});

/** What {@link budgetPolicyInput} lets through. @public */
export type BudgetPolicyInput = z.output<typeof budgetPolicyInput>;

/**
 * Everything that a signature on a policy covers; as with SLOs without the
 * version number, so that an edit that is taken back matches again.
 *
 * @public
 */
export const budgetPolicyMaterialSchema = z.strictObject({
  policyId: z.uuid(),
  /** Whose policy it is; what belongs to it may name the policy too. */
  entityRef: entityRefSchema,
  ...editable,
  /** Null while nobody holds the role. */
  accountableOwner: z
    .strictObject({ userRef: entityRefSchema, role: ownerRoleSchema })
    .nullable(),
});

/** What {@link budgetPolicyMaterialSchema} lets through. @public */
export type BudgetPolicyMaterial = z.output<typeof budgetPolicyMaterialSchema>;

/** In the order in which people read them. */
const FIELDS = [
  'title',
  'purpose',
  'steps',
  'exceptions',
  'incident',
  'escalation',
  'accountableOwner',
  'reviewCadence',
] as const;

/**
 * What differs between two contents of one policy, field by field. Empty
 * exactly when their digests are equal.
 *
 * @public
 */
export function budgetPolicyDifference(
  before: BudgetPolicyMaterial,
  after: BudgetPolicyMaterial,
): SloChange[] {
  return differenceIn(FIELDS, before, after);
}

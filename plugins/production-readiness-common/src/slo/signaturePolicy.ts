import { z } from 'zod';
import { OTHER_SIGNER_ROLES, OwnerRole, ownerRoleSchema } from './owners';

/**
 * What a signature can say.
 *
 * `acknowledge` says only that somebody has read it. `dispute` says that a
 * number in force is wrong; the CTO decides it by `uphold` (it stays) or
 * `overturn` (it ends). `retire` ends the SLO itself.
 *
 * @public
 */
export const SIGNATURE_MEANINGS = [
  'approve',
  'technical-review',
  'request-changes',
  'reject',
  'withdraw',
  'acknowledge',
  'dispute',
  'uphold',
  'overturn',
  'retire',
] as const;

/** One of {@link SIGNATURE_MEANINGS}. @public */
export type SignatureMeaning = (typeof SIGNATURE_MEANINGS)[number];

/** Meanings that have to say why. @public */
export const MEANINGS_WITH_REASON: readonly SignatureMeaning[] = [
  'request-changes',
  'reject',
  'withdraw',
  'dispute',
  'uphold',
  'overturn',
  'retire',
];

/** Which signatures a version needs to be in force. @public */
export interface SignaturePolicy {
  /**
   * `any`: one of the owners approves. `all`: each of them does.
   * `none`: the SLO is only recorded.
   */
  approval: 'any' | 'all' | 'none';
  /** Of which every one has to approve. */
  roles: OwnerRole[];
  /** Whether another engineer has to look at it first. */
  technicalReview: boolean;
}

/**
 * Which signatures an error-budget policy needs, when nothing is configured:
 * it binds teams that the product owner does not lead.
 *
 * @public
 */
export const DEFAULT_BUDGET_POLICY_SIGNATURES: SignaturePolicy = {
  approval: 'any',
  roles: ['cto'],
  technicalReview: false,
};

/** The policy of each tier when none is configured. @public */
export const DEFAULT_SIGNATURE_POLICIES: Record<1 | 2 | 3, SignaturePolicy> = {
  1: {
    approval: 'any',
    roles: ['product-owner', 'cto'],
    technicalReview: true,
  },
  2: {
    approval: 'any',
    roles: ['product-owner', 'cto'],
    technicalReview: true,
  },
  3: {
    approval: 'none',
    roles: ['product-owner', 'cto'],
    technicalReview: false,
  },
};

/**
 * What a version still needs.
 *
 * @public
 */
export interface Requirement {
  /** The agreement of a role, or the look of another engineer. */
  kind: 'approval' | 'technical-review';
  /** Roles that can meet it; empty for the technical review. */
  roles: OwnerRole[];
  /** Whether a signature that counts is there. */
  met: boolean;
  /** Who met it. */
  by: string[];
}

/** In which role something is signed. @public */
export const signerRoleSchema = z.union([
  ownerRoleSchema,
  z.enum(OTHER_SIGNER_ROLES),
]);

/** A role of owners, or one of {@link OTHER_SIGNER_ROLES}. @public */
export type SignerRole = string;

/** A signature as far as the policy looks at it. @public */
export interface CountedSignature {
  /** What the signer said by it. */
  meaning: SignatureMeaning;
  /** Canonical reference. */
  signerRef: string;
  /** In which role, as resolved on the server when it was given. */
  role: SignerRole;
  /** The holder of the role for whom it was given, by a delegation. */
  onBehalfOf?: string;
  /** Last editor of the version that was signed. */
  editorRef: string;
}

/**
 * What a policy asks for and which of the signatures meet it.
 *
 * The last editor's approval, and one given in the last editor's name, count
 * only beside another person's, and the
 * technical review is never the editor's own.
 *
 * @param signatures - the effective ones, at most one of each meaning a person
 * @public
 */
export function requirementsOf(
  policy: SignaturePolicy,
  signatures: CountedSignature[],
): Requirement[] {
  if (policy.approval === 'none') return [];
  const approvals = signatures.filter(
    one => one.meaning === 'approve' && policy.roles.includes(one.role),
  );
  const independent = approvals.some(isIndependent);
  const approval = (roles: OwnerRole[]): Requirement => {
    const by = approvals
      .filter(one => roles.includes(one.role))
      .map(one => one.signerRef);
    return { kind: 'approval', roles, met: by.length > 0 && independent, by };
  };
  const requirements =
    policy.approval === 'all'
      ? policy.roles.map(role => approval([role]))
      : [approval(policy.roles)];
  if (policy.technicalReview) {
    const by = signatures
      .filter(
        one =>
          one.meaning === 'technical-review' && one.signerRef !== one.editorRef,
      )
      .map(one => one.signerRef);
    requirements.push({
      kind: 'technical-review',
      roles: [],
      met: by.length > 0,
      by,
    });
  }
  return requirements;
}

/** Neither given by the last editor nor in the last editor's name. */
function isIndependent(one: CountedSignature): boolean {
  return one.signerRef !== one.editorRef && one.onBehalfOf !== one.editorRef;
}

/** Whether nothing is missing. A policy that asks for nothing is not met. @public */
export function isComplete(requirements: Requirement[]): boolean {
  return requirements.length > 0 && requirements.every(one => one.met);
}

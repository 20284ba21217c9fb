import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  BUILT_IN_ROLES,
  canonicalRef,
  DEFAULT_BUDGET_POLICY_SIGNATURES,
  DEFAULT_OWNER_ROLES,
  DEFAULT_SEVERITIES,
  DEFAULT_SIGNATURE_POLICIES,
  localizedText,
  ownerAnnotation,
  OwnerRoleRule,
  ownerRoleSchema,
  SignaturePolicy,
  Tier,
} from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';

/** How an organisation agrees on SLOs. */
export interface SloConfig {
  /** Who can answer for numbers: product owner, CTO, then what was added. */
  roles: readonly OwnerRoleRule[];
  /** The signatures that an error-budget policy needs. */
  budgetPolicySignatures: SignaturePolicy;
  policies: Record<Tier, SignaturePolicy>;
  /** The Group beside the owning team that may review; by tier. */
  reviewerGroups: Partial<Record<Tier, string>>;
  /** Names of severities, gravest first. */
  severities: readonly string[];
}

const ROOT = 'productionReadiness';
const TIERS: readonly Tier[] = [1, 2, 3];
/** The section of the checklist that SLOs belong to, in any case. */
const SECTION = 'slo';

/**
 * Reads `productionReadiness.slo` and whom `productionReadiness.reviewers`
 * names for SLOs.
 *
 * @throws InputError that names the key and what it takes
 */
export function readSloConfig(root: Config): SloConfig {
  const roles = readRoles(root);
  const policies = { ...DEFAULT_SIGNATURE_POLICIES };
  const reviewerGroups: Partial<Record<Tier, string>> = {};
  for (const tier of TIERS) {
    policies[tier] = readPolicy(root, tier, roles);
    reviewerGroups[tier] = readReviewerGroup(root, tier);
  }
  return {
    roles,
    budgetPolicySignatures: readBudgetPolicySignatures(root, roles),
    policies,
    reviewerGroups,
    severities: readSeverities(root),
  };
}

const rolesSchema = z
  .array(
    z.strictObject({
      id: ownerRoleSchema,
      title: localizedText(60).optional(),
      group: z.string().min(1).optional(),
    }),
  )
  .max(10)
  .refine(
    roles => new Set(roles.map(one => one.id)).size === roles.length,
    'Each id stands once',
  )
  .refine(
    roles =>
      roles.every(
        one => one.title || BUILT_IN_ROLES.some(role => role === one.id),
      ),
    'A role that you add needs a title',
  );

function readRoles(root: Config): readonly OwnerRoleRule[] {
  const key = `${ROOT}.slo.roles`;
  const given = root.getOptional(key);
  if (given === undefined) return DEFAULT_OWNER_ROLES;
  const parsed = rolesSchema.safeParse(given);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `${[key, ...path].join(
        '.',
      )}: ${message}. A role is an id such as business-owner, a title in English and Japanese, and, if its holder has to be in one, a group.`,
    );
  }
  const ids = new Set([...BUILT_IN_ROLES, ...parsed.data.map(one => one.id)]);
  return [...ids].map(role => {
    const group = parsed.data.find(one => one.id === role)?.group;
    return {
      role,
      annotation: ownerAnnotation(role),
      ...(group !== undefined && { group: canonicalGroup(key, group) }),
    };
  });
}

function canonicalGroup(key: string, text: string): string {
  try {
    const ref = canonicalRef(text.includes(':') ? text : `group:${text}`);
    if (ref.startsWith('group:')) return ref;
  } catch {
    // Said below, with the key.
  }
  throw new InputError(
    `${key}: ${text} is no Group. Write one such as group:default/product-owners.`,
  );
}

const severitiesSchema = z
  .array(z.string().trim().min(1).max(40))
  .min(1)
  .max(9)
  .refine(names => new Set(names).size === names.length);

function readSeverities(root: Config): readonly string[] {
  const key = `${ROOT}.slo.severities`;
  const given = root.getOptional(key);
  if (given === undefined) return DEFAULT_SEVERITIES;
  const parsed = severitiesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InputError(
    `${key} is ${JSON.stringify(
      given,
    )}; it takes one to nine different names, gravest first, such as [SEV1, SEV2, SEV3].`,
  );
}

const policySchema = z.strictObject({
  approvals: z.enum(['any', 'all', 'none']).optional(),
  roles: z.array(z.string()).min(1).max(10).optional(),
  technicalReview: z.boolean().optional(),
});

function readPolicy(
  root: Config,
  tier: Tier,
  roles: readonly OwnerRoleRule[],
): SignaturePolicy {
  // Read as a whole: a tier is a number, and no path of a config may hold one.
  const all = root.getOptional<Record<string, unknown>>(`${ROOT}.slo.policy`);
  return signaturesOf(
    all?.[String(tier)],
    `${ROOT}.slo.policy.${tier}`,
    DEFAULT_SIGNATURE_POLICIES[tier],
    roles,
  );
}

function readBudgetPolicySignatures(
  root: Config,
  roles: readonly OwnerRoleRule[],
): SignaturePolicy {
  const key = `${ROOT}.slo.errorBudgetPolicy`;
  const read = signaturesOf(
    root.getOptional(key),
    key,
    DEFAULT_BUDGET_POLICY_SIGNATURES,
    roles,
  );
  if (read.approval !== 'none') return read;
  throw new InputError(
    `${key}.approvals is none; an error-budget policy is a signed document. Choose any or all.`,
  );
}

function signaturesOf(
  given: unknown,
  key: string,
  usual: SignaturePolicy,
  known: readonly OwnerRoleRule[],
): SignaturePolicy {
  if (given === undefined) return usual;
  const parsed = policySchema.safeParse(given);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const value = path.length === 1 ? Object(given)[path[0]] : given;
    throw new InputError(
      `${[key, ...path].join('.')} is ${JSON.stringify(
        value,
      )}; it takes approvals (any, all or none), roles (a list) and technicalReview (true or false). ${message}.`,
    );
  }
  const { approvals, roles, technicalReview } = parsed.data;
  const unknown = roles?.find(role => known.every(one => one.role !== role));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.roles names ${unknown}, which is no role. Choose from ${known
        .map(one => one.role)
        .join(', ')}, or add it to ${ROOT}.slo.roles.`,
    );
  }
  return {
    approval: approvals ?? usual.approval,
    roles: roles ?? usual.roles,
    technicalReview: technicalReview ?? usual.technicalReview,
  };
}

function readReviewerGroup(root: Config, tier: Tier): string | undefined {
  const reviewers = root.getOptionalConfigArray(`${ROOT}.reviewers`) ?? [];
  const match = reviewers.find(one => {
    const sections = one.getOptionalStringArray('sections');
    const tiers = one.getOptional<number[]>('tiers');
    return (
      (!sections ||
        sections.some(name => name.toLocaleLowerCase('en-US') === SECTION)) &&
      (!tiers || tiers.includes(tier))
    );
  });
  return match && canonicalRef(match.getString('group'));
}

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  canonicalRef,
  DEFAULT_SEVERITIES,
  DEFAULT_SIGNATURE_POLICIES,
  SignaturePolicy,
  Tier,
} from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';

/** How an organisation agrees on SLOs. */
export interface SloConfig {
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
  const policies = { ...DEFAULT_SIGNATURE_POLICIES };
  const reviewerGroups: Partial<Record<Tier, string>> = {};
  for (const tier of TIERS) {
    policies[tier] = readPolicy(root, tier);
    reviewerGroups[tier] = readReviewerGroup(root, tier);
  }
  return { policies, reviewerGroups, severities: readSeverities(root) };
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
  technicalReview: z.boolean().optional(),
});

function readPolicy(root: Config, tier: Tier): SignaturePolicy {
  const usual = DEFAULT_SIGNATURE_POLICIES[tier];
  // Read as a whole: a tier is a number, and no path of a config may hold one.
  const all = root.getOptional<Record<string, unknown>>(`${ROOT}.slo.policy`);
  const given = all?.[String(tier)];
  if (given === undefined) return usual;
  const parsed = policySchema.safeParse(given);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const key = [ROOT, 'slo.policy', tier, ...path].join('.');
    const value = path.length === 1 ? Object(given)[path[0]] : given;
    throw new InputError(
      `${key} is ${JSON.stringify(
        value,
      )}; it takes approvals (any, all or none) and technicalReview (true or false). ${message}.`,
    );
  }
  const { approvals, technicalReview } = parsed.data;
  return {
    ...usual,
    approval: approvals ?? usual.approval,
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

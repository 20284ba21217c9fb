import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  canonicalRef,
  DEFAULT_SIGNATURE_POLICIES,
  SignaturePolicy,
  Tier,
} from '@prodready/backstage-plugin-production-readiness-common';

/** How an organisation agrees on SLOs. */
export interface SloConfig {
  policies: Record<Tier, SignaturePolicy>;
  /** The Group beside the owning team that may review; by tier. */
  reviewerGroups: Partial<Record<Tier, string>>;
}

const ROOT = 'productionReadiness';
const TIERS: readonly Tier[] = [1, 2, 3];
/** The section of the checklist that SLOs belong to. */
const SECTION = 'SLO';

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
  return { policies, reviewerGroups };
}

function readPolicy(root: Config, tier: Tier): SignaturePolicy {
  const usual = DEFAULT_SIGNATURE_POLICIES[tier];
  const all = root.getOptionalConfig(`${ROOT}.slo.policy`);
  // Asked for by its parent: a key that is a number is no path of its own.
  const config = all?.keys().includes(String(tier))
    ? all.getConfig(String(tier))
    : undefined;
  const approval = config?.getOptionalString('approvals') ?? usual.approval;
  if (approval !== 'any' && approval !== 'all' && approval !== 'none') {
    throw new InputError(
      `${ROOT}.slo.policy.${tier}.approvals is "${approval}"; it takes any, all or none.`,
    );
  }
  return {
    ...usual,
    approval,
    technicalReview:
      config?.getOptionalBoolean('technicalReview') ?? usual.technicalReview,
  };
}

function readReviewerGroup(root: Config, tier: Tier): string | undefined {
  const reviewers = root.getOptionalConfigArray(`${ROOT}.reviewers`) ?? [];
  const match = reviewers.find(one => {
    const sections = one.getOptionalStringArray('sections');
    const tiers = one.getOptional<number[]>('tiers');
    return (
      (!sections || sections.includes(SECTION)) &&
      (!tiers || tiers.includes(tier))
    );
  });
  return match && canonicalRef(match.getString('group'));
}

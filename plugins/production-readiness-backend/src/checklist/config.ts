import { Config } from '@backstage/config';
import {
  canonicalRef,
  ChecklistItem,
  DAY,
  DEFAULT_ADOPTION_PERIOD,
  Tier,
} from '@prodready/backstage-plugin-production-readiness-common';

/** A Group that decides on answers. */
export interface ReviewerRule {
  /** Sections, by id or by the prefix of their items; undefined: all. */
  sections?: string[];
  /** Undefined: all. */
  tiers?: number[];
  groupRef: string;
}

/** How the checklist is configured. */
export interface ChecklistConfig {
  reviewers: ReviewerRule[];
  /** How long nothing blocks a live entity that is new here; milliseconds. */
  adoptionPeriod: number;
  /** Where weeks begin, for facts about weeks. */
  timeZone: string;
}

/**
 * Reads the configuration of the checklist.
 *
 * @throws Error that names the key when a value makes no sense
 */
export function readChecklistConfig(config: Config): ChecklistConfig {
  const root = config.getOptionalConfig('productionReadiness');
  const days = root?.getOptionalNumber('checklist.adoptionDays');
  if (days !== undefined && !(Number.isInteger(days) && days >= 0)) {
    throw new Error(
      'productionReadiness.checklist.adoptionDays must be a whole number of days, 0 or more',
    );
  }
  return {
    reviewers: (root?.getOptionalConfigArray('reviewers') ?? []).map(readRule),
    adoptionPeriod: days === undefined ? DEFAULT_ADOPTION_PERIOD : days * DAY,
    timeZone: root?.getOptionalString('toil.timeZone') ?? 'UTC',
  };
}

function readRule(config: Config, index: number): ReviewerRule {
  const tiers = config.getOptional<number[]>('tiers');
  if (tiers?.some(tier => ![1, 2, 3].includes(tier))) {
    throw new Error(
      `productionReadiness.reviewers[${index}].tiers may hold 1, 2 and 3`,
    );
  }
  return {
    sections: config
      .getOptionalStringArray('sections')
      ?.map(section => section.toLocaleLowerCase('en-US')),
    tiers,
    groupRef: canonicalRef(config.getString('group')),
  };
}

/**
 * The Group that decides on answers to an item; the first rule that matches
 * counts. Null: another member of the owning team, or an administrator.
 */
export function reviewerOf(
  reviewers: readonly ReviewerRule[],
  item: Pick<ChecklistItem, 'id' | 'section'>,
  tier: Tier,
): string | null {
  const names = [item.section, item.id.split('-')[0]].map(name =>
    name.toLocaleLowerCase('en-US'),
  );
  const rule = reviewers.find(
    ({ sections, tiers }) =>
      (!sections || sections.some(section => names.includes(section))) &&
      (!tiers || tiers.includes(tier)),
  );
  return rule?.groupRef ?? null;
}

import { Config } from '@backstage/config';
import {
  canonicalRef,
  ChecklistItem,
  DAY,
  DEFAULT_ADOPTION_PERIOD,
  DEFAULT_TIMING,
  Phase,
  PHASES,
  REVIEW_MODES,
  ReviewMode,
  StateTiming,
  Tier,
  TIERS,
} from '@prodready/backstage-plugin-production-readiness-common';

/** A Group that decides on answers. */
export interface ReviewerRule {
  /** Sections, by id or by the prefix of their items; undefined: all. */
  sections?: string[];
  /** Undefined: all. */
  tiers?: number[];
  groupRef: string;
}

/** How a team's answers and reviews are decided on. */
export interface ReviewModeRule {
  /** The Groups that it is for. */
  groups: string[];
  mode: ReviewMode;
}

/** Who decides on what teams write. */
export interface ReviewPolicy {
  reviewers: readonly ReviewerRule[];
  /** The first rule that names the owner counts; without one: reviewers. */
  reviewModes: readonly ReviewModeRule[];
}

/** How the passing of time changes what counts. */
export interface Periods {
  /** How long nothing blocks a live entity that is new here; milliseconds. */
  adoptionPeriod: number;
  timing: StateTiming;
}

/** How the checklist is configured. */
export interface ChecklistConfig extends ReviewPolicy, Periods {
  /** Days that an approved review of a phase is valid; none: for good. */
  reviewDays: Partial<Record<Phase, number>>;
  /** The deployment gate. */
  gate: {
    /** Tiers whose blockers stop a release; others are warned. */
    blockTiers: number[];
    /** Days after a lapse in which it only warns. */
    graceDays: number;
    /** How long a release that was let past stays so. */
    passHours: number;
  };
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
  const unknownAfter = root?.getOptionalNumber('checklist.unknownAfterDays');
  if (
    unknownAfter !== undefined &&
    !(Number.isInteger(unknownAfter) && unknownAfter >= 1)
  ) {
    throw new Error(
      'productionReadiness.checklist.unknownAfterDays must be a whole number of days, 1 or more',
    );
  }
  return {
    reviewers: (root?.getOptionalConfigArray('reviewers') ?? []).map(readRule),
    reviewModes: (root?.getOptionalConfigArray('reviewModes') ?? []).map(
      readMode,
    ),
    reviewDays: readReviewDays(root?.getOptionalConfig('reviewDays')),
    gate: {
      blockTiers:
        readTiers(
          root?.getOptional('gate.blockTiers'),
          'productionReadiness.gate.blockTiers',
        ) ?? [],
      graceDays: readWhole(root, 'gate.graceDays', { otherwise: 14, min: 0 }),
      passHours: readWhole(root, 'gate.passHours', { otherwise: 24, min: 1 }),
    },
    adoptionPeriod: days === undefined ? DEFAULT_ADOPTION_PERIOD : days * DAY,
    timing: {
      ...DEFAULT_TIMING,
      ...(unknownAfter !== undefined && { unknownAfter: unknownAfter * DAY }),
    },
    timeZone: root?.getOptionalString('toil.timeZone') ?? 'UTC',
  };
}

/** What goes live is looked at every year; what is built once is not. */
const DEFAULT_REVIEW_DAYS = { 'general-availability': 365 };

function readReviewDays(config: Config | undefined) {
  if (config === undefined) return DEFAULT_REVIEW_DAYS;
  return Object.fromEntries(
    PHASES.flatMap((phase): [Phase, number][] => {
      const days = config.getOptionalNumber(phase);
      if (days === undefined) return [];
      if (!(Number.isInteger(days) && days > 0)) {
        throw new Error(
          `productionReadiness.reviewDays.${phase} must be a whole number of days, 1 or more`,
        );
      }
      return [[phase, days]];
    }),
  );
}

function readMode(config: Config, index: number): ReviewModeRule {
  const named = config.getString('mode');
  const mode = REVIEW_MODES.find(one => one === named.replace('-', '_'));
  if (mode === undefined) {
    throw new Error(
      `productionReadiness.reviewModes[${index}].mode must be reviewers, peers or self-certified`,
    );
  }
  return {
    groups: config.getStringArray('groups').map(ref => canonicalRef(ref)),
    mode,
  };
}

function readRule(config: Config, index: number): ReviewerRule {
  const tiers = readTiers(
    config.getOptional('tiers'),
    `productionReadiness.reviewers[${index}].tiers`,
  );
  return {
    sections: config
      .getOptionalStringArray('sections')
      ?.map(section => section.toLocaleLowerCase('en-US')),
    tiers,
    groupRef: canonicalRef(config.getString('group')),
  };
}

/** A tier in quotes would match none, and a gate would let everything past. */
function readTiers(given: unknown, key: string): Tier[] | undefined {
  if (given === undefined) return undefined;
  if (Array.isArray(given) && given.every(one => TIERS.includes(one))) {
    return given;
  }
  throw new Error(
    `${key} must be a list of tiers, the numbers 1, 2 and 3 without quotes, such as [1, 2]`,
  );
}

function readWhole(
  root: Config | undefined,
  key: string,
  { otherwise, min }: { otherwise: number; min: number },
): number {
  const value = root?.getOptionalNumber(key) ?? otherwise;
  if (Number.isInteger(value) && value >= min) return value;
  throw new Error(
    `productionReadiness.${key} must be a whole number, ${min} or more`,
  );
}

/** How what a team writes is decided on. */
export function reviewModeOf(
  policy: ReviewPolicy,
  ownerRef: string | undefined,
): ReviewMode {
  const rule =
    ownerRef === undefined
      ? undefined
      : policy.reviewModes.find(({ groups }) => groups.includes(ownerRef));
  return rule?.mode ?? 'reviewers';
}

/**
 * The Group that decides on answers to an item; the first rule that matches
 * counts. Null: another member of the owning team, or an administrator, which
 * is also how teams go that review among themselves.
 *
 * @param item - undefined: only rules count that are for all sections
 */
export function reviewerOf(
  policy: ReviewPolicy,
  item: Pick<ChecklistItem, 'id' | 'section'> | undefined,
  entity: { tier: Tier; ownerRef?: string },
): string | null {
  if (reviewModeOf(policy, entity.ownerRef) !== 'reviewers') return null;
  const names = item
    ? [item.section, item.id.split('-')[0]].map(name =>
        name.toLocaleLowerCase('en-US'),
      )
    : [];
  const rule = policy.reviewers.find(
    ({ sections, tiers }) =>
      (!sections || sections.some(section => names.includes(section))) &&
      (!tiers || tiers.includes(entity.tier)),
  );
  return rule?.groupRef ?? null;
}

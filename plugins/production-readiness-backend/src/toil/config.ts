import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_MINIMUM_TEAM_SIZE,
  DEFAULT_MINUTES_CAP,
  DEFAULT_TARGET,
  DEFAULT_TOIL_CATEGORIES,
  ImportMapping,
  importMappingSchema,
  isTimeZone,
  LEAST_MINIMUM_TEAM_SIZE,
  MINUTES_CAP_LIMIT,
  ToilCategory,
  toilCategoryListSchema,
  ToilDenominator,
} from '@prodready/backstage-plugin-production-readiness-common';

/** How an organisation counts toil. */
export interface ToilConfig {
  /** People a team needs before others see its figures. */
  minimumTeamSize: number;
  /** IANA time zone in which weeks begin. */
  timeZone: string;
  capacityMinutesPerMember: number;
  /** Largest entry, in minutes. */
  minutesCap: number;
  /** Targets of the two ratios, in percent. */
  targets: { toil: number; reactive: number };
  denominator: ToilDenominator;
  /** Minutes lost at each interruption; 0: not counted. */
  contextSwitchMinutes: number;
  categories: readonly ToilCategory[];
  /** How tickets become entries. */
  importMapping: ImportMapping;
}

const ROOT = 'productionReadiness.toil';

/**
 * Reads `productionReadiness.toil`.
 *
 * @throws InputError that names the key and what it takes; a privacy threshold
 *   below the least one stops the start rather than being raised silently
 */
export function readToilConfig(root: Config): ToilConfig {
  const config = root.getOptionalConfig(ROOT);
  const wholeNumber = (key: string, bounds: Bounds) =>
    readNumber(config, key, { ...bounds, whole: true });
  return {
    minimumTeamSize: wholeNumber('minimumTeamSize', {
      otherwise: DEFAULT_MINIMUM_TEAM_SIZE,
      min: LEAST_MINIMUM_TEAM_SIZE,
      max: 1000,
    }),
    timeZone: readTimeZone(config),
    capacityMinutesPerMember: wholeNumber('capacityMinutesPerMember', {
      otherwise: 2400,
      min: 1,
      max: 10_080,
    }),
    minutesCap: wholeNumber('minutesCap', {
      otherwise: DEFAULT_MINUTES_CAP,
      min: 1,
      max: MINUTES_CAP_LIMIT,
    }),
    targets: {
      toil: readTarget(config, 'targets.toil'),
      reactive: readTarget(config, 'targets.reactive'),
    },
    denominator: readDenominator(config),
    contextSwitchMinutes: wholeNumber('contextSwitchMinutes', {
      otherwise: 0,
      min: 0,
      max: 240,
    }),
    categories: readCategories(config),
    importMapping: readImportMapping(config),
  };
}

interface Bounds {
  otherwise: number;
  min: number;
  max: number;
}

function readTarget(config: Config | undefined, key: string): number {
  return readNumber(config, key, {
    otherwise: DEFAULT_TARGET,
    min: 0,
    max: 100,
    whole: false,
  });
}

function readNumber(
  config: Config | undefined,
  key: string,
  bounds: Bounds & { whole: boolean },
): number {
  const { otherwise, min, max, whole } = bounds;
  const value = config?.getOptionalNumber(key) ?? otherwise;
  if (value < min || value > max || (whole && !Number.isInteger(value))) {
    throw new InputError(
      `${ROOT}.${key} is ${value}; it takes a ${
        whole ? 'whole ' : ''
      }number from ${min} to ${max}.`,
    );
  }
  return value;
}

function readTimeZone(config: Config | undefined): string {
  const name = config?.getOptionalString('timeZone') ?? 'UTC';
  if (!isTimeZone(name)) {
    throw new InputError(
      `${ROOT}.timeZone is "${name}"; it takes an IANA name such as Asia/Tokyo.`,
    );
  }
  return name;
}

function readDenominator(config: Config | undefined): ToilDenominator {
  const value = config?.getOptionalString('denominator') ?? 'service';
  if (value !== 'service' && value !== 'total') {
    throw new InputError(
      `${ROOT}.denominator is "${value}"; it takes service (toil and engineering) or total (and overhead).`,
    );
  }
  return value;
}

function readCategories(config: Config | undefined): readonly ToilCategory[] {
  const given = config?.getOptional('categories');
  if (given === undefined) return DEFAULT_TOIL_CATEGORIES;
  const parsed = toilCategoryListSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    `${[ROOT, 'categories', ...issue.path].join('.')}: ${issue.message}.`,
  );
}

function readImportMapping(config: Config | undefined): ImportMapping {
  const parsed = importMappingSchema.safeParse(
    config?.getOptional('import') ?? {},
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${[ROOT, 'import', ...issue.path].join('.')}: ${issue.message}.`,
    );
  }
  const known = new Set(readCategories(config).map(({ id }) => id));
  parsed.data.labels?.forEach(({ category }, index) => {
    if (category !== undefined && !known.has(category)) {
      throw new InputError(
        `${ROOT}.import.labels.${index}.category: there is no category "${category}".`,
      );
    }
  });
  return parsed.data;
}

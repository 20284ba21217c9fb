import { resolve } from 'node:path';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** Where a checklist document comes from. */
export type ChecklistTarget =
  /** The document of this package. */
  | { type: 'default'; target: string }
  /** A file of the machine that the backend runs on. */
  | { type: 'file'; target: string }
  /** Read by Backstage's URL reader, with its integrations and allow list. */
  | { type: 'url'; target: string };

/** The name of the built-in checklist among targets. */
export const DEFAULT_TARGET = 'default';

const KEY = 'productionReadiness.checklist';
const DEFAULT_REFRESH: HumanDuration = { minutes: 5 };
const TYPES = ['default', 'file', 'url'] as const;

/**
 * The configured documents, the most special first; the built-in one when none
 * is configured. Paths of files start where the backend was started.
 *
 * @throws Error that names the key when a value makes no sense
 */
export function readChecklistTargets(config: Config): ChecklistTarget[] {
  const entries = config.getOptionalConfigArray(`${KEY}.documents`) ?? [];
  if (entries.length === 0) {
    return [{ type: 'default', target: DEFAULT_TARGET }];
  }
  const targets = entries.map(readTarget);
  const again = targets.find(({ target }, index) =>
    targets.slice(0, index).some(other => other.target === target),
  );
  if (again) {
    throw new Error(
      `${KEY}.documents names ${again.target} twice; name each document once`,
    );
  }
  return targets;
}

function readTarget(entry: Config, index: number): ChecklistTarget {
  const at = `${KEY}.documents[${index}]`;
  const type = TYPES.find(known => known === entry.getString('type'));
  if (type === undefined) {
    throw new Error(`${at}.type must be one of ${TYPES.join(', ')}`);
  }
  if (type === 'default') return { type, target: DEFAULT_TARGET };
  const target = entry.getString('target');
  if (type === 'file') return { type, target: resolve(target) };
  const isHttp = /^https?:\/\//.test(target) && URL.canParse(target);
  if (!isHttp) throw new Error(`${at}.target must be an http or https URL`);
  return { type, target };
}

/** How often documents are read again. */
export function readRefreshFrequency(config: Config): HumanDuration {
  const key = `${KEY}.refresh`;
  if (!config.has(key)) return DEFAULT_REFRESH;
  const duration = readDurationFromConfig(config, { key });
  if (durationToMilliseconds(duration) < 1000) {
    throw new Error(`${key} must be at least a second`);
  }
  return duration;
}

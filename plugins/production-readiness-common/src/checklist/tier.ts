import { ANNOTATIONS } from '../entity/annotations';
import type { Tier } from './document';

/** Where a tier comes from. `default`: nothing says, so it is a guess. @public */
export const TIER_ORIGINS = ['annotation', 'lifecycle', 'default'] as const;

/** One of {@link TIER_ORIGINS}. @public */
export type TierOrigin = (typeof TIER_ORIGINS)[number];

/** What of a catalog entity says how critical it is. @public */
export interface LifecycleSource {
  /** `metadata.annotations` */
  annotations?: Record<string, string>;
  /** `spec.lifecycle` */
  lifecycle?: string;
}

// Maps, since catalogs hold any word: an object would answer to `constructor`.
const BY_ANNOTATION = new Map<string, Tier>([
  ['1', 1],
  ['2', 2],
  ['3', 3],
]);
const BY_LIFECYCLE = new Map<string, Tier>([
  ['experimental', 3],
  ['production', 2],
  ['deprecated', 2],
]);

/**
 * The tier of an entity: from its annotation, else from its lifecycle, else
 * standard with the origin `default`, which the screen points out. An
 * annotation that is no tier is passed over.
 *
 * @public
 */
export function tierOf(source: LifecycleSource): {
  tier: Tier;
  origin: TierOrigin;
} {
  const annotated = BY_ANNOTATION.get(
    source.annotations?.[ANNOTATIONS.tier]?.trim() ?? '',
  );
  if (annotated) return { tier: annotated, origin: 'annotation' };
  const byLifecycle = BY_LIFECYCLE.get(normalLifecycle(source.lifecycle));
  return byLifecycle
    ? { tier: byLifecycle, origin: 'lifecycle' }
    : { tier: 2, origin: 'default' };
}

/** A lifecycle as it is compared: trimmed and in lower case. @public */
export function normalLifecycle(lifecycle: string | undefined): string {
  return (lifecycle ?? '').trim().toLocaleLowerCase('en-US');
}

/** Whether the entity is on its way out. @public */
export function isDeprecated(lifecycle: string | undefined): boolean {
  return normalLifecycle(lifecycle) === 'deprecated';
}

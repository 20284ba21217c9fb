import type { Phase } from './document';
import { DAY } from './states';

/** How long an entity that was live already may take, in milliseconds. @public */
export const DEFAULT_ADOPTION_PERIOD = 90 * DAY;

/**
 * The end of the adoption period of an entity: until then nothing blocks it,
 * and only the items to start with are put forward. What is not live yet has
 * none, since it can be got ready before it is.
 *
 * @param adoptedAt - when the entity was first seen, milliseconds
 * @returns the moment, or null when there is none or it is over
 * @public
 */
export function adoptionUntil(
  entity: { phase: Phase; adoptedAt: number },
  now: number,
  period: number = DEFAULT_ADOPTION_PERIOD,
): number | null {
  if (entity.phase !== 'general-availability') return null;
  const until = entity.adoptedAt + period;
  return until > now ? until : null;
}

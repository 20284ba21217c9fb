import type { ReadinessView } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * Whether the reader may answer for the entity, so that "yours" is true.
 *
 * @internal
 */
export function isOwnTeam(readiness: ReadinessView): boolean {
  return readiness.items.some(item => item.canAttest.allowed);
}

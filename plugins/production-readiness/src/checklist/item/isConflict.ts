import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * Whether a write was refused because somebody else wrote meanwhile.
 *
 * @internal
 */
export function isConflict(error: unknown): boolean {
  return error instanceof ReadinessResponseError && error.status === 412;
}

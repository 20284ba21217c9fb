import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { CheckValue } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * Answers checks of a checklist from somewhere else. An item asks for one by
 * the path `checks.<provider id>.<check id>`:
 *
 * ```yaml
 * kind: automatic
 * check: { checks.build.green: true }
 * ```
 *
 * A provider may throw, hang or answer nonsense: it is given ten seconds and
 * tried three times, the last good value stays and says how old it is, and the
 * error stands beside the item. No score drops because of it; after a week
 * without an answer the item is unknown. An entity is asked about again when it
 * changed in the catalog, when somebody has its facts read again, and when its
 * answers are half an hour old (`productionReadiness.sweep.checks`).
 *
 * @public
 */
export interface ReadinessCheckProvider {
  /** Lower-case words joined by hyphens; `pushed` is taken. */
  id: string;
  /**
   * Reads some checks of some entities.
   *
   * @param entityRefs - canonical references, at most a hundred
   * @param options - `checkIds` are those that checklists in use ask for;
   *   `signal` ends when the time is over
   * @returns by reference and check; what is left out could not be read
   */
  readChecks(
    entityRefs: readonly string[],
    options: { checkIds: readonly string[]; signal: AbortSignal },
  ): Promise<Record<string, Record<string, CheckValue>>>;
}

/** Where modules add what answers checks. @public */
export interface ReadinessChecksExtensionPoint {
  /**
   * Adds what answers the checks under its id.
   *
   * @throws Error when its id is not allowed or used already
   */
  addCheckProvider(provider: ReadinessCheckProvider): void;
}

/** Adds what answers checks to the production readiness backend. @public */
export const readinessChecksExtensionPoint =
  createExtensionPoint<ReadinessChecksExtensionPoint>({
    id: 'production-readiness.checks',
  });

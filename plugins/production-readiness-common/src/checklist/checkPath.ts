/** The provider of what other systems report by themselves. @public */
export const PUSHED_CHECKS = 'pushed';

/**
 * The path of a check among the facts: `checks.<provider id>.<check id>`. The
 * id of a check belongs to its provider, and may hold dots.
 *
 * @public
 */
export interface CheckPath {
  /** Lower-case words joined by hyphens. */
  providerId: string;
  /** Everything behind the provider. */
  checkId: string;
}

/** Which ids a provider may have. @public */
export const CHECK_PROVIDER_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Longest id of a provider. @public */
export const LONGEST_PROVIDER_ID = 60;

/** Longest id of a check. @public */
export const LONGEST_CHECK_ID = 200;

/**
 * Takes a path apart.
 *
 * @returns undefined when it is none of a check
 * @public
 */
export function readCheckPath(path: string): CheckPath | undefined {
  const [root, providerId = '', ...rest] = path.split('.');
  const checkId = rest.join('.');
  return root === 'checks' &&
    CHECK_PROVIDER_ID.test(providerId) &&
    providerId.length <= LONGEST_PROVIDER_ID &&
    /^\S+$/.test(checkId) &&
    checkId.length <= LONGEST_CHECK_ID
    ? { providerId, checkId }
    : undefined;
}

/** The name of a check among the facts of an entity. @public */
export function checkKey({ providerId, checkId }: CheckPath): string {
  return `${providerId}.${checkId}`;
}

import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Tells tokens of people apart without looking into them: the person, when the
 * token ends, and the service that acts for the person.
 */
export function callerKey(
  credentials: BackstageCredentials<BackstageUserPrincipal>,
): string {
  const { principal, expiresAt } = credentials;
  return JSON.stringify([
    principal.userEntityRef,
    expiresAt?.getTime() ?? null,
    principal.actor?.subject ?? null,
  ]);
}

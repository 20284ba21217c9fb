import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';

/**
 * Whether the caller is a member of the team: directly, or of a team below it.
 * The reverse does not hold; who leads a department is not in its teams.
 */
export function isMember(caller: Caller, groupRef: string): boolean {
  // The principals go upward, so they hold the group in both cases.
  return caller.kind === 'user' && caller.principals.includes(groupRef);
}

/**
 * Refuses everybody but members.
 *
 * @throws ReadinessError 403
 */
export function requireMember(caller: Caller, groupRef: string): void {
  if (!isMember(caller, groupRef)) {
    throw ReadinessError.notAllowed(
      'NOT_A_MEMBER',
      `What ${groupRef} recorded is for its members. Ask one of them, or ask to be added to the Group in the catalog.`,
    );
  }
}

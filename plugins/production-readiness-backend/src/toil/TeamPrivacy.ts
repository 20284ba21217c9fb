import {
  ReadinessError,
  TeamNode,
  teamVisibility,
  TeamVisibility,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
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

/**
 * Reads all Groups with their people, in one statement, and decides which of
 * them people outside may see. All are needed for any: whether a team can be
 * shown depends on the ones beside it and above it.
 *
 * @param minimumTeamSize - people a team needs
 */
export async function readTeamVisibility(
  connection: Knex,
  minimumTeamSize: number,
): Promise<TeamVisibility> {
  const edges: { member_ref: string; group_ref: string }[] = await connection(
    'directory_memberships',
  )
    .where('depth', '<=', 1)
    .select('member_ref', 'group_ref');
  return teamVisibility(teamsOf(edges), minimumTeamSize);
}

function teamsOf(
  edges: { member_ref: string; group_ref: string }[],
): TeamNode[] {
  const teams = new Map<string, { users: string[]; children: string[] }>();
  for (const { member_ref: member, group_ref: ref } of edges) {
    const team = teams.get(ref) ?? { users: [], children: [] };
    teams.set(ref, team);
    if (member.startsWith('user:')) team.users.push(member);
    else if (member !== ref) team.children.push(member);
  }
  // A Group that is only a child so far is one without people.
  for (const { children } of [...teams.values()]) {
    for (const child of children) {
      if (!teams.has(child)) teams.set(child, { users: [], children: [] });
    }
  }
  return [...teams].map(([ref, team]) => ({ ref, ...team }));
}

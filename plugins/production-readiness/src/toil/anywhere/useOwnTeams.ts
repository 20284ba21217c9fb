import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { type GroupName } from '../useTeamToil';

const STORED = 'production-readiness.toil.team';

/** The Groups of the person, the one used last first. @internal */
export function useOwnTeams(enabled: boolean = true) {
  const identity = useApi(identityApiRef);
  return useQuery({
    queryKey: ['toil', 'own-teams'],
    enabled,
    queryFn: async (): Promise<GroupName[]> => {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const teams = ownershipEntityRefs
        .map(ref => parseEntityRef(ref))
        .filter(({ kind }) => kind.toLocaleLowerCase('en-US') === 'group')
        .map(({ namespace, name }) => ({ namespace, name }));
      const last = lastTeam();
      return teams.sort(
        (a, b) =>
          Number(teamKey(b) === last) - Number(teamKey(a) === last) ||
          teamKey(a).localeCompare(teamKey(b)),
      );
    },
  });
}

/** A team as one text. @internal */
export function teamKey({ namespace, name }: GroupName): string {
  return `${namespace}/${name}`;
}

/** Remembers for which team this browser logged last. @internal */
export function rememberTeam(team: GroupName): void {
  try {
    window.localStorage.setItem(STORED, teamKey(team));
  } catch {
    // Costs a convenience and no more.
  }
}

function lastTeam(): string | null {
  try {
    return window.localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/**
 * Fewest people a team must have for others to see its figures, unless
 * configured.
 *
 * @public
 */
export const DEFAULT_MINIMUM_TEAM_SIZE = 5;

/**
 * No configuration may go below this: with two people each knows the other's
 * part.
 *
 * @public
 */
export const LEAST_MINIMUM_TEAM_SIZE = 3;

/**
 * A Group with the people and the Groups directly in it.
 *
 * @public
 */
export interface TeamNode {
  ref: string;
  /** User refs of the direct members. */
  users: readonly string[];
  /** Refs of the child Groups. */
  children: readonly string[];
}

/**
 * What everybody may see of a hierarchy of teams.
 *
 * @public
 */
export interface TeamVisibility {
  /** Whether people outside the team may see its figures. */
  isShown(ref: string): boolean;
  /** Distinct people in the team and the teams below it. */
  size(ref: string): number;
  /** How many teams there are below it, at any depth. */
  teamsBelow(ref: string): number;
}

/**
 * Decides which teams people outside may see.
 *
 * 1. A team is shown when it and the teams below it have at least `k` distinct
 *    people.
 * 2. Under a shown team, what is left when the shown teams below it are
 *    subtracted must be nobody or at least `k` people; else the next smallest
 *    child is hidden as well, until it is.
 * 3. Below a hidden team all are hidden, else rule 2 could be undone one level
 *    further down.
 *
 * A team figure includes the teams below it, which is why rule 2 is needed:
 * 9 people in the parent less 6 in one child would give the 3 in the other.
 * Hiding only ever grows, so a cycle in the hierarchy ends it as well.
 *
 * @public
 */
export function teamVisibility(
  teams: readonly TeamNode[],
  k: number = DEFAULT_MINIMUM_TEAM_SIZE,
): TeamVisibility {
  const minimum = Math.max(k, LEAST_MINIMUM_TEAM_SIZE);
  const nodes = new Map(teams.map(team => [team.ref, team]));
  const people = new Map(
    teams.map(team => [
      team.ref,
      new Set(subtree(team, nodes).flatMap(({ users }) => users)),
    ]),
  );
  const size = (ref: string) => people.get(ref)?.size ?? 0;
  const hidden = new Set([...nodes.keys()].filter(ref => size(ref) < minimum));

  const inOrder = [...nodes.values()].sort(
    (a, b) => size(b.ref) - size(a.ref) || compare(a.ref, b.ref),
  );
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const team of inOrder) {
      if (hidden.has(team.ref)) {
        childrenOf(team, nodes).forEach(child => hidden.add(child.ref));
      } else {
        hideUntilSafe(team);
      }
    }
  }

  function hideUntilSafe(team: TeamNode) {
    const shown = childrenOf(team, nodes)
      .filter(child => !hidden.has(child.ref))
      .sort((a, b) => size(a.ref) - size(b.ref) || compare(a.ref, b.ref));
    for (;;) {
      const left = new Set(team.users);
      for (const child of childrenOf(team, nodes)) {
        if (hidden.has(child.ref)) {
          people.get(child.ref)?.forEach(user => left.add(user));
        }
      }
      const next = shown.shift();
      if (left.size === 0 || left.size >= minimum || !next) return;
      hidden.add(next.ref);
    }
  }

  return {
    size,
    isShown: ref => nodes.has(ref) && !hidden.has(ref),
    teamsBelow: ref => {
      const team = nodes.get(ref);
      return team ? subtree(team, nodes).length - 1 : 0;
    },
  };
}

/** The team and all below it, each once. */
function subtree(
  team: TeamNode,
  nodes: ReadonlyMap<string, TeamNode>,
): TeamNode[] {
  const seen = new Set([team]);
  // A set may grow while it is walked: what is added is still visited.
  for (const next of seen) {
    childrenOf(next, nodes).forEach(child => seen.add(child));
  }
  return [...seen];
}

/** The children that exist; a Group that names itself is not its own child. */
function childrenOf(
  team: TeamNode,
  nodes: ReadonlyMap<string, TeamNode>,
): TeamNode[] {
  return team.children.flatMap(ref => {
    const child = nodes.get(ref);
    return child && ref !== team.ref ? [child] : [];
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

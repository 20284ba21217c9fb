import {
  largestFirst,
  piecesOf,
  TeamHierarchy,
  teamHierarchy,
  TeamNode,
  TeamPiece,
} from './hierarchy';

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
 * What everybody may see of a hierarchy of teams.
 *
 * @public
 */
export interface TeamVisibility {
  /** That the suppression was reckoned for. */
  readonly hierarchy: TeamHierarchy;
  /** People that a piece of the hierarchy needs. */
  readonly minimum: number;
  /** Every team that people outside it may see. */
  readonly shown: ReadonlySet<string>;
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
 * 4. A team whose members chose to share is shown as well, unless what is left
 *    of others would then be too few.
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
  const hierarchy = teamHierarchy(teams);
  const large = largeTeams(hierarchy, minimum);
  const shown = new Set(large);
  for (const { ref, shares } of teams) if (shares) shown.add(ref);
  hideUntilSafe(
    { hierarchy, minimum, known: new Set(), inForce: ref => shown.has(ref) },
    shown,
    // A choice to share gives way first: it must cost nobody else anything.
    piece => choicesAt(hierarchy, piece, shown, large),
  );
  return {
    hierarchy,
    minimum,
    shown,
    size: ref => hierarchy.size(ref),
    isShown: ref => shown.has(ref),
    teamsBelow: ref => Math.max(0, hierarchy.below(ref).size - 1),
  };
}

/** Where figures are cut, and how small a piece may be. */
export interface Cut {
  hierarchy: TeamHierarchy;
  minimum: number;
  /** Groups whose own records are known to who looks. */
  known: ReadonlySet<string>;
  /** Whether everybody may see what this team chose to share. */
  inForce(ref: string): boolean;
}

/**
 * Takes figures away until no sum or difference of those that remain is about
 * fewer people than the minimum. Ends at the latest when none remains.
 *
 * @param figures - changed in place
 * @param offer - which figures to give up first; the smallest of them goes
 * @returns the figures that were taken away
 */
export function hideUntilSafe(
  cut: Cut,
  figures: Set<string>,
  offer: (piece: TeamPiece) => readonly string[],
): string[] {
  const order = largestFirst(cut.hierarchy);
  const hidden: string[] = [];
  for (;;) {
    const unsafe = piecesOf(cut.hierarchy, figures, cut.known).find(
      piece => !isSafe(cut, piece, figures),
    );
    if (!unsafe) return hidden;
    const offered = offer(unsafe);
    const [smallest] = [...(offered.length > 0 ? offered : unsafe.figures)]
      .sort(order)
      .reverse();
    figures.delete(smallest);
    hidden.push(smallest);
  }
}

function isSafe(
  { hierarchy, minimum, known, inForce }: Cut,
  { teams, figures: including }: TeamPiece,
  figures: ReadonlySet<string>,
): boolean {
  const count = hierarchy.people(teams).size;
  if (count === 0 || count >= minimum) return true;
  // All of a team that chose to share its figures: exactly what was chosen.
  const inPiece = new Set(teams);
  return including.some(
    ref =>
      figures.has(ref) &&
      inForce(ref) &&
      hierarchy.nodes.get(ref)?.shares &&
      [...hierarchy.below(ref)].every(
        team => inPiece.has(team) || known.has(team),
      ),
  );
}

/** The teams that share by choice and that cut this piece off. */
function choicesAt(
  hierarchy: TeamHierarchy,
  piece: TeamPiece,
  shown: ReadonlySet<string>,
  large: ReadonlySet<string>,
): string[] {
  return [...shown].filter(
    ref =>
      !large.has(ref) &&
      (piece.figures.includes(ref) ||
        piece.figures.some(figure => hierarchy.below(figure).has(ref))),
  );
}

/** Rules 1 to 3: the teams that are shown for their size. */
function largeTeams(
  hierarchy: TeamHierarchy,
  minimum: number,
): ReadonlySet<string> {
  const { nodes } = hierarchy;
  const inOrder = [...nodes.keys()].sort(largestFirst(hierarchy));
  const hidden = new Set(inOrder.filter(ref => hierarchy.size(ref) < minimum));
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const ref of inOrder) {
      const children = childrenOf(ref, hierarchy);
      if (hidden.has(ref)) children.forEach(child => hidden.add(child));
      else hideChildren(ref, children);
    }
  }
  return new Set(inOrder.filter(ref => !hidden.has(ref)));

  function hideChildren(parent: string, children: string[]) {
    const shown = children.filter(child => !hidden.has(child));
    shown.sort(largestFirst(hierarchy));
    for (;;) {
      const rest = new Set([parent]);
      for (const child of children) {
        if (hidden.has(child)) {
          hierarchy.below(child).forEach(ref => rest.add(ref));
        }
      }
      const left = hierarchy.people(rest).size;
      const next = shown.pop();
      if (left === 0 || left >= minimum || !next) return;
      hidden.add(next);
    }
  }
}

/** The children that exist; a Group that names itself is not its own child. */
function childrenOf(ref: string, { nodes }: TeamHierarchy): string[] {
  return (nodes.get(ref)?.children ?? []).filter(
    child => child !== ref && nodes.has(child),
  );
}

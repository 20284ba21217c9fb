/**
 * A Group with the people and the Groups directly in it.
 *
 * @public
 */
export interface TeamNode {
  /** Canonical reference of the Group. */
  ref: string;
  /** User refs of the direct members. */
  users: readonly string[];
  /** Refs of the child Groups. */
  children: readonly string[];
  /** Its members chose to show their own figures, however few they are. */
  shares?: boolean;
}

/**
 * Groups and what stands below them. A cycle gives each Group of it all the
 * others; a child that does not exist is left out.
 *
 * @public
 */
export interface TeamHierarchy {
  /** By canonical reference. */
  readonly nodes: ReadonlyMap<string, TeamNode>;
  /** The Group and all below it, each once; empty when it is not known. */
  below(ref: string): ReadonlySet<string>;
  /** Distinct people directly in these Groups. */
  people(refs: Iterable<string>): ReadonlySet<string>;
  /** Distinct people in the Group and the Groups below it. */
  size(ref: string): number;
}

/** Reads who is below whom from what each Group says of itself. @public */
export function teamHierarchy(teams: readonly TeamNode[]): TeamHierarchy {
  const nodes = new Map(teams.map(team => [team.ref, team]));
  const subtrees = new Map<string, ReadonlySet<string>>();
  const sizes = new Map<string, number>();
  const none: ReadonlySet<string> = new Set();

  const hierarchy: TeamHierarchy = {
    nodes,
    below(ref) {
      if (!nodes.has(ref)) return none;
      const known = subtrees.get(ref);
      if (known) return known;
      const seen = new Set([ref]);
      // A set may grow while it is walked: what is added is still visited.
      for (const next of seen) {
        for (const child of nodes.get(next)?.children ?? []) {
          if (nodes.has(child)) seen.add(child);
        }
      }
      subtrees.set(ref, seen);
      return seen;
    },
    people(refs) {
      const people = new Set<string>();
      for (const ref of refs) {
        nodes.get(ref)?.users.forEach(user => people.add(user));
      }
      return people;
    },
    size(ref) {
      const known = sizes.get(ref);
      if (known !== undefined) return known;
      const size = hierarchy.people(hierarchy.below(ref)).size;
      sizes.set(ref, size);
      return size;
    },
  };
  return hierarchy;
}

/**
 * Groups that the same figures include. Whatever is added or subtracted of
 * these figures is made of whole pieces: it never tells two Groups of a piece
 * apart.
 *
 * @public
 */
export interface TeamPiece {
  /** The figures that include it, each the Group at its top; never empty. */
  figures: readonly string[];
  /** Canonical references. */
  teams: readonly string[];
}

/**
 * Cuts a hierarchy along the figures that somebody gets.
 *
 * @param figures - Groups whose total, with all below them, is known
 * @param known - Groups whose own records are known apart; in no piece
 * @public
 */
export function piecesOf(
  hierarchy: TeamHierarchy,
  figures: Iterable<string>,
  known: ReadonlySet<string> = new Set(),
): TeamPiece[] {
  const including = new Map<string, string[]>();
  for (const figure of [...figures].sort()) {
    for (const team of hierarchy.below(figure)) {
      if (known.has(team)) continue;
      const list = including.get(team);
      if (list) list.push(figure);
      else including.set(team, [figure]);
    }
  }
  const pieces = new Map<string, { figures: string[]; teams: string[] }>();
  for (const [team, list] of including) {
    const key = list.join(' ');
    const piece = pieces.get(key) ?? { figures: list, teams: [] };
    pieces.set(key, piece);
    piece.teams.push(team);
  }
  return [...pieces.values()];
}

/** The larger Group first; among equals by name, so that it never wavers. */
export function largestFirst(
  hierarchy: TeamHierarchy,
): (a: string, b: string) => number {
  return (a, b) => {
    const difference = hierarchy.size(b) - hierarchy.size(a);
    if (difference !== 0) return difference;
    return a < b ? -1 : Number(a > b);
  };
}

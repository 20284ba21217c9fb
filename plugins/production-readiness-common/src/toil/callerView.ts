import { hideUntilSafe, TeamVisibility } from './suppression';

/**
 * What one caller gets of a hierarchy of teams.
 *
 * @public
 */
export interface CallerView {
  /**
   * The Groups whose records a team's figures are made of, for this caller;
   * undefined when the caller gets no figures of it.
   */
  teamsIn(ref: string): readonly string[] | undefined;
  /**
   * Whether teams below are left out of a member's figures, because together
   * with what the member sees anyway they would tell of a few people.
   */
  leavesOut(ref: string): boolean;
}

/**
 * What everybody may see, and beside it the teams of the caller.
 *
 * Who is in a team knows its own records, and the more one knows, the more one
 * can subtract: a member of one of two small teams would read the other's
 * figures off their department's. So what a caller gets is cut into pieces
 * along everything that this caller may ask for, and each piece of others must
 * have nobody or at least the minimum of people. Where it has not, the figure
 * that shows it is not given: a stranger sees nothing, a member gets the total
 * without the teams that it would tell of.
 *
 * Nothing here depends on weeks, categories or kinds of work, therefore asking
 * again for other weeks opens nothing new.
 *
 * @param memberOf - the Groups of the caller, upward, as the caller's own
 *   entries may be listed in each of them
 * @public
 */
export function callerView(
  visibility: TeamVisibility,
  memberOf: ReadonlySet<string>,
): CallerView {
  const { hierarchy, minimum } = visibility;
  const known = new Set([...memberOf].filter(ref => hierarchy.nodes.has(ref)));
  const figures = new Set([...visibility.shown, ...known]);
  hideUntilSafe(
    { hierarchy, minimum, known, inForce: visibility.isShown },
    figures,
    () => [],
  );

  function remainder(ref: string): string[] {
    const below = hierarchy.below(ref);
    const included = new Set([...below].filter(team => known.has(team)));
    // Whole figures only, and none that overlaps with another: a union of
    // two would be something that the caller was not given.
    for (const figure of below) {
      if (!figures.has(figure)) continue;
      const inside = [...hierarchy.below(figure)];
      const others = inside.filter(team => !known.has(team));
      if (others.some(team => included.has(team))) continue;
      others.forEach(team => included.add(team));
    }
    return [...included];
  }

  return {
    teamsIn(ref) {
      if (figures.has(ref)) return [...hierarchy.below(ref)];
      return known.has(ref) ? remainder(ref) : undefined;
    },
    leavesOut: ref => known.has(ref) && !figures.has(ref),
  };
}

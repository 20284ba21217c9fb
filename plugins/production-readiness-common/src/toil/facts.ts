import { ToilState } from './status';

/**
 * What the checklist may know of the toil of an owning team.
 *
 * @public
 */
export interface ToilFacts {
  /**
   * Recorded weeks of the last 13 full ones, 0 to 1; null when the team never
   * recorded anything. It says that the team measures, not what it measured,
   * so it is there for a hidden team as well.
   */
  coverage: number | null;
  /** State of the toil ratio; null when people outside may not see it. */
  publicState: ToilState | null;
}

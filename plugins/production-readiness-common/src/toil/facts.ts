import { ToilState } from './status';

/**
 * What the checklist may know of the toil of an owning team.
 *
 * @public
 */
export interface ToilFacts {
  /**
   * Recorded weeks of the last 13 full ones, 0 to 1; null when the team
   * recorded nothing. It says that the team measures, not what it measured, so
   * that a small team can meet the checklist as well. Of a team that people
   * outside may not see it says only on which side of the half it is: 0.5 or
   * null.
   */
  coverage: number | null;
  /** State of the toil ratio; null when people outside may not see it. */
  publicState: ToilState | null;
}

import {
  ReadinessView,
  UpkeepChoices,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** What a team has chosen, as it is stored. Milliseconds since the epoch. */
export interface TeamChoices {
  version: number;
  /** Any day of its sessions; undefined: it holds none. */
  sessionAt?: number;
  sharesAnswers: boolean;
  /** Ids of sections. */
  focus: string[];
  focusUntil?: number;
}

/** The columns of `team_choices` that {@link toTeamChoices} needs. */
export const CHOICE_COLUMNS = [
  'version',
  'session_at',
  'shares_answers',
  'focus',
  'focus_until',
] as const;

/** What a row says; undefined where a join found none. */
export function toTeamChoices(
  row: Record<string, unknown>,
): TeamChoices | undefined {
  if (row.version === null || row.version === undefined) return undefined;
  return {
    version: Number(row.version),
    sessionAt: optional(row.session_at),
    sharesAnswers: Boolean(row.shares_answers),
    focus: JSON.parse(String(row.focus)),
    focusUntil: optional(row.focus_until),
  };
}

/** The choices of a Group; undefined when it never made any. */
export async function readTeamChoices(
  q: Knex,
  groupRef: string,
): Promise<TeamChoices | undefined> {
  const row = await q('team_choices')
    .where('group_ref', groupRef)
    .first(...CHOICE_COLUMNS);
  return row && toTeamChoices(row);
}

/**
 * Writes the choices of a Group if they are still at a version.
 *
 * @param version - that the caller saw; 0: there were none
 * @returns false when somebody else was quicker
 */
export async function writeTeamChoices(
  tx: Knex.Transaction,
  groupRef: string,
  version: number,
  choices: UpkeepChoices,
  at: number,
): Promise<boolean> {
  const row = {
    version: version + 1,
    session_at: choices.sessionAt,
    shares_answers: choices.sharesAnswers,
    focus: JSON.stringify(choices.focus),
    focus_until: choices.focusUntil,
    updated_at: at,
  };
  if (version > 0) {
    const changed = await tx('team_choices')
      .where({ group_ref: groupRef, version })
      .update(row);
    return changed === 1;
  }
  const added = await tx('team_choices')
    .insert({ group_ref: groupRef, ...row })
    .onConflict('group_ref')
    .ignore()
    .returning('group_ref');
  return added.length === 1;
}

/** What a team works on first at a moment; null without a focus. */
export function focusAt(
  choices: TeamChoices | undefined,
  now: number,
): ReadinessView['focus'] {
  if (!choices || choices.focus.length === 0) return null;
  const { focus: sections, focusUntil: until } = choices;
  return until !== undefined && until > now ? { sections, until } : null;
}

function optional(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

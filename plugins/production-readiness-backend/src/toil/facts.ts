import {
  TeamVisibility,
  ToilFacts,
  ToilTotals,
  weekCoverage,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { ToilConfig } from './config';
import { quartersBefore, stateOf, sumUpQuarters } from './quarters';
import { readTeamVisibility } from './TeamPrivacy';
import { readTotals, TOTALS } from './totals';

/** Reads what checklists and lists may know of toil: only what anyone may. */
export interface ToilFactReader {
  /**
   * In two statements, however many Groups. Each asked Group is in the answer.
   *
   * @param connection - inside a transaction, the transaction
   */
  read(
    connection: Knex,
    groupRefs: readonly string[],
  ): Promise<Map<string, ToilFacts>>;
}

/** Reads the facts from the weekly sums. */
export function createToilFactReader(options: {
  clock: Clock;
  config: ToilConfig;
}): ToilFactReader {
  const { clock, config } = options;
  return {
    async read(connection, groupRefs) {
      if (groupRefs.length === 0) return new Map();
      const now = await clock.now(connection);
      return readFacts(
        connection,
        groupRefs,
        await readTeamVisibility(connection, config.minimumTeamSize),
        { config, currentWeek: weekOfInstant(now, config.timeZone) },
      );
    },
  };
}

/** Reads the facts when it is known already who may see which team. */
export async function readFacts(
  connection: Knex,
  groupRefs: readonly string[],
  visibility: TeamVisibility,
  options: { config: ToilConfig; currentWeek: string },
): Promise<Map<string, ToilFacts>> {
  const quarters = quartersBefore(options.currentWeek);
  const rows: WeekRow[] = await connection('toil_weeks')
    .join(
      'directory_memberships',
      'directory_memberships.member_ref',
      'toil_weeks.group_ref',
    )
    .whereIn('directory_memberships.group_ref', [...groupRefs])
    .whereBetween('toil_weeks.week', [quarters.previousFrom, quarters.to])
    // A writer's lock makes an empty row, seen only in its own transaction.
    .where('toil_weeks.entries', '>', 0)
    .groupBy('directory_memberships.group_ref', 'toil_weeks.week')
    .select('directory_memberships.group_ref', 'toil_weeks.week')
    .sum(
      Object.fromEntries(
        TOTALS.map(column => [column, `toil_weeks.${column}`]),
      ),
    );
  const weeksOf = new Map<string, { week: string; totals: ToilTotals }[]>(
    groupRefs.map(ref => [ref, []]),
  );
  for (const row of rows) {
    const totals = readTotals(row);
    weeksOf.get(row.group_ref)?.push({ week: row.week, totals });
  }
  return new Map(
    [...weeksOf].map(([ref, weeks]) => {
      const sums = sumUpQuarters(weeks, quarters);
      return [
        ref,
        {
          coverage:
            weeks.length === 0
              ? null
              : weekCoverage(sums.current.recordedWeeks),
          publicState: visibility.isShown(ref)
            ? stateOf('toil', sums, options.config)
            : null,
        },
      ];
    }),
  );
}

type WeekRow = Record<keyof ToilTotals, number | string> & {
  group_ref: string;
  week: string;
};

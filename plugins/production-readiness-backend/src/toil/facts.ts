import {
  hasEnoughCoverage,
  lastQuarter,
  TeamVisibility,
  ToilFacts,
  ToilTargetChange,
  ToilTotals,
  weekCoverage,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { ToilConfig } from './config';
import { stateOf, sumUp } from './periods';
import { readTeams } from './Teams';
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
        (await readTeams(connection, config)).visibility,
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
  const period = lastQuarter(options.currentWeek);
  const { config } = options;
  const rows: FactRow[] = await connection.queryBuilder().unionAll([
    connection('toil_weeks')
      .join(
        'directory_memberships',
        'directory_memberships.member_ref',
        'toil_weeks.group_ref',
      )
      .whereIn('directory_memberships.group_ref', [...groupRefs])
      .whereBetween('toil_weeks.week', [period.previousFrom, period.to])
      // A writer's lock makes an empty row, seen only in its own transaction.
      .where('toil_weeks.entries', '>', 0)
      .groupBy('directory_memberships.group_ref', 'toil_weeks.week')
      .select(
        'directory_memberships.group_ref',
        'toil_weeks.week',
        connection.raw('0 as target_version'),
        ...TOTALS.map(column =>
          connection.raw('sum(??) as ??', [`toil_weeks.${column}`, column]),
        ),
      ),
    // The targets of these Groups, in the first two columns of the sums.
    connection('toil_targets')
      .whereIn('group_ref', [...groupRefs])
      .select(
        'group_ref',
        'from_week as week',
        'version as target_version',
        'toil_tenths as toil',
        'reactive_tenths as engineering',
        ...TOTALS.slice(2).map(column => connection.raw('0 as ??', [column])),
      ),
  ]);
  const recordOf = new Map(
    groupRefs.map(ref => [
      ref,
      {
        weeks: [] as { week: string; totals: ToilTotals }[],
        targetChanges: [] as (ToilTargetChange & { version: number })[],
      },
    ]),
  );
  for (const row of rows) {
    const record = recordOf.get(row.group_ref);
    const version = Number(row.target_version);
    if (version === 0) {
      record?.weeks.push({ week: row.week, totals: readTotals(row) });
    } else {
      record?.targetChanges.push({
        version,
        fromWeek: row.week,
        toil: Number(row.toil) / 10,
        reactive: Number(row.engineering) / 10,
      });
    }
  }
  return new Map(
    [...recordOf].map(([ref, { weeks, targetChanges }]) => {
      const sums = sumUp(weeks, period);
      const { recordedWeeks } = sums.current;
      targetChanges.sort((a, b) => a.version - b.version);
      const judging = { period, config, targetChanges };
      const facts: ToilFacts = visibility.isShown(ref)
        ? {
            coverage: weeks.length === 0 ? null : weekCoverage(recordedWeeks),
            publicState: stateOf('toil', sums, judging),
          }
        : { coverage: hiddenCoverage(recordedWeeks), publicState: null };
      return [ref, facts];
    }),
  );
}

/**
 * Of a hidden team only that it keeps a record, or that it does not: on which
 * side of the half it is, and no number of weeks.
 */
function hiddenCoverage(recordedWeeks: number): ToilFacts['coverage'] {
  return hasEnoughCoverage(recordedWeeks) ? 0.5 : null;
}

type FactRow = Record<keyof ToilTotals, number | string> & {
  group_ref: string;
  week: string;
  target_version: number | string;
};

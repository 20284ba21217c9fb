import { ToilTotals } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** The columns of the sums, in both tables that hold them. */
export const TOTALS: readonly (keyof ToilTotals)[] = [
  'toil',
  'engineering',
  'overhead',
  'unsure',
  'reactive',
  'proactive',
];

/** PostgreSQL gives sums of integers as text. */
export function readTotals(
  row: Record<keyof ToilTotals, number | string>,
): ToilTotals {
  return {
    toil: Number(row.toil),
    engineering: Number(row.engineering),
    overhead: Number(row.overhead),
    unsure: Number(row.unsure),
    reactive: Number(row.reactive),
    proactive: Number(row.proactive),
  };
}

/**
 * The sums over records as SQL, of entries or of parts of an allocation. Only
 * toil and engineering count as reactive or proactive, so that these two add
 * up to those two.
 */
export function sumOfMinutes(connection: Knex): Knex.Raw[] {
  const service = `nature_axis in ('toil', 'engineering')`;
  const conditions: Record<keyof ToilTotals, string> = {
    toil: `nature_axis = 'toil'`,
    engineering: `nature_axis = 'engineering'`,
    overhead: `nature_axis = 'overhead'`,
    unsure: `nature_axis = 'unsure'`,
    reactive: `${service} and trigger_axis = 'reactive'`,
    proactive: `${service} and trigger_axis = 'proactive'`,
  };
  return TOTALS.map(column =>
    connection.raw(
      `coalesce(sum(case when ${conditions[column]} then minutes else 0 end), 0) as ${column}`,
    ),
  );
}

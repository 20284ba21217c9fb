import {
  PortfolioRollup,
  RollupBy,
  RollupLine,
  ROLLUP_SIZE,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { joinOwners } from './FacetStore';
import { PortfolioScope, selectSummariesAlone, visibleDomain } from './filters';

/** A line, with what is required and what is satisfied by section. */
type RollupNumbersLine = Omit<RollupLine, 'sections'> & {
  sections: Map<string, [number, number]>;
};

/** Lines of a roll-up and the sum of all, without words. */
export interface RollupNumbers
  extends Pick<PortfolioRollup, 'total' | 'cut' | 'asOf'> {
  lines: RollupNumbersLine[];
}

const COLUMNS = [
  's.entity_id',
  's.system_ref',
  's.domain_ref',
  's.tier',
  's.required_count',
  's.satisfied_count',
  's.blocker_count',
];

/** Adds what a roll-up needs, and tells the column of its values. */
const valueOf: Record<
  RollupBy,
  (query: Knex.QueryBuilder, scope: PortfolioScope) => string
> = {
  team: joinOwners,
  system: () => 's.system_ref',
  domain: (query, scope) => {
    query.whereExists(visibleDomain(scope));
    return 's.domain_ref';
  },
  tier: () => 's.tier',
};

/**
 * Sums the portfolio up, in four statements however many entities there are.
 * What cannot be told apart by `by`, such as what has no System, is in the
 * total alone.
 */
export async function readRollup(
  scope: PortfolioScope,
  by: RollupBy,
): Promise<RollupNumbers> {
  const { knex, clock } = scope;
  const [total] = await selectSummariesAlone(scope).select(
    ...sums(knex),
    knex.raw('? as as_of', [clock.nowExpression(knex)]),
  );
  const groups = await sumUp(scope, by, sums(knex), query =>
    query
      .orderBy([{ column: 'blocked', order: 'desc' }, { column: 'value' }])
      .limit(ROLLUP_SIZE + 1),
  );
  const lines = new Map<string, RollupNumbersLine>(
    groups.slice(0, ROLLUP_SIZE).map(row => [
      String(row.value),
      {
        value: String(row.value),
        parent: null,
        ...toCounts(row),
        sections: new Map(),
      },
    ]),
  );
  const sections = await sumUp(
    scope,
    by,
    [
      knex.raw('c.section as section'),
      knex.raw('sum(c.required) as required'),
      knex.raw('sum(c.satisfied) as satisfied'),
    ],
    query =>
      query
        .join('readiness_summary_sections as c', 'c.entity_id', 's.entity_id')
        .groupBy('c.section'),
  );
  for (const row of sections) {
    lines
      .get(String(row.value))
      ?.sections.set(String(row.section), [
        Number(row.required),
        Number(row.satisfied),
      ]);
  }
  if (by === 'team') await addParents(knex, lines);
  return {
    total: toCounts(total),
    lines: [...lines.values()],
    cut: groups.length > ROLLUP_SIZE,
    asOf: Number(total.as_of),
  };
}

type Row = Record<string, string | number>;

async function sumUp(
  scope: PortfolioScope,
  by: RollupBy,
  columns: Knex.Raw[],
  finish: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<Row[]> {
  const { knex } = scope;
  const query = knex
    .with('base', selectSummariesAlone(scope).select(...COLUMNS))
    .from({ s: 'base' });
  const value = valueOf[by](query, scope);
  return finish(
    query
      .select({ value }, ...columns)
      .whereNotNull(value)
      .groupBy(value),
  );
}

function sums(knex: Knex): Knex.Raw[] {
  return [
    knex.raw('count(*) as entities'),
    knex.raw(
      'coalesce(sum(case when s.blocker_count > 0 then 1 else 0 end), 0) as blocked',
    ),
    knex.raw('coalesce(sum(s.required_count), 0) as required'),
    knex.raw('coalesce(sum(s.satisfied_count), 0) as satisfied'),
  ];
}

function toCounts(row: Row): RollupNumbers['total'] {
  return {
    entities: Number(row.entities),
    blocked: Number(row.blocked),
    required: Number(row.required),
    satisfied: Number(row.satisfied),
  };
}

/** The Group right above each team, when it is a line too. */
async function addParents(
  knex: Knex,
  lines: ReadonlyMap<string, RollupNumbersLine>,
): Promise<void> {
  const rows: { member_ref: string; group_ref: string }[] = await knex(
    'directory_memberships',
  )
    .where('depth', 1)
    .where('member_ref', 'like', 'group:%')
    .select('member_ref', 'group_ref');
  for (const { member_ref, group_ref } of rows) {
    const line = lines.get(member_ref);
    if (line && lines.has(group_ref)) line.parent = group_ref;
  }
}

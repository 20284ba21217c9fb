import {
  portfolioFilters,
  PORTFOLIO_SORTS,
  PortfolioSort,
  SORT_DIRECTIONS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { EVERYTHING } from '../access';
import { FixedClock, isSqlite } from '../database';
import { describeOnDatabases } from '../testing';
import { seedSummaries } from '../testing/summaries';
import { PortfolioScope } from './filters';
import { PageRequest, selectPage } from './PortfolioStore';

/** What the database would do, as text. */
async function planOf(knex: Knex, query: Knex.QueryBuilder): Promise<string> {
  const { sql, bindings } = query.toSQL();
  const verb = isSqlite(knex) ? 'explain query plan' : 'explain';
  const result = await knex.raw(`${verb} ${sql}`, bindings as Knex.Value[]);
  return isSqlite(knex)
    ? result.map((row: { detail: string }) => row.detail).join('\n')
    : result.rows
        .map((row: Record<string, string>) => row['QUERY PLAN'])
        .join('\n');
}

/** A place well inside the list: of a short rest, sorting is cheaper. */
const MIDDLE: Record<PortfolioSort, { value: string | number; id: string }> = {
  entity: { value: 'n25', id: '2000' },
  owner: { value: 'group:default/g15', id: '2000' },
  tier: { value: 2, id: '2000' },
  blockers: { value: 6, id: '2000' },
  score: { value: 500, id: '2000' },
  level: { value: 2, id: '2000' },
  sloState: { value: 5, id: '2000' },
  nextDue: { value: 2_000_000, id: '2000' },
};

/** Twenty entities each of 200 teams. */
async function seedTeams(knex: Knex): Promise<PortfolioScope> {
  await seedSummaries(
    knex,
    Array.from({ length: 4000 }, (_, index) => ({
      name: `n${index}`,
      owner_ref: `group:default/g${index % 200}`,
      owner_title: `team ${index % 200}`,
      score: (index * 7919) % 1000,
      tier: (index % 3) + 1,
      level_rank: index % 4,
      slo_rank: index % 10,
      next_due: index * 1000,
      blocker_count: index % 12,
    })),
  );
  await knex.raw('analyze');
  return {
    knex,
    clock: new FixedClock(1),
    visibility: EVERYTHING,
    filters: portfolioFilters.parse({}),
    principals: [],
    comparesToil: false,
  };
}

describeOnDatabases('a page of one team', db => {
  it('is found by the team, by the plan that is kept for every team', async () => {
    // SQLite keeps no plans.
    if (isSqlite(db.knex)) return;
    const scope = await seedTeams(db.knex);
    const query = selectPage(
      {
        ...scope,
        filters: portfolioFilters.parse({
          owner: ['group:default/g7'],
          tier: ['1', '2'],
        }),
      },
      { sort: 'score', direction: 'asc', limit: 50 },
    );
    const { sql } = query.toSQL().toNative();
    const { rows } = await db.knex.raw(`explain (generic_plan) ${sql}`);
    const plan = rows
      .map((row: Record<string, string>) => row['QUERY PLAN'])
      .join('\n');
    expect(plan).toContain('directory_entity_owners_owner_idx');
    expect(plan).toContain('readiness_summaries_pk');
    expect(plan).not.toMatch(
      /readiness_summaries_\w+_idx|Seq Scan on readiness/,
    );
  }, 60_000);
});

describeOnDatabases('a page of a large portfolio', db => {
  it('is read from the index of its sort, without sorting or scanning', async () => {
    const scope = await seedTeams(db.knex);
    for (const sort of PORTFOLIO_SORTS) {
      for (const direction of SORT_DIRECTIONS) {
        const request: PageRequest = { sort, direction, limit: 50 };
        for (const position of [
          undefined,
          { sort, direction, ...MIDDLE[sort], side: 'after' as const },
        ]) {
          const query = selectPage(scope, { ...request, position });
          const plan = await planOf(db.knex, query);
          expect(plan).toMatch(
            sort === 'owner'
              ? /readiness_summaries_owner_title_idx/
              : /readiness_summaries_\w+_idx/,
          );
          expect(plan).not.toMatch(/Seq Scan|Sort|TEMP B-TREE/);
        }
      }
    }
  }, 60_000);
});

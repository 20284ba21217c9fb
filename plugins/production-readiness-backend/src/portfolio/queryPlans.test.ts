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

describeOnDatabases('a page of a large portfolio', db => {
  it('is read from the index of its sort, without sorting or scanning', async () => {
    await seedSummaries(
      db.knex,
      Array.from({ length: 4000 }, (_, index) => ({
        name: `n${index}`,
        owner_ref: `group:default/g${index % 200}`,
        score: (index * 7919) % 1000,
        tier: (index % 3) + 1,
        level_rank: index % 4,
        slo_rank: index % 10,
        next_due: index * 1000,
        blocker_count: index % 12,
      })),
    );
    await db.knex.raw('analyze');
    const scope = {
      knex: db.knex,
      clock: new FixedClock(1),
      visibility: EVERYTHING,
      filters: portfolioFilters.parse({}),
      principals: [],
      comparesToil: false,
    };
    for (const sort of PORTFOLIO_SORTS) {
      for (const direction of SORT_DIRECTIONS) {
        const request: PageRequest = { sort, direction, limit: 50 };
        for (const position of [
          undefined,
          { sort, direction, ...MIDDLE[sort], side: 'after' as const },
        ]) {
          const query = selectPage(scope, { ...request, position });
          const plan = await planOf(db.knex, query);
          expect(plan).toMatch(/readiness_summaries_\w+_idx/);
          expect(plan).not.toMatch(/Seq Scan|Sort|TEMP B-TREE/);
        }
      }
    }
  }, 60_000);
});

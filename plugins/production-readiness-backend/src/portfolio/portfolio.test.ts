import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  DAY,
  portfolioFilters,
  portfolioQuery,
  PORTFOLIO_SORTS,
  SORT_DIRECTIONS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller, EVERYTHING, Visibility } from '../access';
import { translateCriteria } from '../access/catalogRules';
import { NEVER } from '../checklist/summaryRow';
import { FixedClock } from '../database';
import { describeOnDatabases, statementsDuring } from '../testing';
import { seedSummaries } from '../testing/summaries';
import { PortfolioReading } from './PortfolioReading';

const NOW = Date.UTC(2026, 10, 22);

const caller: Caller = {
  kind: 'user',
  userRef: 'user:default/ann',
  principals: ['user:default/ann', 'group:default/team', 'group:default/org'],
  isAdmin: false,
  onBehalfOf: false,
  credentials: mockCredentials.user('user:default/ann'),
};

const notSecret: Visibility = {
  apply: (query, alias) =>
    void translateCriteria({
      not: {
        rule: 'HAS_ANNOTATION',
        resourceType: 'catalog-entity',
        params: { annotation: 'secret', value: 'true' },
      },
    })!(query, alias),
};

describeOnDatabases('the portfolio', db => {
  function setUp(
    options: {
      visibility?: Visibility;
      reevaluate?: (ids: readonly string[]) => Promise<void>;
      comparesToil?: boolean;
    } = {},
  ) {
    const reading = new PortfolioReading({
      database: db.database,
      clock: new FixedClock(NOW),
      access: {
        visibility: async () => options.visibility ?? EVERYTHING,
      } as unknown as Access,
      logger: mockServices.logger.mock(),
      evaluation: {
        reevaluate: async (_, ids) => options.reevaluate?.(ids),
      },
      riskOf: itemId =>
        itemId === 'REL-3'
          ? { en: 'Rollback untested', ja: '切り戻し未確認' }
          : undefined,
      comparesToil: options.comparesToil ?? false,
    });
    return {
      page: (query: object = {}) =>
        reading.list(caller, portfolioQuery.parse(query)),
      names: async (query: object = {}) =>
        (
          await reading.list(
            caller,
            portfolioQuery.parse({
              sort: 'entity',
              direction: 'asc',
              ...query,
            }),
          )
        ).rows.map(row => row.name),
      facets: (query: object = {}) =>
        reading.facets(caller, portfolioFilters.parse(query)),
    };
  }

  it('is a page and a total in two statements', async () => {
    await seedSummaries(db.knex, [
      { name: 'a', owner_ref: 'group:default/team' },
      { name: 'b', blockers: ['REL-3'] },
    ]);
    const { page } = setUp({ visibility: notSecret });
    const { result, statements } = await statementsDuring(db.knex, () =>
      page({ mine: 'true', tier: ['1', '2'], q: 'a', dueWithin: '400' }),
    );
    expect(result).toMatchObject({ rows: [], total: 0, asOf: NOW });
    expect(statements).toHaveLength(2);
  });

  it('shows an entity as it stands', async () => {
    await seedSummaries(db.knex, [
      {
        name: 'checkout',
        title: 'Check-out 決済',
        owner_ref: 'group:default/team',
        lifecycle: 'production',
        system_ref: 'system:default/shop',
        blockers: ['REL-3', 'OPS-2'],
        next_due: NOW + 3,
        adoption_until: NOW + 9,
        toil_state: 'ok',
      },
      { name: 'empty', score: -1 },
    ]);
    const { rows } = await setUp().page();
    expect(rows[0]).toEqual({
      entityRef: 'component:default/checkout',
      kind: 'component',
      namespace: 'default',
      name: 'checkout',
      title: 'Check-out 決済',
      type: null,
      lifecycle: 'production',
      tier: 2,
      phase: 'design',
      ownerRef: 'group:default/team',
      systemRef: 'system:default/shop',
      domainRef: null,
      level: 'none',
      score: 500,
      required: 10,
      satisfied: 5,
      waiting: 0,
      blockerCount: 2,
      topBlocker: {
        itemId: 'REL-3',
        risk: { en: 'Rollback untested', ja: '切り戻し未確認' },
      },
      adoptionUntil: NOW + 9,
      nextDue: NOW + 3,
      sloState: 'none',
      toilState: 'ok',
    });
    expect(rows[1]).toMatchObject({
      title: 'empty',
      score: null,
      ownerRef: null,
      topBlocker: null,
      nextDue: null,
      adoptionUntil: null,
    });
  });

  it('gives every entity once, forward and backward, with ties', async () => {
    const seeds = Array.from({ length: 23 }, (_, index) => ({
      name: `n${index}`,
      title: ['Äpfel', 'beta', '決済', 'Zeta'][index % 4],
      owner_ref: index % 3 ? `group:default/g${index % 3}` : '',
      tier: (index % 3) + 1,
      score: index % 5 === 0 ? -1 : (index * 37) % 4,
      level_rank: index % 2,
      slo_rank: index % 3,
      next_due: index % 4 === 0 ? NEVER : NOW + (index % 3),
      blockers: Array.from({ length: index % 3 }, (__, i) => `OPS-${i + 1}`),
    }));
    await seedSummaries(db.knex, seeds);
    const { page } = setUp();
    for (const sort of PORTFOLIO_SORTS) {
      for (const direction of SORT_DIRECTIONS) {
        const all = await page({ sort, direction, limit: '100' });
        expect(all).toMatchObject({
          total: 23,
          nextCursor: null,
          previousCursor: null,
        });
        const refs = all.rows.map(row => row.entityRef);
        expect(new Set(refs).size).toBe(23);

        const pages = [await page({ sort, direction, limit: '5' })];
        while (pages[pages.length - 1].nextCursor) {
          const cursor = pages[pages.length - 1].nextCursor;
          pages.push(await page({ sort, direction, limit: '5', cursor }));
        }
        expect(
          pages.flatMap(one => one.rows.map(row => row.entityRef)),
        ).toEqual(refs);
        expect(pages[0].previousCursor).toBeNull();

        for (let index = pages.length - 1; index > 0; index--) {
          const back = await page({
            sort,
            direction,
            limit: '5',
            cursor: pages[index].previousCursor,
          });
          expect(back.rows).toEqual(pages[index - 1].rows);
          expect(back.previousCursor === null).toBe(index === 1);
        }
      }
    }
  }, 60_000);

  it('refuses a cursor that was changed or is of another sort', async () => {
    await seedSummaries(db.knex, [{ name: 'a' }, { name: 'b' }]);
    const { page } = setUp();
    const { nextCursor } = await page({ limit: '1' });
    for (const query of [
      { cursor: `${nextCursor}x` },
      { cursor: nextCursor, sort: 'score' },
      { cursor: nextCursor, direction: 'asc' },
      { cursor: '../../etc' },
    ]) {
      await expect(page(query)).rejects.toMatchObject({
        status: 400,
        code: 'CURSOR_INVALID',
        field: 'query.cursor',
      });
    }
  });

  it('narrows by each filter', async () => {
    await db.knex('directory_memberships').insert([
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/team',
        depth: 0,
      },
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/org',
        depth: 1,
      },
      {
        member_ref: 'group:default/org',
        group_ref: 'group:default/org',
        depth: 0,
      },
      {
        member_ref: 'user:default/ann',
        group_ref: 'group:default/org',
        depth: 1,
      },
    ]);
    await seedSummaries(db.knex, [
      {
        name: 'pay',
        title: '100%_Pay',
        owners: ['group:default/other', 'group:default/team'],
        tier: 1,
        kind: 'api',
        lifecycle: 'production',
        level: 'gold',
        system_ref: 'system:default/shop',
        domain_ref: 'domain:default/trade',
        slo_state: 'overdue',
        next_due: NOW + 2 * DAY,
        blockers: ['REL-3'],
      },
      { name: 'anns', owner_ref: 'user:default/ann', next_due: NOW - DAY },
      { name: 'rest', owner_ref: 'group:default/rest', blockers: ['OPS-2'] },
      { name: 'trade', kind: 'domain' },
    ]);
    const { names } = setUp();
    expect(await names({ owner: 'group:default/org' })).toEqual(['pay']);
    expect(await names({ owner: 'Group:default/TEAM' })).toEqual(['pay']);
    expect(await names({ owner: 'user:default/ann' })).toEqual(['anns']);
    expect(
      await names({ owner: ['group:default/org', 'group:default/rest'] }),
    ).toEqual(['pay', 'rest']);
    expect(await names({ mine: 'true' })).toEqual(['pay', 'anns']);
    expect(await names({ mine: 'false' })).toHaveLength(4);
    expect(await names({ tier: '1' })).toEqual(['pay']);
    expect(await names({ kind: 'API' })).toEqual(['pay']);
    expect(await names({ lifecycle: 'production' })).toEqual(['pay']);
    expect(await names({ level: ['gold', 'silver'] })).toEqual(['pay']);
    expect(await names({ system: 'system:default/shop' })).toEqual(['pay']);
    expect(await names({ domain: 'domain:default/trade' })).toEqual(['pay']);
    expect(await names({ sloState: 'overdue' })).toEqual(['pay']);
    expect(await names({ blocker: ['REL-3', 'OPS-2'] })).toEqual([
      'pay',
      'rest',
    ]);
    expect(await names({ dueWithin: '0' })).toEqual(['anns']);
    expect(await names({ dueWithin: '2' })).toEqual(['pay', 'anns']);
    expect(await names({ q: '0%_P' })).toEqual(['pay']);
    expect(await names({ q: '%' })).toEqual(['pay']);
    expect(await names({ q: 'a_n' })).toEqual([]);
    expect(await names({ q: "'" })).toEqual([]);
    expect(await names({ q: 'RES', blocker: 'OPS-2' })).toEqual(['rest']);
  });

  it('leaks nothing of what the caller may not read', async () => {
    await db.knex('directory_memberships').insert([
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/hush',
        depth: 1,
      },
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/org',
        depth: 1,
      },
    ]);
    const secret = { annotations: { secret: 'true' } };
    await seedSummaries(db.knex, [
      {
        name: 'open',
        owner_ref: 'group:default/team',
        system_ref: 'system:default/shop',
        domain_ref: 'domain:default/plan-x',
        blockers: ['REL-3'],
      },
      {
        name: 'hidden',
        owner_ref: 'group:default/lab',
        system_ref: 'system:default/lab',
        lifecycle: 'stealth',
        level: 'gold',
        tier: 1,
        kind: 'resource',
        slo_state: 'overdue',
        blockers: ['SEC-1'],
        ...secret,
      },
      { name: 'plan-x', kind: 'domain', ...secret },
      { name: 'hush', kind: 'group', ...secret },
      { name: 'org', kind: 'group' },
    ]);
    await db.knex('readiness_summaries').where({ kind: 'group' }).delete();
    const { page, facets, names } = setUp({ visibility: notSecret });
    const shown = await page();
    expect(shown).toMatchObject({ total: 1 });
    expect(shown.rows).toHaveLength(1);
    const counted = await facets();
    expect(counted).toEqual({
      owner: [
        { value: 'group:default/org', count: 1 },
        { value: 'group:default/team', count: 1 },
      ],
      system: [{ value: 'system:default/shop', count: 1 }],
      domain: [],
      tier: [{ value: '2', count: 1 }],
      lifecycle: [],
      kind: [{ value: 'component', count: 1 }],
      level: [{ value: 'none', count: 1 }],
      sloState: [{ value: 'none', count: 1 }],
      blocker: [
        {
          itemId: 'REL-3',
          risk: { en: 'Rollback untested', ja: '切り戻し未確認' },
          count: 1,
        },
      ],
      asOf: NOW,
    });
    expect(JSON.stringify([shown, counted])).not.toMatch(
      /hidden|plan-x|hush|stealth|lab|SEC-1/,
    );
    expect(await names({ domain: 'domain:default/plan-x' })).toEqual([]);
    expect(await names({ q: 'hidden' })).toEqual([]);
    const all = await setUp().page();
    expect(all.total).toBe(3);
    expect(all.rows.find(row => row.name === 'open')?.domainRef).toBe(
      'domain:default/plan-x',
    );
  });

  it('counts facets by all filters but their own', async () => {
    await db.knex('directory_memberships').insert([
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/org',
        depth: 1,
      },
    ]);
    await seedSummaries(db.knex, [
      { name: 'org', kind: 'group' },
      { name: 'a', tier: 1, owner_ref: 'group:default/team' },
      { name: 'b', tier: 2, owner_ref: 'group:default/team' },
      { name: 'c', tier: 2, owner_ref: 'group:default/org', kind: 'api' },
    ]);
    const { facets, page } = setUp();
    const found = await facets({ tier: '1', owner: 'group:default/org' });
    expect(found.tier).toEqual([
      { value: '2', count: 2 },
      { value: '1', count: 1 },
    ]);
    expect(found.kind).toEqual([{ value: 'component', count: 1 }]);
    const owners = await facets({ kind: ['component', 'api'] });
    expect(owners.owner).toEqual([
      { value: 'group:default/org', count: 3 },
      { value: 'group:default/team', count: 2 },
    ]);
    expect((await page({ owner: 'group:default/org' })).total).toBe(3);
  });

  it('judges lines anew whose time has run out', async () => {
    const [id] = await seedSummaries(db.knex, [
      { name: 'old', valid_until: NOW - 1, satisfied_count: 9 },
      { name: 'new', valid_until: NOW + 1, satisfied_count: 9 },
    ]);
    const judged: string[] = [];
    const { page } = setUp({
      reevaluate: async ids => void judged.push(...ids),
    });
    await page();
    expect(judged).toEqual([id]);
    const broken = setUp({
      reevaluate: async () => {
        throw new Error('read-only');
      },
    });
    expect((await broken.page()).rows).toHaveLength(2);
  });

  it('shows the toil of other teams only where comparing is on', async () => {
    await seedSummaries(db.knex, [
      { name: 'a', owner_ref: 'group:default/team', toil_state: 'over' },
      { name: 'b', owner_ref: 'group:default/other', toil_state: 'over' },
    ]);
    const toil = async (comparesToil: boolean) =>
      (
        await setUp({ comparesToil }).page({ sort: 'entity', direction: 'asc' })
      ).rows.map(row => row.toilState);
    expect(await toil(false)).toEqual(['over', null]);
    expect(await toil(true)).toEqual(['over', 'over']);
  });
});

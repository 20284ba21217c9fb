import {
  PORTFOLIO_SORTS,
  PortfolioPage,
  SORT_DIRECTIONS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { NEVER } from '../checklist/summaryRow';
import { describeOnDatabases, statementsDuring } from '../testing';
import { NOW, notSecret, setUpPortfolio } from '../testing/portfolio';
import { seedSummaries } from '../testing/summaries';

describeOnDatabases('the portfolio', db => {
  it('is a page and a total in two statements', async () => {
    await seedSummaries(db.knex, [
      { name: 'a', owner_ref: 'group:default/team' },
      { name: 'b', blockers: ['REL-3'] },
    ]);
    const { page } = setUpPortfolio(db.database, { visibility: notSecret });
    const { result, statements } = await statementsDuring(db.knex, () =>
      page({ mine: 'true', tier: ['1', '2'], q: 'a', dueWithin: '400' }),
    );
    expect(result).toMatchObject({ rows: [], total: 0, asOf: NOW });
    expect(statements).toHaveLength(2);
  });

  it('reads a page once for many, until something is written here', async () => {
    const ours = { owner_ref: 'group:default/team', toil_state: 'ok' } as const;
    const { database } = db;
    await seedSummaries(db.knex, [
      { name: 'a', ...ours },
      { name: 'b', owner_ref: 'group:default/other', toil_state: 'ok' },
    ]);
    const portfolio = setUpPortfolio(database);
    const page = (query: object = {}) =>
      portfolio.page({ sort: 'entity', direction: 'asc', ...query });
    const first = await page();
    const { result, statements } = await statementsDuring(db.knex, async () => [
      await page(),
      await page({ as: 'nobody' }),
    ]);
    expect(statements).toEqual([]);
    expect(result[0]).toEqual(first);
    const toil = (rows: typeof first.rows) =>
      rows.map(({ name, toilState }) => [name, toilState]);
    expect(toil(first.rows)).toEqual([
      ['a', 'ok'],
      ['b', null],
    ]);
    // Who asked first does not decide what others see.
    expect(toil(result[1].rows)).toEqual([
      ['a', null],
      ['b', null],
    ]);

    const { nextCursor } = await page({ limit: '1' });
    const second = { limit: '1', cursor: nextCursor ?? '' };
    const later = await page(second);
    expect(later.rows.map(({ name }) => name)).toEqual(['b']);
    const again = await statementsDuring(db.knex, () => page(second));
    expect(again.statements).toEqual([]);
    expect(again.result).toEqual(later);

    await database.transaction(tx =>
      tx('readiness_summaries').update({ score: 7 }),
    );
    expect((await page(second)).rows.map(({ score }) => score)).toEqual([7]);
    expect((await page()).rows.map(({ score }) => score)).toEqual([7, 7]);
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
    const { rows } = await setUpPortfolio(db.database).page();
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
      owner_title: ['', 'zebra', '決済チーム'][index % 3],
      tier: (index % 3) + 1,
      score: index % 5 === 0 ? -1 : (index * 37) % 4,
      level_rank: index % 2,
      slo_rank: index % 3,
      next_due: index % 4 === 0 ? NEVER : NOW + (index % 3),
      blockers: Array.from({ length: index % 3 }, (__, i) => `OPS-${i + 1}`),
    }));
    await seedSummaries(db.knex, seeds);
    const { page } = setUpPortfolio(db.database);
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

  it('sorts owners by what they are called, and tells it to nobody', async () => {
    await seedSummaries(
      db.knex,
      [
        ['a', 'group:default/g1', 'zebra'],
        ['b', 'group:default/g2', 'apple'],
        ['c', 'group:default/g1', 'zebra'],
        ['d', '', ''],
      ].map(([name, owner_ref, owner_title]) => ({
        name,
        owner_ref,
        owner_title,
      })),
    );
    const { page } = setUpPortfolio(db.database);
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const { rows, nextCursor }: PortfolioPage = await page({
        sort: 'owner',
        direction: 'asc',
        limit: '1',
        ...(cursor !== null && { cursor }),
      });
      names.push(...rows.map(({ name }) => name));
      cursor = nextCursor;
      const said = Buffer.from(cursor ?? '', 'base64url').toString();
      expect(said).not.toMatch(/zebra|apple/);
    } while (cursor !== null);
    expect(names).toEqual(['d', 'b', 'a', 'c']);
  });

  it('refuses a cursor that was changed or is of another sort', async () => {
    await seedSummaries(db.knex, [{ name: 'a' }, { name: 'b' }]);
    const { page } = setUpPortfolio(db.database);
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

  it('judges lines anew whose time has run out', async () => {
    const [id] = await seedSummaries(db.knex, [
      { name: 'old', valid_until: NOW - 1, satisfied_count: 9 },
      { name: 'new', valid_until: NOW + 1, satisfied_count: 9 },
    ]);
    const judged: string[] = [];
    const { page } = setUpPortfolio(db.database, {
      reevaluate: async ids => void judged.push(...ids),
    });
    await page();
    expect(judged).toEqual([id]);
    const broken = setUpPortfolio(db.database, {
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
        await setUpPortfolio(db.database, { comparesToil }).page({
          sort: 'entity',
          direction: 'asc',
        })
      ).rows.map(row => row.toilState);
    expect(await toil(false)).toEqual(['over', null]);
    expect(await toil(true)).toEqual(['over', 'over']);
  });
});

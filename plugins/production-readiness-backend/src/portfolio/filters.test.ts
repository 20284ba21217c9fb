import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import { NOW, notSecret, setUpPortfolio } from '../testing/portfolio';
import { seedSummaries } from '../testing/summaries';

describeOnDatabases('the filters of the portfolio', db => {
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
    const { names } = setUpPortfolio(db.database);
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

  it('finds a name however it was typed', async () => {
    await seedSummaries(db.knex, [
      { name: 'points', title: 'ﾎﾟｲﾝﾄ ＡＰＩ' },
      { name: 'guide', title: 'ガイド'.normalize('NFD') },
    ]);
    const { names } = setUpPortfolio(db.database);
    expect(await names({ q: 'ポイント api' })).toEqual(['points']);
    expect(await names({ q: 'ｐｏｉｎｔｓ' })).toEqual(['points']);
    expect(await names({ q: 'ｶﾞｲﾄﾞ' })).toEqual(['guide']);
    expect(await names({ q: 'ガイド'.normalize('NFD') })).toEqual(['guide']);
    // A sign for any text, in whichever width, stands for itself.
    expect(await names({ q: '％' })).toEqual([]);
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
    const { page, facets, names } = setUpPortfolio(db.database, {
      visibility: notSecret,
    });
    const shown = await page();
    expect(shown).toMatchObject({ total: 1 });
    expect(shown.rows).toHaveLength(1);
    const counted = await facets();
    expect(counted).toEqual({
      dueWithin: [],
      tag: [],
      toilState: [],
      section: [],
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
    const all = await setUpPortfolio(db.database).page();
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
    const { facets, page } = setUpPortfolio(db.database);
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
});

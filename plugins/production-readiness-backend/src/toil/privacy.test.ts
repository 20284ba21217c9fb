import { ToilEntryInput } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases, statementsDuring } from '../testing';
import { createToilTestBed, ref, shown } from '../testing/toil';
import { deleteExpired } from './retention';

const TEAMS = {
  company: {},
  payments: { parent: 'company' },
  checkout: {
    parent: 'payments',
    users: ['ai', 'bo', 'chie', 'dan', 'emi', 'fred'],
  },
  ledger: { parent: 'payments', users: ['gen', 'hana', 'ida'] },
  search: { parent: 'company', users: ['jun', 'kei', 'lea', 'mio', 'nao'] },
  lone: { parent: 'company', users: ['zoe'] },
};
const group = (name: string) => ref('group', name);

function work(rest: Partial<ToilEntryInput> = {}): ToilEntryInput {
  return {
    week: '2026-W47',
    minutes: 60,
    nature: 'toil',
    trigger: 'reactive',
    ...rest,
  };
}

describeOnDatabases('the privacy of toil', db => {
  async function filledBed(
    options: Parameters<typeof createToilTestBed>[2] = {},
  ) {
    const bed = await createToilTestBed(db.database, TEAMS, options);
    const log = (name: string, team: string, input = work()) =>
      bed.logging.log(bed.caller(name), group(team), input, undefined);
    await log('ai', 'checkout', work({ minutes: 100 }));
    await log('gen', 'ledger', work({ minutes: 7 }));
    return { ...bed, log };
  }

  it('gives a member no total from which a small team beside can be read', async () => {
    const bed = await filledBed();
    const of = async (name: string, team: string) =>
      shown(await bed.reading.team(bed.caller(name), group(team)));
    const insider = await of('ai', 'payments');
    expect(insider).toMatchObject({
      leavesOut: true,
      teamsIncluded: 1,
      totals: { toil: 100 },
      capacityMinutes: 6 * 2400 * 13,
    });
    // Neither does a wider circle, nor other weeks, nor quarter by quarter.
    for (const team of ['payments', 'company']) {
      const trend = await bed.reading.trend(bed.caller('ai'), group(team), 2);
      if (trend.access !== 'shown') throw new Error('The team is hidden');
      const now = (await of('ai', team)).totals.toil;
      expect(trend.quarters[1].totals.toil).toBe(now);
    }
    // Who is in the small one may see both: the six beside are enough.
    expect(await of('gen', 'payments')).toMatchObject({
      leavesOut: false,
      totals: { toil: 107 },
    });
    expect((await of('jun', 'payments')).totals.toil).toBe(107);
  });

  it('counts neither teams nor people that the catalog hides', async () => {
    const names = ['payments', 'checkout', 'company', 'search', 'lone'];
    const people = ['ai', 'bo', 'chie', 'dan', 'emi', 'jun'];
    for (const [kind, list] of [
      ['group', [...names, 'ledger']],
      ['user', [...people, 'fred', 'gen', 'hana', 'ida']],
    ] as const) {
      await db.knex('directory_entities').insert(
        list.map(name => ({
          ref: ref(kind, name),
          uid: name,
          kind,
          namespace: 'default',
          name,
          search_text: name,
          tier: 2,
          tier_origin: 'default',
          phase: 'design',
          owner_exists: false,
          entity: '{}',
          digest: '',
          missed: 0,
          adopted_at: 1,
          updated_at: 1,
        })),
      );
    }
    const bed = await filledBed({
      // Neither the ledger team nor Fred of checkout.
      visible: {
        apply: (query, alias) =>
          void query.whereIn(`${alias}.name`, [...names, ...people]),
      },
    });
    const report = shown(
      await bed.reading.team(bed.caller('jun'), group('payments')),
    );
    expect(report).toMatchObject({
      teamsIncluded: 1,
      totals: { toil: 100 },
      capacityMinutes: 5 * 2400 * 13,
    });
    // The six are enough for themselves, also where one of them is not shown.
    shown(await bed.reading.team(bed.caller('jun'), group('checkout')));
  });

  it('tells of an entity what its team recorded, if that may be seen', async () => {
    const own = (name: string) => ({
      ref: `component:default/${name}`,
      name,
      spec: {},
    });
    const bed = await filledBed();
    const entities: Record<string, string> = {
      shop: group('payments'),
      books: group('ledger'),
      lost: 'user:default/ai',
    };
    const { directory } = bed;
    directory.findEntity = async (_, wanted) => {
      const name = wanted.split('/')[1];
      return { ...own(name), ownerRef: entities[name] } as never;
    };
    const on = (name: string) => ({ entityRef: `component:default/${name}` });
    const raw = (team: string, name: string, minutes: number) =>
      db.knex('toil_entries').insert({
        public_id: `${team}-${name}-${minutes}`,
        group_ref: group(team),
        week: '2026-W47',
        day: '2026-11-16',
        version: 1,
        minutes,
        trigger_axis: 'reactive',
        nature_axis: 'toil',
        category: 'oncall_page',
        entity_ref: on(name).entityRef,
        handover: false,
        source: 'manual',
      });
    await raw('checkout', 'shop', 30);
    await raw('ledger', 'shop', 12);
    await raw('ledger', 'books', 9);
    // Another team's work for it is that team's.
    await raw('search', 'shop', 500);

    const read = (name: string, entity: string) =>
      bed.reading.entity(bed.caller(name), `component:default/${entity}`, {});
    expect(await read('jun', 'shop')).toMatchObject({
      access: 'shown',
      totals: { toil: 42 },
      recordedWeeks: 1,
      byCategory: [{ category: 'oncall_page', minutes: 42 }],
    });
    // The six beside the ledger team get it without these three, as there.
    expect(await read('ai', 'shop')).toMatchObject({ totals: { toil: 30 } });
    expect(await read('jun', 'books')).toEqual({
      access: 'hidden',
      reason: 'too_few_people',
    });
    expect(await read('gen', 'books')).toMatchObject({ totals: { toil: 9 } });
    expect(await read('jun', 'lost')).toEqual({
      access: 'hidden',
      reason: 'no_team',
    });
  });

  it('adds up the organisation without what nobody may see', async () => {
    const bed = await filledBed();
    await bed.log('zoe', 'lone', work({ minutes: 1000 }));
    const of = async (name: string) =>
      (await bed.reading.organisation(bed.caller(name))).weeks.at(-1)?.totals
        .toil;
    // From the company less payments less search, Zoe's work could be read.
    expect(await of('jun')).toBe(107);
    expect(await of('zoe')).toBe(1107);
    const { statements } = await statementsDuring(db.knex, () => of('jun'));
    // Kept for a minute; only whether a team's choice has changed is asked.
    expect(statements).toHaveLength(1);
    expect(await of('zoe')).toBe(1107);
  });

  it('adds up the organisation anew once a team changes what it shows', async () => {
    const bed = await filledBed();
    const of = async () =>
      (await bed.reading.organisation(bed.caller('jun'))).weeks.at(-1)?.totals
        .toil;
    await bed.log('zoe', 'lone', work({ minutes: 1000 }));
    expect(await of()).toBe(107);
    const choose = (shares: boolean, version: number) =>
      bed.choices.setSharing(bed.caller('zoe'), group('lone'), version, shares);
    await choose(true, 0);
    expect(await of()).toBe(1107);
    await choose(false, 1);
    expect(await of()).toBe(107);
  });

  it('logs which groups looked, never who, and never a small group', async () => {
    const bed = await filledBed();
    const look = (name: string) =>
      bed.reading.team(bed.caller(name), group('payments'));
    await look('jun');
    await look('kei');
    await look('zoe');
    await look('gen');
    await bed.looks.store();
    const rows = await db.knex('toil_looks').orderBy('looked_from');
    // A group of one is told as the company; members are not logged.
    expect(rows).toEqual([
      {
        group_ref: group('payments'),
        week: '2026-W48',
        looked_from: group('company'),
      },
      {
        group_ref: group('payments'),
        week: '2026-W48',
        looked_from: group('search'),
      },
    ]);
    const { looks } = await bed.reading.looks(
      bed.caller('gen'),
      group('payments'),
    );
    expect(looks.every(({ week }) => week === '2026-W48')).toBe(true);
    await expect(
      bed.reading.looks(bed.caller('jun'), group('payments')),
    ).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  it('deletes notes and looks after 400 days, and keeps the minutes', async () => {
    const bed = await filledBed();
    await bed.log('jun', 'search', work({ note: 'new' }));
    const old = await bed.log(
      'jun',
      'search',
      work({ week: '2025-W40', note: 'old' }),
    );
    await db
      .knex('toil_entries')
      .where({ public_id: old.entry.id })
      .update({ day: '2025-10-01' });
    await db.knex('toil_looks').insert([
      { group_ref: group('search'), week: '2025-W30', looked_from: 'outside' },
      { group_ref: group('search'), week: '2026-W30', looked_from: 'outside' },
    ]);
    expect(
      await deleteExpired({ database: db.database, clock: bed.clock }),
    ).toEqual({ notes: 1, looks: 1 });
    const { entries } = await bed.reading.entries(
      bed.caller('jun'),
      group('search'),
      '2025-W40',
    );
    expect(entries).toEqual([
      expect.objectContaining({ minutes: 60, version: 1 }),
    ]);
    expect(entries[0].note).toBeUndefined();
  });

  it('says of a hidden team only whether it keeps a record', async () => {
    const bed = await filledBed();
    const coverage = async () =>
      (await bed.facts.read(db.knex, [group('ledger')])).get(group('ledger'));
    expect(await coverage()).toEqual({ coverage: null, publicState: null });
    for (let week = 36; week <= 46; week++) {
      await bed.log('gen', 'ledger', work({ week: `2026-W${week}` }));
    }
    expect(await coverage()).toEqual({ coverage: 0.5, publicState: null });
  });
});

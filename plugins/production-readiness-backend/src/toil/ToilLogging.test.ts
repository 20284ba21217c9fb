import { ToilEntryInput } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import { createToilTestBed, ref, shown } from '../testing/toil';

const TEAMS = {
  company: {},
  payments: {
    parent: 'company',
    users: ['olga', 'colin', 'pat', 'peter', 'priya'],
  },
};
const PAYMENTS = ref('group', 'payments');
const COMPANY = ref('group', 'company');

const release: ToilEntryInput = {
  week: '2026-W47',
  minutes: 90,
  trigger: 'proactive',
  nature: 'toil',
  category: 'manual_release',
  note: 'Deployed the café 決済 three times',
};

describeOnDatabases('logging toil', db => {
  it('stores the entry, the sums and a line without a person, in one go', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const olga = bed.caller('olga');

    const { entry, similar } = await bed.logging.log(
      olga,
      PAYMENTS,
      release,
      'a-key-of-olga',
    );
    expect(entry).toMatchObject({ ...release, version: 1, source: 'manual' });
    expect(similar).toBe(0);

    const [line] = await db.knex('journal');
    expect(line).toMatchObject({
      chain: 'group:group:default/payments',
      actor: 'member of group:default/payments',
      action: 'toil.recorded',
    });
    expect(JSON.parse(line.subject)).toEqual({
      group: PAYMENTS,
      week: '2026-W47',
      totals: {
        entries: 1,
        toil: 90,
        engineering: 0,
        overhead: 0,
        unsure: 0,
        reactive: 0,
        proactive: 90,
      },
    });
  });

  it('leaves no trace of who logged, changed or deleted, in any table', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const olga = bed.caller('olga');
    const log = (minutes: number) =>
      bed.logging.log(
        olga,
        PAYMENTS,
        { ...release, minutes },
        `key-${minutes}-of-user:default/olga`,
      );
    const { entry } = await log(10);
    const other = await log(20);
    await bed.logging.update(olga, PAYMENTS, entry.id, 1, release);
    await bed.logging.remove(olga, PAYMENTS, other.entry.id, 1);

    const tables: { name: string }[] =
      db.engine === 'SQLite'
        ? await db.knex('sqlite_master').where({ type: 'table' }).select('name')
        : await db
            .knex('information_schema.tables')
            .where({ table_schema: 'public' })
            .select({ name: 'table_name' });
    const written = tables
      .map(({ name }) => name)
      // The directory holds who is in the team, as the catalog says it.
      .filter(name => !name.startsWith('directory_'));
    expect(written).toEqual(
      expect.arrayContaining(['toil_entries', 'journal', 'idempotency_keys']),
    );
    for (const name of written) {
      expect(JSON.stringify(await db.knex(name))).not.toMatch(/olga/i);
    }
    // The note is in the entry and nowhere else.
    for (const name of written.filter(table => table !== 'toil_entries')) {
      expect(JSON.stringify(await db.knex(name))).not.toContain('café');
    }
  });

  it('answers a replay with the first answer and stores nothing twice', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const log = () =>
      bed.logging.log(bed.caller('olga'), PAYMENTS, release, 'double-click');
    const first = await log();
    expect(await log()).toEqual(first);
    expect(await db.knex('toil_entries')).toHaveLength(1);
    expect(await db.knex('journal')).toHaveLength(1);
    await expect(
      bed.logging.log(
        bed.caller('olga'),
        PAYMENTS,
        { ...release, minutes: 1 },
        'double-click',
      ),
    ).rejects.toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('hints at similar work of the same day, and takes it', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const log = (input: ToilEntryInput) =>
      bed.logging.log(bed.caller('olga'), PAYMENTS, input, undefined);
    await log(release);
    expect((await log({ ...release, minutes: 30 })).similar).toBe(1);
    expect((await log({ ...release, category: 'audit' })).similar).toBe(0);
  });

  it('lets any member change and delete, against the version that was read', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const colin = bed.caller('colin');
    const { entry } = await bed.logging.log(
      bed.caller('olga'),
      PAYMENTS,
      release,
      undefined,
    );
    const { entry: changed } = await bed.logging.update(
      colin,
      PAYMENTS,
      entry.id,
      1,
      { ...release, week: '2026-W46', minutes: 30, nature: 'engineering' },
    );
    expect(changed).toMatchObject({ version: 2, week: '2026-W46' });
    await expect(
      bed.logging.update(colin, PAYMENTS, entry.id, 1, release),
    ).rejects.toMatchObject({
      status: 412,
      code: 'ENTRY_CHANGED',
      details: { current: { version: 2, minutes: 30 } },
    });
    await expect(
      bed.logging.remove(colin, PAYMENTS, entry.id, 1),
    ).rejects.toMatchObject({ status: 412 });

    expect(await db.knex('toil_weeks').pluck('week')).toEqual(['2026-W46']);
    await bed.logging.remove(colin, PAYMENTS, entry.id, 2);
    expect(await db.knex('toil_weeks')).toEqual([]);
    expect(await db.knex('toil_week_categories')).toEqual([]);
    await expect(
      bed.logging.remove(colin, PAYMENTS, entry.id, 2),
    ).rejects.toMatchObject({ status: 404, code: 'ENTRY_NOT_FOUND' });
  });

  it('refuses people outside, other teams and other organisations’ words', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    const log = (name: string, group: string, change = {}) =>
      bed.logging.log(
        bed.caller(name),
        group,
        { ...release, ...change },
        undefined,
      );
    await expect(log('rita', PAYMENTS)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_A_MEMBER',
    });
    await expect(log('olga', ref('group', 'nobody'))).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      log('olga', PAYMENTS, { category: 'gym' }),
    ).rejects.toMatchObject({
      code: 'UNKNOWN_CATEGORY',
      field: 'body.category',
    });
    await expect(
      log('olga', PAYMENTS, { minutes: 10_081 }),
    ).rejects.toMatchObject({ code: 'TOO_MANY_MINUTES' });
    await expect(
      log('olga', PAYMENTS, { week: '2026-W50' }),
    ).rejects.toMatchObject({ code: 'WEEK_IN_FUTURE', field: 'body.week' });
    expect(await db.knex('toil_entries')).toEqual([]);
    expect(await db.knex('journal')).toEqual([]);
  });

  it('keeps the sums right when many log at once', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        bed.logging.log(
          bed.caller(index % 2 ? 'olga' : 'colin'),
          PAYMENTS,
          { ...release, minutes: index + 1 },
          undefined,
        ),
      ),
    );
    const report = shown(await bed.reading.team(bed.caller('olga'), PAYMENTS));
    expect(report.totals.toil).toBe(210);
    expect(report.byCategory).toEqual([
      expect.objectContaining({
        category: 'manual_release',
        totals: expect.objectContaining({ toil: 210, proactive: 210 }),
      }),
    ]);
    const { entries } = await bed.reading.entries(
      bed.caller('colin'),
      PAYMENTS,
      '2026-W47',
    );
    expect(entries).toHaveLength(20);
  });

  it('has entities evaluated anew only when a fact of theirs changed', async () => {
    const bed = await createToilTestBed(db.database, TEAMS);
    await db
      .knex('directory_entity_owners')
      .insert({ entity_id: 7, owner_ref: PAYMENTS });
    const log = (week: string) =>
      bed.logging.log(
        bed.caller('olga'),
        PAYMENTS,
        { ...release, week },
        undefined,
      );
    await log('2026-W48');
    expect(bed.reevaluated).toEqual([]);
    // The first full week: from no data to too little.
    await log('2026-W47');
    expect(bed.reevaluated).toEqual([['7']]);
    for (const week of ['2026-W46', '2026-W45', '2026-W44', '2026-W43']) {
      await log(week);
    }
    await log('2026-W42');
    expect(bed.reevaluated).toHaveLength(1);
    // The seventh week of 13 makes it a verdict.
    await log('2026-W41');
    expect(bed.reevaluated).toEqual([['7'], ['7']]);
    await log('2026-W40');
    expect(bed.reevaluated).toHaveLength(2);

    const facts = await bed.facts.read(db.knex, [PAYMENTS, COMPANY, 'group:x']);
    expect(facts.get(PAYMENTS)).toEqual({
      coverage: 8 / 13,
      publicState: 'over',
    });
    expect(facts.get(COMPANY)).toEqual(facts.get(PAYMENTS));
    expect(facts.get('group:x')).toEqual({ coverage: null, publicState: null });
  });
});

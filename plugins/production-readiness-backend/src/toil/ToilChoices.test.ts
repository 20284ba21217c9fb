import { describeOnDatabases } from '../testing';
import { createToilTestBed, ref, shown } from '../testing/toil';

const TEAMS = {
  company: {},
  payments: { parent: 'company' },
  checkout: {
    parent: 'payments',
    users: ['ai', 'bo', 'chie', 'dan', 'emi', 'fred', 'gus'],
  },
  ledger: { parent: 'payments', users: ['gen', 'hana', 'ida'] },
  refunds: { parent: 'payments', users: ['tom', 'uma'] },
  search: { parent: 'company', users: ['jun', 'kei', 'lea', 'mio', 'nao'] },
};
const group = (name: string) => ref('group', name);
const hidden = { access: 'hidden', reason: 'too_few_people' };

// Half a quarter of entries takes its time on a busy machine.
jest.setTimeout(30_000);

describeOnDatabases('choices of a team', db => {
  const bedWith = () => createToilTestBed(db.database, TEAMS);

  it('sets targets from this week on, and keeps what was before', async () => {
    const bed = await bedWith();
    const jun = bed.caller('jun');
    const team = group('search');
    const read = async () => shown(await bed.reading.team(jun, team));
    expect((await read()).toil.target).toBe(50);

    await bed.choices.setTargets(jun, team, 0, { toil: 37.5, reactive: 50 });
    expect(await read()).toMatchObject({
      toil: { target: 37.5 },
      reactive: { target: 50 },
      targets: {
        version: 1,
        organisation: { toil: 50, reactive: 50 },
        changes: [{ fromWeek: '2026-W48', toil: 37.5, reactive: 50 }],
      },
    });
    // A quarter that was over before keeps the target that it had.
    const earlier = shown(
      await bed.reading.team(jun, team, { to: '2026-W40' }),
    );
    expect(earlier.toil.target).toBe(50);

    await expect(
      bed.choices.setTargets(jun, team, 0, { toil: 10, reactive: 10 }),
    ).rejects.toMatchObject({ status: 412, code: 'TARGETS_CHANGED' });
    await expect(
      bed.choices.setTargets(bed.caller('ai'), team, 1, {
        toil: 10,
        reactive: 10,
      }),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_A_MEMBER' });
    await bed.choices.setTargets(
      { ...bed.caller('ai'), isAdmin: true },
      team,
      1,
      {
        toil: 40,
        reactive: 45,
      },
    );

    const lines = await db
      .knex('journal')
      .where({ chain: `group:${team}` })
      .orderBy('sequence')
      .select('actor', 'action', 'subject');
    expect(lines.map(({ actor, action }) => [actor, action])).toEqual([
      [`member of ${team}`, 'toil.targets-changed'],
      ['administrator', 'toil.targets-changed'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('user:');
  });

  it('judges the public state by the target of the team', async () => {
    const bed = await bedWith();
    const jun = bed.caller('jun');
    const team = group('search');
    for (let week = 35; week <= 47; week++) {
      for (const nature of ['toil', 'engineering'] as const) {
        await bed.logging.log(
          jun,
          team,
          {
            week: `2026-W${week}`,
            minutes: nature === 'toil' ? 46 : 54,
            trigger: 'reactive',
            nature,
          },
          undefined,
        );
      }
    }
    const state = async () =>
      (await bed.facts.read(db.knex, [team])).get(team)?.publicState;
    expect(await state()).toBe('watch');
    await db.knex('directory_entities').insert({
      ref: 'component:default/finder',
      uid: 'finder',
      kind: 'component',
      namespace: 'default',
      name: 'finder',
      search_text: 'finder',
      tier: 2,
      tier_origin: 'default',
      phase: 'design',
      owner_exists: true,
      entity: '{}',
      digest: '',
      missed: 0,
      adopted_at: 1,
      updated_at: 1,
    });
    const { id } = await db.knex('directory_entities').first('id');
    await db.knex('directory_entity_owners').insert({
      entity_id: id,
      owner_ref: team,
    });
    bed.reevaluated.length = 0;
    await bed.choices.setTargets(jun, team, 0, { toil: 40, reactive: 50 });
    expect(await state()).toBe('over');
    expect(bed.reevaluated).toEqual([[String(id)]]);
    // The same verdict from a stricter target: nothing to do.
    await bed.choices.setTargets(jun, team, 1, { toil: 39, reactive: 50 });
    expect(bed.reevaluated).toHaveLength(1);
  });

  it('shows a small team by choice, unless it tells of a neighbour', async () => {
    const bed = await bedWith();
    const outsider = bed.caller('jun');
    const read = (name: string) => bed.reading.team(outsider, group(name));
    for (const name of ['ledger', 'refunds']) {
      expect(await read(name)).toMatchObject(hidden);
    }
    // Ledger alone would leave the two of refunds beside it.
    const alone = await bed.choices.setSharing(
      bed.caller('gen'),
      group('ledger'),
      0,
      true,
    );
    expect(alone).toEqual({ version: 1, shares: true, shownToOthers: false });
    expect(await read('ledger')).toMatchObject(hidden);

    const both = await bed.choices.setSharing(
      bed.caller('tom'),
      group('refunds'),
      0,
      true,
    );
    expect(both.shownToOthers).toBe(true);
    expect(shown(await read('ledger')).members).toBeNull();
    shown(await read('refunds'));

    await bed.choices.setSharing(bed.caller('tom'), group('refunds'), 1, false);
    expect(await read('ledger')).toMatchObject(hidden);
    const own = shown(
      await bed.reading.team(bed.caller('gen'), group('ledger')),
    );
    expect(own.members).toMatchObject({
      shownToOthers: false,
      sharing: { shares: true, version: 1, offered: true },
    });
  });

  it('is for members only, and only on what they saw', async () => {
    const bed = await bedWith();
    const share = (name: string, version: number, isAdmin = false) =>
      bed.choices.setSharing(
        { ...bed.caller(name), isAdmin },
        group('ledger'),
        version,
        true,
      );
    await expect(share('jun', 0, true)).rejects.toMatchObject({
      code: 'NOT_A_MEMBER',
    });
    await expect(share('gen', 3)).rejects.toMatchObject({
      status: 412,
      code: 'SHARING_CHANGED',
    });
    await share('gen', 0);
    const actors = await db.knex('journal').pluck('actor');
    expect(actors).toEqual([`member of ${group('ledger')}`]);
  });
});

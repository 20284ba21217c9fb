import { ToilEntryInput } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases, statementsDuring } from '../testing';
import { createToilTestBed, ref, shown } from '../testing/toil';

const TEAMS = {
  company: {},
  // Nine people in one department, six and three of them in its two teams.
  payments: { parent: 'company' },
  checkout: {
    parent: 'payments',
    users: ['ai', 'bo', 'chie', 'dan', 'emi', 'fred'],
  },
  ledger: { parent: 'payments', users: ['gen', 'hana', 'ida'] },
  search: { parent: 'company', users: ['jun', 'kei', 'lea', 'mio', 'nao'] },
};
const group = (name: string) => ref('group', name);

function work(
  week: string,
  minutes: number,
  nature: ToilEntryInput['nature'],
  rest: Partial<ToilEntryInput> = {},
): ToilEntryInput {
  return { week, minutes, nature, trigger: 'reactive', ...rest };
}

describeOnDatabases('reading toil', db => {
  async function filledBed() {
    const bed = await createToilTestBed(db.database, TEAMS);
    const log = (name: string, team: string, input: ToilEntryInput) =>
      bed.logging.log(bed.caller(name), group(team), input, undefined);
    return { ...bed, log };
  }

  it('pools 13 full weeks, children included, the running week apart', async () => {
    const bed = await filledBed();
    await bed.log('ai', 'checkout', work('2026-W47', 60, 'toil'));
    await bed.log(
      'bo',
      'checkout',
      work('2026-W35', 540, 'engineering', {
        trigger: 'proactive',
        category: 'automation',
      }),
    );
    await bed.log('gen', 'ledger', work('2026-W46', 60, 'overhead'));
    // Before the quarter, and after it.
    await bed.log('gen', 'ledger', work('2026-W34', 999, 'toil'));
    await bed.log('gen', 'ledger', work('2026-W48', 7, 'unsure'));

    const report = shown(
      await bed.reading.team(bed.caller('gen'), group('payments')),
    );
    expect(report).toMatchObject({
      teamsIncluded: 2,
      period: { fromWeek: '2026-W35', toWeek: '2026-W47' },
      totals: {
        toil: 60,
        engineering: 540,
        overhead: 60,
        unsure: 0,
        reactive: 60,
        proactive: 540,
      },
      toil: { ratio: 0.1, percent: 10, state: 'insufficient', trend: null },
      reactive: { percent: 10, state: 'insufficient' },
      overheadPercent: 9.1,
      coverage: { weeks: 3, of: 13 },
      recordedMinutes: 660,
      capacityMinutes: 9 * 2400 * 13,
      members: {
        shownToOthers: true,
        currentWeek: { week: '2026-W48', totals: { unsure: 7 } },
      },
    });
    expect(report.weeks).toHaveLength(13);
    expect(report.byCategory.map(({ category }) => category)).toEqual([
      'automation',
      null,
    ]);
  });

  it('says no data, never 0 %, when nothing is recorded', async () => {
    const bed = await filledBed();
    const report = shown(
      await bed.reading.team(bed.caller('jun'), group('search')),
    );
    expect(report.toil).toEqual({
      ratio: null,
      percent: null,
      target: 50,
      state: 'no_data',
      trend: null,
    });
    expect(report.weeks.every(({ recorded }) => !recorded)).toBe(true);
  });

  it('compares with the quarter before once both are covered', async () => {
    const bed = await filledBed();
    const weeks = Array.from({ length: 20 }, (_, index) => 28 + index);
    for (const week of weeks) {
      const now = week >= 35;
      await bed.log(
        'jun',
        'search',
        work(`2026-W${week}`, now ? 58 : 61, 'toil'),
      );
      await bed.log(
        'jun',
        'search',
        work(`2026-W${week}`, now ? 42 : 39, 'engineering', {
          trigger: 'proactive',
        }),
      );
    }
    const report = shown(
      await bed.reading.team(bed.caller('jun'), group('search')),
    );
    expect(report.toil).toEqual({
      ratio: 0.58,
      percent: 58,
      target: 50,
      state: 'action',
      trend: { points: -3, direction: 'improving' },
    });
  });

  it('shows outsiders a large team without what is for members', async () => {
    const bed = await filledBed();
    await bed.log('jun', 'search', work('2026-W47', 60, 'toil'));
    const report = shown(
      await bed.reading.team(bed.caller('ai'), group('search')),
    );
    expect(report.totals.toil).toBe(60);
    expect(report.members).toBeNull();
    expect(report.weeks.map(({ week }) => week)).not.toContain('2026-W48');
    await expect(
      bed.reading.entries(bed.caller('ai'), group('search'), undefined),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_A_MEMBER' });
  });

  it('hides a small team, and the team that would give it away', async () => {
    const bed = await filledBed();
    await bed.log('gen', 'ledger', work('2026-W47', 60, 'toil'));
    for (const name of ['ledger', 'checkout']) {
      expect(await bed.reading.team(bed.caller('jun'), group(name))).toEqual({
        access: 'hidden',
        group: { ref: group(name), title: name },
        reason: 'too_few_people',
      });
    }
    shown(await bed.reading.team(bed.caller('jun'), group('payments')));
    // Its own members see it, and that others don't.
    const own = shown(
      await bed.reading.team(bed.caller('gen'), group('ledger')),
    );
    expect(own.members?.shownToOthers).toBe(false);
    const facts = await bed.facts.read(db.knex, [
      group('ledger'),
      group('payments'),
    ]);
    expect(facts.get(group('ledger'))?.publicState).toBeNull();
    expect(facts.get(group('payments'))?.publicState).toBe('insufficient');
  });

  it('counts members of child teams for the parent, not the reverse', async () => {
    const bed = await createToilTestBed(db.database, {
      payments: { users: ['lead'] },
      ledger: { parent: 'payments', users: ['gen', 'hana', 'ida'] },
    });
    expect(
      (await bed.reading.team(bed.caller('gen'), group('payments'))).access,
    ).toBe('shown');
    expect(
      (await bed.reading.team(bed.caller('lead'), group('ledger'))).access,
    ).toBe('hidden');
  });

  it('warns the team of a lone carrier, without a name', async () => {
    const bed = await filledBed();
    const carried = (week: string, carriedBy: '1' | '2') =>
      bed.log('jun', 'search', work(week, 60, 'toil', { carriedBy }));
    await carried('2026-W47', '1');
    await carried('2026-W46', '2');
    const read = async () =>
      shown(await bed.reading.team(bed.caller('jun'), group('search'))).members
        ?.loneCarrier;
    expect(await read()).toBe(true);
    await carried('2026-W45', '2');
    expect(await read()).toBe(false);
  });

  it('lists the entries of a week for members, newest first', async () => {
    const bed = await filledBed();
    await bed.log('jun', 'search', work('2026-W48', 10, 'toil'));
    await bed.log('kei', 'search', {
      date: '2026-11-24',
      minutes: 20,
      trigger: 'reactive',
      nature: 'toil',
      note: '  =1+1 “引用” \u202e ',
    });
    const { week, entries } = await bed.reading.entries(
      bed.caller('lea'),
      group('search'),
      undefined,
    );
    expect(week).toMatchObject({
      week: '2026-W48',
      from: '2026-11-23',
      totals: { toil: 30 },
    });
    expect(entries.map(({ minutes }) => minutes)).toEqual([20, 10]);
    expect(entries[0]).toMatchObject({
      date: '2026-11-24',
      note: '  =1+1 “引用” \u202e ',
    });
    expect(Object.keys(entries[1]).sort()).toEqual([
      'date',
      'id',
      'minutes',
      'nature',
      'source',
      'trigger',
      'version',
      'week',
    ]);
  });

  it('reads a team page in two statements beside finding the Group', async () => {
    const bed = await filledBed();
    await bed.log('jun', 'search', work('2026-W47', 60, 'toil'));
    const { statements } = await statementsDuring(db.knex, () =>
      bed.reading.team(bed.caller('jun'), group('search')),
    );
    expect(statements).toHaveLength(2);
  });
});

import {
  AllocationInput,
  ToilEntryInput,
} from '@prodready/backstage-plugin-production-readiness-common';
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
const WEEK = '2026-W47';

const split: AllocationInput = {
  parts: [
    { trigger: 'reactive', nature: 'toil', category: 'audit', percent: 40 },
    { trigger: 'proactive', nature: 'engineering', percent: 35 },
    { trigger: 'reactive', nature: 'engineering', percent: 20 },
    { trigger: 'proactive', nature: 'overhead', percent: 5 },
    { trigger: 'proactive', nature: 'unsure', percent: 0 },
  ],
};
const entry: ToilEntryInput = {
  week: WEEK,
  minutes: 90,
  trigger: 'proactive',
  nature: 'toil',
  category: 'manual_release',
  carriedBy: '1',
};

describeOnDatabases('allocating a week', db => {
  async function bedWithEntry() {
    const bed = await createToilTestBed(db.database, TEAMS);
    const olga = bed.caller('olga');
    await bed.logging.log(olga, PAYMENTS, entry, undefined);
    return {
      ...bed,
      olga,
      put: (version: number, input = split, week = WEEK) =>
        bed.allocating.replace(olga, PAYMENTS, week, version, input),
      totals: async () => shown(await bed.reading.team(olga, PAYMENTS)).totals,
    };
  }

  it('counts in place of the entries, which come back when it is removed', async () => {
    const bed = await bedWithEntry();
    expect(await bed.totals()).toMatchObject({ toil: 90, proactive: 90 });

    const view = await bed.put(0);
    expect(view).toMatchObject({
      version: 1,
      capacityMinutes: 5 * 2400,
      entries: 1,
    });
    expect(view.parts.map(({ minutes }) => minutes)).toEqual([
      4800, 4200, 2400, 600,
    ]);
    // Never both: the 90 minutes are in no sum.
    expect(await bed.totals()).toEqual({
      toil: 4800,
      engineering: 6600,
      overhead: 600,
      unsure: 0,
      reactive: 7200,
      proactive: 4200,
    });
    const report = shown(await bed.reading.team(bed.olga, PAYMENTS));
    expect(report.byCategory.map(({ category }) => category)).toEqual([
      null,
      'audit',
    ]);
    const listed = await bed.reading.entries(bed.olga, PAYMENTS, WEEK);
    expect(listed).toMatchObject({
      allocated: true,
      week: { totals: { toil: 4800 } },
      entries: [{ minutes: 90 }],
    });

    await bed.allocating.remove(bed.olga, PAYMENTS, WEEK, 1);
    expect(await bed.totals()).toMatchObject({ toil: 90, engineering: 0 });
    expect(await db.knex('toil_allocation_parts')).toEqual([]);
  });

  it('keeps what is logged meanwhile for later, and says that it does not count', async () => {
    const bed = await bedWithEntry();
    await bed.put(0);
    const saved = await bed.logging.log(
      bed.olga,
      PAYMENTS,
      { ...entry, minutes: 30 },
      undefined,
    );
    expect(saved.counted).toBe(false);
    expect(await bed.totals()).toMatchObject({ toil: 4800 });
    await bed.allocating.remove(bed.olga, PAYMENTS, WEEK, 1);
    expect(await bed.totals()).toMatchObject({ toil: 120 });
    const later = await bed.logging.log(bed.olga, PAYMENTS, entry, undefined);
    expect(later.counted).toBe(true);
  });

  it('writes a line of group, week and totals, and nobody’s name anywhere', async () => {
    const bed = await bedWithEntry();
    await bed.put(0);
    await bed.allocating.remove(bed.olga, PAYMENTS, WEEK, 1);
    const lines = await db.knex('journal').orderBy('sequence');
    expect(lines.map(({ action }) => action)).toEqual([
      'toil.recorded',
      'toil.allocated',
      'toil.allocation_removed',
    ]);
    expect(lines[1].actor).toBe(`member of ${PAYMENTS}`);
    expect(JSON.parse(lines[1].subject)).toEqual({
      group: PAYMENTS,
      week: WEEK,
      totals: {
        entries: 4,
        toil: 4800,
        engineering: 6600,
        overhead: 600,
        unsure: 0,
        reactive: 7200,
        proactive: 4200,
      },
    });
    for (const table of [
      'journal',
      'toil_allocations',
      'toil_allocation_parts',
    ]) {
      expect(JSON.stringify(await db.knex(table))).not.toMatch(/olga/);
    }
  });

  it('is edited against the version that was read', async () => {
    const bed = await bedWithEntry();
    await bed.put(0);
    await expect(bed.put(0)).rejects.toMatchObject({
      status: 412,
      code: 'ALLOCATION_CHANGED',
      details: { current: { version: 1, entries: 1 } },
    });
    expect(await bed.put(1)).toMatchObject({ version: 2 });
    await expect(
      bed.allocating.remove(bed.olga, PAYMENTS, WEEK, 1),
    ).rejects.toMatchObject({ status: 412 });
  });

  it('lets one of many writers win', async () => {
    const bed = await bedWithEntry();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => bed.put(0)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
  });

  it('takes the capacity of a short week, and asks for it where nobody is', async () => {
    const bed = await bedWithEntry();
    const view = await bed.put(0, { ...split, capacityMinutes: 7 });
    expect(view.parts.map(({ minutes }) => minutes)).toEqual([3, 3, 1, 0]);
    await expect(
      bed.allocating.replace(bed.olga, COMPANY, WEEK, 0, split),
    ).rejects.toMatchObject({
      code: 'CAPACITY_UNKNOWN',
      field: 'body.capacityMinutes',
    });
  });

  it('proposes how the last recorded week was split', async () => {
    const bed = await bedWithEntry();
    await bed.logging.log(
      bed.olga,
      PAYMENTS,
      { ...entry, minutes: 45, nature: 'overhead', trigger: 'reactive' },
      undefined,
    );
    const next = '2026-W48';
    const read = () => bed.allocating.read(bed.olga, PAYMENTS, next);
    expect(await read()).toMatchObject({
      version: 0,
      parts: [],
      capacityMinutes: 12_000,
      proposal: {
        week: WEEK,
        parts: [
          { trigger: 'proactive', nature: 'toil', percent: 67 },
          { trigger: 'proactive', nature: 'overhead', percent: 33 },
        ],
      },
    });
    await bed.put(0);
    expect((await read()).proposal?.parts[0]).toEqual(split.parts[0]);
    expect(
      (await bed.allocating.read(bed.olga, PAYMENTS, '2026-W01')).proposal,
    ).toBeNull();
  });

  it('refuses outsiders, also to read', async () => {
    const bed = await bedWithEntry();
    const rita = bed.caller('rita');
    const refused = { status: 403, code: 'NOT_A_MEMBER' };
    await expect(
      bed.allocating.read(rita, PAYMENTS, WEEK),
    ).rejects.toMatchObject(refused);
    await expect(
      bed.allocating.replace(rita, PAYMENTS, WEEK, 0, split),
    ).rejects.toMatchObject(refused);
  });
});

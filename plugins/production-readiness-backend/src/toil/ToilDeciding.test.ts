import {
  addWeeks,
  ToilDecisionInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import { createToilTestBed, ref } from '../testing/toil';

const TEAMS = {
  search: { users: ['jun', 'kei', 'lea', 'mio', 'nao'] },
  other: { users: ['zoe'] },
};
const TEAM = ref('group', 'search');
const automate: ToilDecisionInput = {
  kind: 'automate',
  category: 'manual_release',
  what: 'Yui wrote a script for this',
  buildHours: 40,
  upkeepHours: 0.5,
  liveFrom: null,
  dropped: false,
};

// Half a year of entries takes its time on a busy machine.
jest.setTimeout(30_000);

describeOnDatabases('what a team decides', db => {
  async function bedWith(minutesOf: (week: string) => number) {
    const bed = await createToilTestBed(db.database, TEAMS);
    for (let back = 1; back <= 26; back++) {
      const week = addWeeks('2026-W48', -back);
      await bed.logging.log(
        bed.caller('jun'),
        TEAM,
        {
          week,
          minutes: minutesOf(week),
          trigger: 'proactive',
          nature: 'toil',
          category: 'manual_release',
        },
        undefined,
      );
    }
    const decisions = async (name = 'jun') => {
      const answer = await bed.reading.decisions(bed.caller(name), TEAM);
      if (answer.access !== 'shown') throw new Error('The team is hidden');
      return answer.decisions;
    };
    return { ...bed, decisions };
  }

  it('pays back in 16 weeks, and is followed until it has', async () => {
    // Three hours a week, and one from the 35th week on.
    const bed = await bedWith(week => (week < '2026-W35' ? 180 : 60));
    const { id, version } = await bed.deciding.add(
      bed.caller('jun'),
      TEAM,
      automate,
      'a-key-of-mine',
    );
    const again = await bed.deciding.add(
      bed.caller('jun'),
      TEAM,
      automate,
      'a-key-of-mine',
    );
    expect(again.id).toBe(id);
    expect(await bed.decisions()).toEqual([
      expect.objectContaining({
        decidedIn: '2026-W48',
        minutesPerWeek: 60,
        paybackWeeks: 80,
        followUp: null,
      }),
    ]);
    await bed.deciding.update(
      bed.caller('kei'),
      TEAM,
      { id, version },
      {
        ...automate,
        liveFrom: '2026-W35',
      },
    );
    const [live] = await bed.decisions();
    expect(live.followUp).toMatchObject({
      comparable: true,
      before: { minutesPerWeek: 180 },
      after: { minutesPerWeek: 60 },
      wonPerWeek: 90,
      won: 13 * 90,
      complete: true,
    });
  });

  it('keeps the words in the team, and no name anywhere', async () => {
    const bed = await bedWith(() => 60);
    const { id } = await bed.deciding.add(
      bed.caller('jun'),
      TEAM,
      automate,
      undefined,
    );
    expect((await bed.decisions('kei'))[0].what).toBe(automate.what);
    expect((await bed.decisions('zoe'))[0].what).toBeUndefined();
    const lines = await db.knex('journal').where('action', 'like', '%decid%');
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/Yui|user:/);
    await expect(
      bed.deciding.remove(bed.caller('zoe'), TEAM, { id, version: 1 }),
    ).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await expect(
      bed.deciding.remove(bed.caller('kei'), TEAM, { id, version: 2 }),
    ).rejects.toMatchObject({ status: 412, code: 'DECISION_CHANGED' });
    await bed.deciding.remove(bed.caller('kei'), TEAM, { id, version: 1 });
    expect(await bed.decisions()).toEqual([]);
    await expect(
      bed.deciding.remove(bed.caller('kei'), TEAM, { id, version: 1 }),
    ).rejects.toMatchObject({ status: 404, code: 'DECISION_NOT_FOUND' });
  });

  it('refuses weeks that have not begun and categories that are not', async () => {
    const bed = await bedWith(() => 60);
    const add = (change: Partial<ToilDecisionInput>) =>
      bed.deciding.add(
        bed.caller('jun'),
        TEAM,
        { ...automate, ...change },
        undefined,
      );
    await expect(add({ liveFrom: '2027-W10' })).rejects.toMatchObject({
      code: 'WEEK_IN_FUTURE',
      field: 'body.liveFrom',
    });
    await expect(add({ category: 'nothing' })).rejects.toMatchObject({
      code: 'UNKNOWN_CATEGORY',
      field: 'body.category',
    });
  });
});

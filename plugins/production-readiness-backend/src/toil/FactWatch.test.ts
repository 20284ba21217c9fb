import { setTimeout as wait } from 'node:timers/promises';
import { describeOnDatabases } from '../testing';
import { createToilTestBed, NOW, ref } from '../testing/toil';
import { FactWatch } from './FactWatch';

const COMPANY = ref('group', 'company');
const TEAMS = {
  company: {},
  checkout: {
    parent: 'company',
    users: ['ai', 'bo', 'chie', 'dan', 'emi', 'fred'],
  },
  search: { parent: 'company', users: ['jun', 'kei', 'lea', 'mio', 'nao'] },
};

describeOnDatabases('two writers of two teams below one', db => {
  it('never both miss that together they record half of the weeks', async () => {
    const { config } = await createToilTestBed(db.database, TEAMS);
    await db
      .knex('directory_entity_owners')
      .insert({ entity_id: 7, owner_ref: COMPANY });
    const row = (team: string, week: string) => ({
      group_ref: ref('group', team),
      week,
      toil: 60,
      engineering: 0,
      overhead: 0,
      unsure: 0,
      reactive: 60,
      proactive: 0,
      entries: 1,
      carried_by_one: 0,
      carried_by_more: 0,
    });
    for (const week of [35, 36, 37, 38, 39]) {
      await db.knex('toil_weeks').insert(row('search', `2026-W${week}`));
    }
    const reevaluated: string[][] = [];
    const watch = new FactWatch({
      reevaluate: async (_tx, ids) => void reevaluated.push(ids),
    });
    // Each is done with comparing before either of them commits, unless one
    // has to wait for the other.
    const compared: Promise<unknown>[] = [];
    const write = (team: string, week: string) =>
      db.database.transaction(async tx => {
        const done = watch.around(
          tx,
          { groups: [ref('group', team)], weeks: [week], at: NOW, config },
          async () => void (await tx('toil_weeks').insert(row(team, week))),
        );
        compared.push(done);
        await done;
        await Promise.race([
          wait(400),
          wait(50).then(() => Promise.all(compared)),
        ]);
      });
    await Promise.all([
      write('search', '2026-W40'),
      write('checkout', '2026-W41'),
    ]);
    expect(reevaluated).toEqual([['7']]);
  });
});

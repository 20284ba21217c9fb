import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { EVERYTHING } from '../access';
import { readRowsWithAncestors } from '../checklist/inheritance';
import { readSubject } from '../checklist/subject';
import { lookAgain, lookOf } from '../checklist/subjectLook';
import { FixedClock } from '../database';
import { loadChecklists } from '../checklist/createChecklistFeature';
import { describeOn } from '../testing';
import { ann, NOW, rosa, SRE, TEAM } from '../testing/inbox';
import { seedSummaries } from '../testing/summaries';
import { readCandidates, readNextExpiring } from './InboxStore';

const ENTITIES = 2500;
const ITEMS = 42;
const clock = new FixedClock(NOW);

/** The plans of everything that is sent while some work is done. */
async function plansDuring(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent: { sql: string; bindings: Knex.Value[] }[] = [];
  const listen = (query: { sql: string; bindings: Knex.Value[] }) => {
    sent.push({ sql: query.sql, bindings: query.bindings });
  };
  knex.on('query', listen);
  await work();
  knex.removeListener('query', listen);
  const plans: string[] = [];
  for (const { sql, bindings } of sent) {
    // What the driver was given has numbered parameters already.
    const { rows } = await knex.raw(
      `explain ${sql.replace(/\$\d+/g, '?')}`,
      bindings,
    );
    plans.push(
      rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n'),
    );
  }
  return plans;
}

describeOn('PostgreSQL', 'a large catalog', db => {
  it('is not read as a whole for an entity or for an inbox', async () => {
    const { knex } = db;
    const ids = await seedSummaries(
      knex,
      Array.from({ length: ENTITIES }, (_, index) => ({
        name: `n${index}`,
        owners: [index % 100 === 0 ? TEAM : `group:default/g${index % 99}`],
      })),
    );
    // Most of what there is was accepted long ago; little waits.
    await knex.raw(
      `insert into item_states (entity_id, checklist_id, item_id, version,
         decision, attested_by, reviewer_ref, accepted_at, accepted_until,
         has_passed, state, updated_at)
       select e.id, 'default', 'I-' || i, 1,
         case when (e.id + i) % 200 = 0 then 'waiting' else 'accepted' end,
         'user:default/somebody',
         case when i % 2 = 0 then ?::text end, 1, ? + (e.id + i) % 400 * 86400000,
         true, 'accepted', 1
       from directory_entities e cross join generate_series(1, ?) i`,
      [SRE, NOW, ITEMS],
    );
    await knex.raw('analyze');
    const [checklist] = (await loadChecklists(new ConfigReader({}))).loaded;
    const due = { from: NOW, until: NOW + 30 * 86_400_000 };
    for (const caller of [ann, rosa]) {
      const scope = { knex, caller, visibility: EVERYTHING };
      for (const read of [
        () => readCandidates(scope, due),
        () => readNextExpiring(scope, due.until),
      ]) {
        const plans = await plansDuring(knex, read);
        expect(plans).toHaveLength(1);
        expect(plans[0]).not.toMatch(/Seq Scan on item_states/);
      }
    }
    const inPlay = { entityId: ids[7], ancestors: [], checklist };
    const plans = await plansDuring(knex, () =>
      readRowsWithAncestors(knex, inPlay),
    );
    expect(plans).toHaveLength(1);
    expect(plans[0]).not.toMatch(/Seq Scan|Sort/);

    const subject = await readSubject(knex, clock, { id: ids[7] });
    const look = lookOf(knex, { subject: subject!, inPlay, rowsVersion: '' });
    const [plan, ...more] = await plansDuring(knex, () =>
      lookAgain(knex, clock, look!),
    );
    expect(more).toEqual([]);
    expect(plan).toMatch(/Index Scan (using|on) item_states_pk/);
    // Of team choices there are none here.
    expect(plan).not.toMatch(/Seq Scan on (?!team_choices)/);
  }, 60_000);
});

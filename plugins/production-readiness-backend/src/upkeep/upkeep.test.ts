import {
  DAY,
  SESSION_EVERY,
  SESSION_NOTICE,
} from '@prodready/backstage-plugin-production-readiness-common';
import { FixedClock } from '../database';
import { describeOnDatabases } from '../testing';
import {
  catalogEntity,
  CHECKOUT,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { createUpkeepFeature } from './createUpkeepFeature';
import { attestMany } from './AnsweringMany';
import { readExamples } from './examples';
import { readSessionItems } from './upkeepEntries';

const olga = personOf('olga', 'payments');
const remi = personOf('remi', 'sre');
const rita = personOf('rita', 'search');
const payments = { namespace: 'default', name: 'payments' };
const basket = catalogEntity(
  'Component',
  'basket',
  { ownedBy: ['group:default/search'], partOf: ['system:default/shop'] },
  {
    annotations: { 'production-readiness.io/tier': '2' },
    spec: { type: 'service', lifecycle: 'production', system: 'shop' },
  },
);
const search = catalogEntity('Group', 'search', {}, { spec: { type: 'team' } });
const words = (text: string) => ({ kind: 'text' as const, text });
const good = words('Ken and Mei can operate it, tried on 3 November');
const nothing = {
  sessionAt: null,
  sharesAnswers: false,
  focus: [],
  focusUntil: null,
};

describeOnDatabases('upkeep of a team', db => {
  async function testBed() {
    const bed = await createChecklistTestBed(db.database, {
      reviewers: [{ groupRef: 'group:default/sre' }],
      entities: [TEAM, CHECKOUT, search, basket],
    });
    const { teams } = createUpkeepFeature({ ...bed, database: db.database });
    const edit = (itemId: string, version: number, name = 'checkout') => ({
      entity: { kind: 'component', namespace: 'default', name },
      itemId,
      version,
    });
    const accepted = async (itemId: string, evidence = good) => {
      await bed.answering.attest(olga, edit(itemId, 0), evidence);
      return bed.answering.accept(remi, edit(itemId, 1));
    };
    return { ...bed, teams, edit, accepted };
  }

  it('walks through what expires before the following session', async () => {
    const { accepted, teams } = await testBed();
    await accepted('OWN-5');
    await accepted('OPS-2');
    expect((await teams.read(olga, payments)).lines).toEqual([]);
    // Given in this very session, so there is nothing to do about it.
    await teams.choose(olga, payments, 0, { ...nothing, sessionAt: NOW });
    expect((await teams.read(olga, payments)).lines).toEqual([]);
  });

  it('lists it again in the next one, and lets its owners confirm it', async () => {
    const bed = await testBed();
    const { accepted, answering, teams } = bed;
    const clock = bed.clock as FixedClock;
    await teams.choose(olga, payments, 0, {
      ...nothing,
      sessionAt: NOW + 5 * DAY,
    });
    await accepted('OWN-5');
    await accepted('REL-3');
    clock.set(NOW + 60 * DAY);
    const { lines, session, sections, version } = await teams.read(
      olga,
      payments,
    );
    expect(session?.at).toBe(NOW + 5 * DAY + SESSION_EVERY);
    expect(version).toBe(1);
    expect(sections.length).toBeGreaterThan(3);
    expect(lines.map(({ itemId }) => itemId)).toEqual(['OWN-5', 'REL-3']);
    expect(lines[0]).toMatchObject({ evidence: good, canAttest: true });
    expect((await teams.read(rita, payments)).lines[0].canAttest).toBe(false);

    const inbox = async () =>
      readSessionItems(
        {
          knex: db.knex,
          caller: olga,
          visibility: await bed.access.visibility(olga),
        },
        bed,
        await clock.now(),
      );
    expect((await inbox()).items).toEqual([]);
    clock.set(session!.at - SESSION_NOTICE);
    const open = await inbox();
    expect(open.items).toMatchObject([
      { kind: 'hold-session', subject: { count: 2 } },
    ]);
    expect(open.covers(lines[0].entityRef, 'OWN-5')).toBe(true);
    expect(open.covers(lines[0].entityRef, 'SEC-3')).toBe(false);

    // The one with what it said, the other without a day, and one that is not.
    const results = await attestMany(
      answering,
      olga,
      [
        { ...lines[0], evidence: lines[0].evidence },
        { ...lines[1], evidence: words('It still works as it did before') },
        { ...lines[0], itemId: 'NOPE-1' },
        { ...lines[1], evidence: words('Rolled back again on 2027-02-01') },
      ],
      bed.logger,
    );
    expect(results.map(({ problem }) => problem?.code ?? 'saved')).toEqual([
      'saved',
      'EVIDENCE_WITHOUT_DATE',
      'ITEM_NOT_FOUND',
      'saved',
    ]);
    expect((await teams.read(olga, payments)).lines).toEqual([]);
    expect((await inbox()).items).toEqual([]);
  });

  it('lets an ordinary answer count until a session that comes shortly after', async () => {
    const { accepted, teams } = await testBed();
    await teams.choose(olga, payments, 0, { ...nothing, sessionAt: NOW });
    const ordinary = await accepted('OWN-5');
    expect(ordinary.item.validUntil).toBe(NOW + SESSION_EVERY + DAY);
    const high = await accepted('REL-3');
    expect(high.item.validUntil).toBe(NOW + 180 * DAY);
  });

  it('refuses choices of others, of an older version, and without sense', async () => {
    const { teams } = await testBed();
    const choose = (input: object, version = 0, who = olga) =>
      teams.choose(who, payments, version, { ...nothing, ...input });
    await expect(choose({}, 0, rita)).rejects.toMatchObject({
      code: 'TEAM_MEMBERS_ONLY',
    });
    await expect(choose({ sessionAt: NOW - 2 * DAY })).rejects.toMatchObject({
      code: 'SESSION_DAY',
    });
    await expect(choose({ focus: ['release'] })).rejects.toMatchObject({
      code: 'FOCUS_END',
    });
    await choose({ sharesAnswers: true });
    await expect(choose({})).rejects.toMatchObject({ code: 'CHOICES_CHANGED' });
    await choose({}, 1);
  });

  it('puts the focus first, and says so', async () => {
    const { reading, teams } = await testBed();
    const name = { kind: 'component', namespace: 'default', name: 'checkout' };
    const before = await reading.readiness(olga, name);
    expect(before.focus).toBeNull();
    const { sections } = await teams.read(olga, payments);
    const security = sections.find(({ id }) => id.startsWith('sec'))!.id;
    const focusUntil = NOW + 30 * DAY;
    await teams.choose(olga, payments, 0, {
      ...nothing,
      focus: [security],
      focusUntil,
    });
    const after = await reading.readiness(olga, name);
    expect(after.focus).toEqual({ sections: [security], until: focusUntil });
    const place = (view: typeof before) =>
      view.nextSteps.findIndex(({ itemId }) => itemId.startsWith('SEC-'));
    // What got worse, or what the facts find missing, still goes before it.
    expect(place(after)).toBeGreaterThanOrEqual(0);
    expect(place(before)).not.toBe(place(after));
    const open = after.nextSteps.filter(({ action }) => action === 'answer');
    expect(open[0].itemId).toMatch(/^SEC-/);
  });

  it('lends accepted answers by consent, to whoever may see the service', async () => {
    const { accepted, access, directory, teams } = await testBed();
    await accepted('OWN-5');
    const [entity] = await directory.findByRefs(db.knex, [
      'component:default/basket',
    ]);
    const examples = async (apply = () => {}) =>
      readExamples(
        db.knex,
        { entity, checklistId: 'default', itemId: 'OWN-5' },
        { ...(await access.visibility(rita)), apply },
        NOW,
      );
    expect(await examples()).toEqual([]);
    await teams.choose(olga, payments, 0, { ...nothing, sharesAnswers: true });
    expect(await examples()).toMatchObject([
      {
        entityRef: 'component:default/checkout',
        ownerRef: 'group:default/payments',
        evidence: good,
        attestedBy: { name: 'olga' },
        isSameSystem: true,
      },
    ]);
    const hidden = await readExamples(
      db.knex,
      { entity, checklistId: 'default', itemId: 'OWN-5' },
      { apply: query => void query.whereRaw('1 = 0') },
      NOW,
    );
    expect(hidden).toEqual([]);
  });
});

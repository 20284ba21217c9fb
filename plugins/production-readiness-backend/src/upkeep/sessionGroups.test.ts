import {
  DAY,
  SESSION_EVERY,
} from '@prodready/backstage-plugin-production-readiness-common';
import { FixedClock } from '../database';
import { EVERYTHING } from '../directory';
import { describeOnDatabases } from '../testing';
import {
  catalogEntity,
  CHECKOUT,
  createChecklistTestBed,
  NOW,
  personOf,
} from '../testing/checklist';
import { createUpkeepFeature } from './createUpkeepFeature';
import { readSessionGroup } from './sessionGroups';
import { readSessionItems } from './upkeepEntries';

const group = (name: string, parent?: string) =>
  catalogEntity(
    'Group',
    name,
    parent ? { childOf: [`group:default/${parent}`] } : {},
    { spec: { type: 'team' } },
  );
const user = (name: string, team: string) =>
  catalogEntity('User', name, { memberOf: [`group:default/${team}`] });
const component = (name: string, team: string) =>
  catalogEntity(
    'Component',
    name,
    { ownedBy: [`group:default/${team}`] },
    {
      annotations: { 'production-readiness.io/tier': '2' },
      spec: { type: 'service', lifecycle: 'production' },
    },
  );

const olga = personOf('olga', 'payments', 'shop', 'company');
const rita = personOf('rita', 'search', 'shop', 'company');
// Leads the department, and is in none of its teams.
const lead = personOf('lea', 'shop', 'company');
const admin = personOf('adam', 'platform', 'company');
const remi = personOf('remi', 'sre', 'company');
const nothing = {
  sessionAt: null,
  sharesAnswers: false,
  focus: [],
  focusUntil: null,
};
const good = {
  kind: 'text' as const,
  text: 'Ken and Mei can operate it, tried on 3 November',
};
const name = (one: string) => ({ namespace: 'default', name: one });

describeOnDatabases('sessions of Groups above others', db => {
  async function testBed() {
    const bed = await createChecklistTestBed(db.database, {
      reviewers: [{ groupRef: 'group:default/sre' }],
      entities: [
        group('company'),
        group('shop', 'company'),
        group('payments', 'shop'),
        group('search', 'shop'),
        group('platform', 'company'),
        user('olga', 'payments'),
        user('rita', 'search'),
        user('lea', 'shop'),
        CHECKOUT,
        component('finder', 'search'),
      ],
    });
    const { teams } = createUpkeepFeature({ ...bed, database: db.database });
    const accepted = async (
      entity: { kind: string; namespace: string; name: string },
      itemId: string,
      who = olga,
    ) => {
      const edit = (version: number) => ({ entity, itemId, version });
      await bed.answering.attest(who, edit(0), good);
      return bed.answering.accept(remi, edit(1));
    };
    const hold = (one: string, sessionAt: number, who = olga) =>
      teams.choose(who, name(one), 0, { ...nothing, sessionAt });
    const linesOf = async (one: string, who = lead) =>
      (await teams.read(who, name(one))).lines.map(
        ({ entityRef, itemId }) => `${itemId} ${entityRef.split('/')[1]}`,
      );
    const inboxOf = async (caller: typeof olga) =>
      readSessionItems(
        {
          knex: db.knex,
          caller,
          visibility: await bed.access.visibility(caller),
        },
        bed,
        await bed.clock.now(),
      );
    await accepted(
      { kind: 'component', namespace: 'default', name: 'checkout' },
      'OWN-5',
    );
    await accepted(
      { kind: 'component', namespace: 'default', name: 'finder' },
      'OWN-5',
      rita,
    );
    await accepted(
      { kind: 'group', namespace: 'default', name: 'company' },
      'OPS-3',
      admin,
    );
    return {
      ...bed,
      clock: bed.clock as FixedClock,
      teams,
      hold,
      linesOf,
      inboxOf,
      accepted,
    };
  }

  it('walk through the teams below that hold none, and say who does', async () => {
    const { clock, hold, inboxOf, linesOf, teams } = await testBed();
    clock.set(NOW + 60 * DAY);
    const at = NOW + 65 * DAY;
    // What belongs to others is looked at once a day was chosen.
    expect(await linesOf('shop')).toEqual([]);
    expect(await linesOf('search', rita)).toEqual(['OWN-5 finder']);
    await hold('shop', at);
    expect(await linesOf('shop')).toEqual(['OWN-5 checkout', 'OWN-5 finder']);
    const shop = await teams.read(lead, name('shop'));
    expect(shop.sessionsBelow).toEqual([]);
    expect(shop.session).toMatchObject({ at, heldBy: null });
    // The lead looks on; whoever answers for it confirms it.
    expect(shop.lines.map(one => one.canAttest)).toEqual([false, false]);
    expect(shop.lines[0]).toMatchObject({
      ownerRef: 'group:default/payments',
      forOthers: false,
    });

    // The team that holds none is in the one above.
    const search = await teams.read(rita, name('search'));
    expect(search.session).toMatchObject({
      at,
      heldBy: { ref: 'group:default/shop', title: 'shop' },
    });
    expect(search.choices.sessionAt).toBeNull();
    expect(await linesOf('search', rita)).toEqual(['OWN-5 finder']);

    // One entry each: what is theirs, and for the lead all of it.
    expect((await inboxOf(rita)).items).toMatchObject([
      { entityRef: 'group:default/shop', subject: { count: 1 } },
    ]);
    expect((await inboxOf(lead)).items).toMatchObject([
      { entityRef: 'group:default/shop', subject: { count: 2 } },
    ]);
    expect((await inboxOf(remi)).items).toEqual([]);

    await hold('payments', at + DAY);
    expect(await linesOf('shop')).toEqual(['OWN-5 finder']);
    expect((await teams.read(lead, name('shop'))).sessionsBelow).toEqual([
      { ref: 'group:default/payments', title: 'payments', at: at + DAY },
    ]);
    expect((await inboxOf(olga)).items).toMatchObject([
      { entityRef: 'group:default/payments', subject: { count: 1 } },
    ]);
  });

  it('walk through what the Group at the top answered for everybody', async () => {
    const { clock, hold, inboxOf, linesOf, teams } = await testBed();
    clock.set(NOW + 330 * DAY);
    await hold('shop', NOW + 331 * DAY);
    expect(await linesOf('shop')).not.toContain('OPS-3 company');
    expect(await linesOf('company', admin)).toEqual(['OPS-3 company']);
    const [line] = (await teams.read(admin, name('company'))).lines;
    expect(line).toMatchObject({
      ownerRef: null,
      forOthers: true,
      canAttest: true,
    });
    expect((await teams.read(lead, name('company'))).lines[0].canAttest).toBe(
      false,
    );
    await hold('company', NOW + 335 * DAY, admin);
    expect((await inboxOf(admin)).items).toMatchObject([
      { entityRef: 'group:default/company', subject: { count: 1 } },
    ]);
    expect(
      (await inboxOf(admin)).covers('group:default/company', 'OPS-3'),
    ).toBe(true);
    expect(
      (await inboxOf(lead)).items.map(({ entityRef }) => entityRef),
    ).toEqual(['group:default/shop']);
  });

  it('let an answer of a team below count until the session that it is in', async () => {
    const { accepted, clock, hold } = await testBed();
    await hold('shop', NOW);
    const { item } = await accepted(
      { kind: 'component', namespace: 'default', name: 'finder' },
      'OBS-3',
      rita,
    );
    // 365 days later is a day of that week: the fourth session.
    expect(item.validUntil).toBe(NOW + 4 * SESSION_EVERY + DAY);
    clock.set(NOW + DAY);
  });

  it('do not name a Group above that the reader may not see', async () => {
    const { hold } = await testBed();
    await hold('shop', NOW);
    expect(
      await readSessionGroup(db.knex, 'group:default/search', EVERYTHING),
    ).toMatchObject({ sessionAt: NOW, group: { title: 'shop' } });
    const hidden = await readSessionGroup(db.knex, 'group:default/search', {
      apply: (query, alias) =>
        void query.whereNot(`${alias}.ref`, 'group:default/shop'),
    });
    expect(hidden).toEqual({ sessionAt: NOW });
  });
});

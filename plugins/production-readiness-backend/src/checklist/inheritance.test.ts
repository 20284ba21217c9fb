import {
  catalogEntity,
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases, statementsDuring } from '../testing';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const yui = personOf('yui', 'platform');
const rin = personOf('rin', 'platform');
const evidence = {
  kind: 'text' as const,
  text: 'The severity table is in the handbook, chapter 4.',
};
const ITEM = 'OPS-3';
const entity = (kind: string, name: string) => ({
  kind,
  namespace: 'default',
  name,
});
const ACME = entity('group', 'acme');
const SHOP = entity('system', 'shop');
const CATALOG = [
  catalogEntity('Group', 'acme'),
  {
    ...TEAM,
    relations: [{ type: 'childOf', targetRef: 'group:default/acme' }],
  },
  CHECKOUT,
  catalogEntity('System', 'shop', {
    ownedBy: ['group:default/payments'],
    partOf: ['domain:default/retail'],
  }),
  catalogEntity('Domain', 'retail', { ownedBy: ['group:default/payments'] }),
];

describeOnDatabases('answers from above', db => {
  async function setUp(entities = CATALOG) {
    const bed = await createChecklistTestBed(db.database, { entities });
    await bed.sweep.run();
    const answer = async (
      name: ReturnType<typeof entity>,
      [by, accepter] = [olga, colin],
    ) => {
      const before = await bed.reading.readiness(by, name);
      const { version } = before.items.find(one => one.itemId === ITEM)!;
      const attested = await bed.answering.attest(
        by,
        { entity: name, itemId: ITEM, version },
        evidence,
      );
      await bed.answering.accept(accepter, {
        entity: name,
        itemId: ITEM,
        version: attested.item.version,
      });
    };
    return {
      ...bed,
      answer,
      answerForAll: () => answer(ACME, [yui, rin]),
      item: async (name = CHECKOUT_NAME, reader = olga) =>
        (await bed.reading.readiness(reader, name)).items.find(
          one => one.itemId === ITEM,
        )!,
    };
  }

  it('counts for everything below the Group at the top, origin shown', async () => {
    const bed = await setUp();
    expect(await bed.item()).toMatchObject({ state: 'open', inherited: null });
    await bed.answerForAll();
    expect(await bed.item()).toMatchObject({
      state: 'accepted',
      satisfied: true,
      version: 0,
      answer: null,
      acceptance: { evidence, acceptedBy: { name: 'rin' } },
      inherited: { ref: 'group:default/acme', overridden: false },
    });
    const before = await db.knex('readiness_summaries').select('score');
    expect(await bed.sweep.run()).toEqual({ entities: 3 });
    const after = await db.knex('readiness_summaries').select('score');
    expect(after).not.toEqual(before);
    expect(await bed.sweep.run()).toEqual({ entities: 0 });
  });

  it('lets the nearest win, and an own answer before all', async () => {
    const bed = await setUp();
    await bed.answerForAll();
    await bed.answer(SHOP);
    expect((await bed.item()).inherited?.ref).toBe('system:default/shop');
    await bed.answer(CHECKOUT_NAME);
    const own = await bed.item();
    expect(own).toMatchObject({
      state: 'accepted',
      inherited: { ref: 'system:default/shop', overridden: true },
      acts: expect.arrayContaining(['take_over']),
    });
    const { item } = await bed.answering.takeOver(olga, {
      entity: CHECKOUT_NAME,
      itemId: ITEM,
      version: own.version,
    });
    expect(item).toMatchObject({
      state: 'accepted',
      answer: null,
      inherited: { ref: 'system:default/shop', overridden: false },
    });
    await expect(
      bed.answering.takeOver(olga, {
        entity: CHECKOUT_NAME,
        itemId: ITEM,
        version: item.version,
      }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_TAKE_OVER' });
    const { events } = await bed.reading.history(olga, CHECKOUT_NAME, ITEM);
    expect(events[0].action).toBe('checklist.taken_over');
  });

  it('keeps counting while an own answer waits', async () => {
    const bed = await setUp();
    await bed.answerForAll();
    await bed.answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: ITEM, version: 0 },
      evidence,
    );
    expect(await bed.item()).toMatchObject({
      state: 'attested',
      satisfied: true,
      inherited: { overridden: false },
    });
  });

  it('wears out where it was given', async () => {
    const bed = await setUp();
    await bed.answerForAll();
    await bed.sweep.run();
    bed.clock.set(NOW + 366 * DAY);
    expect(await bed.item()).toMatchObject({
      state: 'lapsed',
      satisfied: false,
    });
  });

  it('says neither where it comes from nor what it says to who may not see that', async () => {
    const bed = await setUp();
    await bed.answerForAll();
    bed.policy.visibility = {
      apply: (query, alias) =>
        void query.whereNot(`${alias}.ref`, 'group:default/acme'),
    };
    const shown = await bed.item();
    expect(shown).toMatchObject({
      state: 'accepted',
      inherited: { ref: null, overridden: false },
    });
    expect(shown).not.toHaveProperty('acceptance');
  });

  it('is answered for the whole organisation by administrators alone', async () => {
    const bed = await setUp();
    expect(await bed.item(ACME)).toMatchObject({
      canAttest: { allowed: false, reason: 'no_owner' },
      required: false,
    });
    const team = await bed.reading.readiness(olga, entity('group', 'payments'));
    expect(team.items).toEqual([]);
    expect(
      await db.knex('readiness_summaries').where({ kind: 'group' }),
    ).toEqual([]);
    // What nobody asks of the Group cannot be waived there either.
    await expect(
      bed.answering.requestWaiver(
        yui,
        { entity: ACME, itemId: ITEM, version: 0 },
        {
          kind: 'exemption',
          reason: 'The whole organisation moves in spring',
          compensatingControl: 'Everybody looks twice until then',
          until: NOW + 30 * DAY,
        },
      ),
    ).rejects.toMatchObject({ status: 409, code: 'NOTHING_TO_WAIVE' });
    expect((await bed.item(ACME)).acts).not.toContain('request_waiver');
  });

  it('follows a System that moves to another Domain', async () => {
    const bed = await setUp();
    await bed.answer(entity('domain', 'retail'));
    expect((await bed.item()).inherited?.ref).toBe('domain:default/retail');
    bed.catalog.entities = CATALOG.map(one =>
      one.kind === 'System' ? { ...one, relations: [] } : one,
    );
    await bed.directorySweep.run();
    await bed.sweep.run();
    expect(await bed.item()).toMatchObject({ state: 'open', inherited: null });
  });

  it('takes nothing from a hierarchy that runs in a circle', async () => {
    const bed = await setUp([
      catalogEntity('Group', 'acme', { childOf: ['group:default/payments'] }),
      ...CATALOG.slice(1),
    ]);
    expect((await bed.reading.readiness(yui, ACME)).items).toEqual([]);
    expect(await bed.item()).toMatchObject({ state: 'open', inherited: null });
  });

  it('is read in two statements', async () => {
    const bed = await setUp();
    await bed.answerForAll();
    const { statements } = await statementsDuring(db.knex, () => bed.item());
    expect(statements).toHaveLength(2);
  });
});

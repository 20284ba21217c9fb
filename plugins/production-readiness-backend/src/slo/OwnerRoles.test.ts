import { DEFAULT_OWNER_ROLES } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import {
  component,
  content,
  createSloTestBed,
  DAY,
  newest,
  NOW,
  person,
  said,
} from '../testing/slo';
import { followOwnerAnnotations } from './OwnerHistory';
import { followOwnerPlaces } from './OwnerPlaces';

const CHECKOUT = component('checkout');
const SHOP = { kind: 'System', namespace: 'default', name: 'shop' };
const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const boss = person('boss');
const PEOPLE = ['dev', 'colleague', 'boss', 'other'];
const SETTINGS = {
  productionReadiness: {
    slo: {
      roles: [
        {
          id: 'business-owner',
          title: { en: 'Business owner', ja: '事業責任者' },
          group: 'business',
        },
      ],
      policy: { '2': { roles: ['business-owner'] } },
    },
  },
};

describeOnDatabases('a role that the organisation added', db => {
  const setUp = async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { owner: 'payments', system: 'shop' },
        shop: {
          kind: 'system',
          annotations: { 'production-readiness.io/business-owner': 'boss' },
        },
      },
      PEOPLE,
      SETTINGS,
    );
    await db.knex('directory_memberships').insert({
      member_ref: boss.userRef,
      group_ref: 'group:default/business',
      depth: 1,
    });
    const owner = async () =>
      (await bed.reading.entity(dev, CHECKOUT)).owners.find(
        one => one.role === 'business-owner',
      );
    return { bed, owner };
  };

  it('is taken over from above, and signs where the policy says so', async () => {
    const { bed, owner } = await setUp();
    expect(await owner()).toMatchObject({
      holder: { userRef: 'user:default/boss', name: 'Boss' },
      origin: { place: 'system', by: 'annotation' },
      vacant: false,
      group: 'group:default/business',
    });
    const journey = await bed.journeys.add(
      dev,
      CHECKOUT,
      {
        title: 'Check out',
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    const page = await bed.editing.add(
      dev,
      CHECKOUT,
      {
        content: content(journey.id, { accountableRole: 'business-owner' }),
        requestSignatures: true,
      },
      undefined,
    );
    const version = newest(page);
    const sign = (who: typeof boss, meaning: 'approve' | 'technical-review') =>
      bed.signing.sign(
        who,
        page.slo.id,
        version.version,
        said(version, meaning),
        undefined,
      );
    await sign(colleague, 'technical-review');
    const agreed = await sign(boss, 'approve');
    expect(agreed.slo).toMatchObject({
      state: 'in_force',
      signatures: [{ role: 'business-owner' }, {}],
    });
    // Whoever leaves the Group holds the role no more, though still a person.
    await db.knex('directory_memberships').delete();
    expect(await owner()).toMatchObject({ vacant: true });
    const { slos } = await bed.reading.entity(dev, CHECKOUT);
    expect(slos[0]).toMatchObject({
      state: 'owner_vacant',
      inForce: { version: 1 },
    });
    await expect(
      bed.editing.requestSignatures(dev, page.slo.id, 1),
    ).rejects.toMatchObject({ status: 409, code: 'OWNER_VACANT' });
  });

  it('refuses a role that nobody configured', async () => {
    const { bed } = await setUp();
    await expect(
      bed.owners.set(dev, CHECKOUT, 'chef', boss.userRef!, 0),
    ).rejects.toMatchObject({
      status: 400,
      code: 'UNKNOWN_ROLE',
      field: 'path.role',
    });
  });
});

describeOnDatabases('the history of owners', db => {
  it('says who held a role, from where, until when, and who changed it', async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { owner: 'payments', system: 'shop' },
        shop: { kind: 'system', owner: 'payments' },
      },
      PEOPLE,
    );
    const set = (where: typeof SHOP, userRef: string | null, version: number) =>
      bed.owners.set(dev, where, 'cto', userRef, version);
    await set(SHOP, 'user:default/boss', 0);
    bed.clock.set(NOW + DAY);
    await set(CHECKOUT, 'user:default/other', 0);
    bed.clock.set(NOW + 2 * DAY);
    await set(CHECKOUT, null, 1);
    bed.clock.set(NOW + 3 * DAY);

    // The catalog file of checkout names somebody, then nobody again.
    const { id } = await db
      .knex('directory_entities')
      .where({ ref: 'component:default/checkout' })
      .first('id');
    const search = {
      entity_id: id,
      key: 'metadata.annotations.production-readiness.io/cto',
      value: 'colleague',
    };
    const follow = (at: number) =>
      db.database.transaction(tx =>
        followOwnerAnnotations(tx, DEFAULT_OWNER_ROLES, [String(id)], at),
      );
    await db.knex('directory_search').insert(search);
    await follow(NOW + 3 * DAY);
    await follow(NOW + 4 * DAY);
    await db.knex('directory_search').where(search).delete();
    await follow(NOW + 5 * DAY);

    const { ownerHistory } = await bed.reading.entity(dev, CHECKOUT);
    const day = (at: number | null) => (at === null ? null : (at - NOW) / DAY);
    expect(
      ownerHistory.map(one => [
        one.holder.name,
        one.origin.place,
        one.origin.by,
        day(one.from),
        day(one.until),
        one.changedBy?.name,
      ]),
    ).toEqual([
      ['Boss', 'system', 'set', 5, null, undefined],
      ['Colleague', 'entity', 'annotation', 3, 5, undefined],
      ['Boss', 'system', 'set', 2, 3, 'Dev'],
      ['Other', 'entity', 'set', 1, 2, 'Dev'],
      ['Boss', 'system', 'set', 0, 1, 'Dev'],
    ]);
    bed.hidden.push('shop');
    const hidden = await bed.reading.entity(dev, CHECKOUT);
    expect(hidden.ownerHistory[0].origin.entityRef).toBeNull();
  });

  it('asks the System of the time, not the one of today', async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { owner: 'payments', system: 'shop' },
        shop: { kind: 'system', owner: 'payments' },
        market: { kind: 'system', owner: 'payments' },
      },
      PEOPLE,
    );
    const where = { ref: 'component:default/checkout' };
    const { id } = await db.knex('directory_entities').where(where).first('id');
    const follow = (at: number) =>
      db.database.transaction(tx => followOwnerPlaces(tx, [String(id)], at));
    const held = async () => {
      const { ownerHistory } = await bed.reading.entity(dev, CHECKOUT);
      return ownerHistory.map(({ holder, origin, from, until }) => [
        holder.name,
        origin.entityRef,
        (from - NOW) / DAY,
        until === null ? null : (until - NOW) / DAY,
      ]);
    };
    await bed.owners.set(dev, SHOP, 'cto', 'user:default/boss', 0);
    const market = { ...SHOP, name: 'market' };
    await bed.owners.set(dev, market, 'cto', 'user:default/other', 0);
    // Nothing is known of places: it was always where it is.
    expect(await held()).toEqual([['Boss', 'system:default/shop', 0, null]]);

    await follow(NOW - DAY);
    await db
      .knex('directory_entities')
      .where(where)
      .update({ system_ref: 'system:default/market' });
    await follow(NOW + 3 * DAY);
    await follow(NOW + 4 * DAY);
    bed.clock.set(NOW + 5 * DAY);
    // Its choice ended with it, and it is read no more by whoever could.
    await db
      .knex('directory_entities')
      .where({ ref: 'system:default/shop' })
      .update({ deleted_at: NOW + 5 * DAY });
    expect(await held()).toEqual([
      ['Other', 'system:default/market', 3, null],
      ['Boss', null, 0, 3],
    ]);
    await db
      .knex('directory_entities')
      .where(where)
      .update({ system_ref: null });
    await follow(NOW + 6 * DAY);
    expect((await held())[0]).toEqual(['Other', 'system:default/market', 3, 6]);
  });
});

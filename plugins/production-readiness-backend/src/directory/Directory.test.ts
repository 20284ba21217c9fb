import { describeOnDatabases, statementsDuring } from '../testing';
import {
  checkout,
  entity,
  NOW,
  setUpDirectory,
  shop,
  team,
} from '../testing/directory';

describeOnDatabases('the directory', db => {
  it('keeps what the catalog says of an entity', async () => {
    const { catalog, sweep, find } = setUpDirectory(db.database);
    catalog.entities = [checkout, shop, team, entity('Domain', 'trade')];
    await expect(sweep.run()).resolves.toEqual({
      complete: true,
      seen: 4,
      changed: 4,
      deleted: 0,
    });
    expect(await find('COMPONENT:Default/checkout')).toMatchObject({
      ref: 'component:default/checkout',
      name: 'Checkout',
      kind: 'component',
      type: 'service',
      tier: 1,
      tierOrigin: 'annotation',
      phase: 'general-availability',
      ownerRef: 'group:default/team',
      ownerRefs: ['group:default/team'],
      ownerKind: 'group',
      ownerExists: true,
      systemRef: 'system:default/shop',
      domainRef: 'domain:default/trade',
      adoptedAt: NOW,
    });
    expect((await find('system:default/shop')).ownerRef).toBeUndefined();
  });

  it('finds an entity in one statement', async () => {
    const { catalog, sweep, find } = setUpDirectory(db.database);
    catalog.entities = [checkout];
    await sweep.run();
    const { statements } = await statementsDuring(db.knex, () =>
      find('component:default/checkout'),
    );
    expect(statements).toHaveLength(1);
  });

  it('reads an entity from the catalog that the sweep has not met', async () => {
    const { catalog, changes, find } = setUpDirectory(db.database);
    catalog.entities = [checkout];
    await expect(find('component:default/checkout')).resolves.toMatchObject({
      name: 'Checkout',
    });
    expect(changes).toEqual([['component:default/checkout']]);
    await find('component:default/checkout');
    expect(catalog.lookUps).toBe(1);
  });

  it('says the same of what is hidden and of what does not exist', async () => {
    const { catalog, sweep, directory, find } = setUpDirectory(db.database);
    catalog.entities = [checkout];
    await sweep.run();
    const unknown = await find('component:default/none').catch(e => e);
    const hidden = await directory
      .findEntity(db.knex, 'component:default/checkout', {
        apply: query => void query.whereRaw('1 = 0'),
      })
      .catch(e => e);
    expect(unknown).toMatchObject({ status: 404, code: 'ENTITY_NOT_FOUND' });
    expect(hidden).toMatchObject({ status: 404, code: 'ENTITY_NOT_FOUND' });
    expect(hidden.message.replace('checkout', 'none')).toBe(unknown.message);
    await expect(find('location:default/x')).rejects.toMatchObject({
      code: 'ENTITY_NOT_FOUND',
    });
  });

  it('gives a reused name with another uid a row of its own', async () => {
    const { catalog, sweep, find } = setUpDirectory(db.database);
    catalog.entities = [checkout];
    await sweep.run();
    const before = await find('component:default/checkout');
    const other = structuredClone(checkout);
    other.metadata.uid = 'another';
    catalog.entities = [other];
    await sweep.run();
    const after = await find('component:default/checkout');
    expect(after.id).not.toBe(before.id);
    expect(after.uid).toBe('another');
  });
});

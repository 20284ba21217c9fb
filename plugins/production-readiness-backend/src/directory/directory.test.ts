import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { FixedClock } from '../database';
import { describeOnDatabases, statementsDuring } from '../testing';
import { createDirectory } from './createDirectory';
import { EVERYTHING } from './Directory';

const NOW = Date.UTC(2026, 10, 22);

/** A catalog that shows what it is given, and fails when told to. */
class FakeCatalog {
  entities: Entity[] = [];
  failAfterPages = Infinity;
  lookUps = 0;

  async *streamEntities(request: { filter: { kind: string[] } }) {
    let pages = 0;
    for (const one of this.entities) {
      if (!request.filter.kind.includes(one.kind.toLowerCase())) continue;
      if (pages++ >= this.failAfterPages) throw new Error('catalog went away');
      yield [one];
    }
  }

  async getEntityByRef(ref: string) {
    this.lookUps += 1;
    return this.find(ref);
  }

  async getEntitiesByRefs({ entityRefs }: { entityRefs: string[] }) {
    return { items: entityRefs.map(ref => this.find(ref)) };
  }

  private find(ref: string) {
    return this.entities.find(
      ({ kind, metadata }) =>
        `${kind}:default/${metadata.name}`.toLowerCase() === ref,
    );
  }
}

function entity(
  kind: string,
  name: string,
  relations: Record<string, string | string[]> = {},
  more: { uid?: string; spec?: object; annotations?: object } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      uid: more.uid ?? `uid-${kind}-${name}`,
      annotations: { ...more.annotations },
    },
    spec: { ...more.spec },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      [targets].flat().map(targetRef => ({ type, targetRef })),
    ),
  };
}

describeOnDatabases('the directory', db => {
  function setUp() {
    const catalog = new FakeCatalog();
    const changes: string[][] = [];
    let refused = '';
    const refuse = (ref: string) => {
      refused = ref;
    };
    const parts = createDirectory({
      catalog: catalog as unknown as CatalogService,
      auth: mockServices.auth(),
      database: db.database,
      clock: new FixedClock(NOW),
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
      onEntitiesChanged: async (tx, ids) => {
        const rows = await tx('directory_entities').whereIn('id', ids);
        const refs = rows.map(row => row.ref).sort();
        if (refs.includes(refused)) throw new Error(`${refused} is odd`);
        changes.push(refs);
      },
    });
    const find = (ref: string) =>
      parts.directory.findEntity(db.knex, ref, EVERYTHING);
    return { catalog, changes, find, refuse, ...parts };
  }

  const team = entity('Group', 'team', { childOf: 'group:default/all' });
  const shop = entity('System', 'shop', { partOf: 'domain:default/trade' });
  const checkout = entity(
    'Component',
    'Checkout',
    {
      ownedBy: 'group:default/team',
      partOf: 'system:default/shop',
      dependsOn: 'resource:default/orders',
    },
    {
      spec: { lifecycle: 'production', type: 'service', owner: 'wrong' },
      annotations: { 'production-readiness.io/tier': '1' },
    },
  );

  it('keeps what the catalog says of an entity', async () => {
    const { catalog, sweep, find } = setUp();
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
    const { catalog, sweep, find } = setUp();
    catalog.entities = [checkout];
    await sweep.run();
    const { statements } = await statementsDuring(db.knex, () =>
      find('component:default/checkout'),
    );
    expect(statements).toHaveLength(1);
  });

  it('writes nothing when nothing changed', async () => {
    const { catalog, changes, sweep } = setUp();
    catalog.entities = [checkout, shop, team];
    await sweep.run();
    changes.length = 0;
    const again = structuredClone(catalog.entities);
    again[0].relations!.reverse();
    again[2].relations!.push({
      type: 'ownerOf',
      targetRef: 'component:default/other',
    });
    again[0].metadata.etag = 'another';
    catalog.entities = again;
    const { result, statements } = await statementsDuring(db.knex, () =>
      sweep.run(),
    );
    expect(result).toMatchObject({ complete: true, changed: 0 });
    expect(changes).toEqual([]);
    expect(
      statements.filter(sql => /^(insert|delete|update)/i.test(sql)),
    ).toEqual(
      statements.filter(sql => /^update .?directory_sweeps/i.test(sql)),
    );
  });

  it('tells what has to be judged anew, with what depends on it', async () => {
    const { catalog, changes, sweep, find } = setUp();
    catalog.entities = [checkout, shop];
    await sweep.run();
    expect((await find('component:default/checkout')).ownerExists).toBe(false);

    changes.length = 0;
    catalog.entities = [...catalog.entities, team];
    await sweep.run();
    expect(changes).toEqual([
      ['component:default/checkout', 'group:default/team'],
    ]);
    expect((await find('component:default/checkout')).ownerExists).toBe(true);

    changes.length = 0;
    const moved = entity('System', 'shop', { partOf: 'domain:default/new' });
    catalog.entities = [checkout, moved, team];
    await sweep.run();
    expect(changes).toEqual([
      ['component:default/checkout', 'system:default/shop'],
    ]);
    expect((await find('component:default/checkout')).domainRef).toBe(
      'domain:default/new',
    );
  });

  it('reads an entity from the catalog that the sweep has not met', async () => {
    const { catalog, changes, find } = setUp();
    catalog.entities = [checkout];
    await expect(find('component:default/checkout')).resolves.toMatchObject({
      name: 'Checkout',
    });
    expect(changes).toEqual([['component:default/checkout']]);
    await find('component:default/checkout');
    expect(catalog.lookUps).toBe(1);
  });

  it('says the same of what is hidden and of what does not exist', async () => {
    const { catalog, sweep, directory, find } = setUp();
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

  it('deletes only after two full sweeps and a look-up by name', async () => {
    const { catalog, sweep, find } = setUp();
    catalog.entities = [checkout, shop, team];
    await sweep.run();

    catalog.entities = [shop, team];
    catalog.failAfterPages = 0;
    for (let time = 0; time < 4; time++) {
      await expect(sweep.run()).rejects.toThrow('catalog went away');
    }
    catalog.failAfterPages = Infinity;
    expect(await sweep.run()).toMatchObject({ complete: true, deleted: 0 });
    await find('component:default/checkout');
    expect(await sweep.run()).toMatchObject({ complete: true, deleted: 1 });
    await expect(find('component:default/checkout')).rejects.toMatchObject({
      code: 'ENTITY_NOT_FOUND',
    });

    catalog.entities = [checkout, shop, team];
    await sweep.run();
    expect((await find('component:default/checkout')).ownerExists).toBe(true);
    expect(await db.knex('directory_entities')).toHaveLength(3);
  });

  it('keeps what a sweep missed and a look-up finds', async () => {
    const { catalog, sweep, find } = setUp();
    catalog.entities = [checkout, shop];
    await sweep.run();
    const stream = catalog.streamEntities.bind(catalog);
    catalog.streamEntities = async function* partial(request) {
      for await (const page of stream(request)) {
        if (page[0].kind === 'System') yield page;
      }
    };
    for (let time = 0; time < 4; time++) {
      expect(await sweep.run()).toMatchObject({ deleted: 0 });
    }
    await find('component:default/checkout');
  });

  it('takes an empty catalog for one that is starting', async () => {
    const { catalog, sweep, find } = setUp();
    catalog.entities = [checkout];
    await sweep.run();
    catalog.entities = [];
    for (let time = 0; time < 4; time++) await sweep.run();
    await expect(find('component:default/checkout')).resolves.toBeDefined();
  });

  it('gives a reused name with another uid a row of its own', async () => {
    const { catalog, sweep, find } = setUp();
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

  it('stops between pages and lets an older sweep write nothing', async () => {
    const { catalog, sweep } = setUp();
    catalog.entities = [team, shop, checkout];
    const stop = new AbortController();
    stop.abort();
    expect(await sweep.run(stop.signal)).toMatchObject({ complete: false });
    expect(await db.knex('directory_entities')).toEqual([]);

    const stream = catalog.streamEntities.bind(catalog);
    let newer: Promise<unknown> | undefined;
    catalog.streamEntities = async function* slow(request) {
      if (!newer) {
        newer = sweep.run();
        await newer;
      }
      yield* stream(request);
    };
    catalog.entities = [team];
    const old = sweep.run();
    catalog.entities = [team, shop];
    await expect(old).resolves.toMatchObject({ complete: false });
  });

  it('does not wait for a page when it is told to stop', async () => {
    const { catalog, sweep } = setUp();
    // eslint-disable-next-line require-yield
    catalog.streamEntities = async function* hanging() {
      await new Promise(() => {});
    };
    const stop = new AbortController();
    const running = sweep.run(stop.signal);
    setTimeout(() => stop.abort(), 20);
    await expect(running).resolves.toMatchObject({ complete: false });
  });

  it('takes over the others when one can’t be judged', async () => {
    const { catalog, sweep, find, refuse } = setUp();
    catalog.streamEntities = async function* onePage({ filter }) {
      yield catalog.entities.filter(({ kind }) =>
        filter.kind.includes(kind.toLowerCase()),
      );
    };
    const odd = entity('Component', 'odd', {}, { spec: { a: 'x\0\ud800' } });
    const bad = entity('Component', 'bad');
    catalog.entities = [checkout, bad, odd];
    refuse('component:default/bad');
    await expect(sweep.run()).resolves.toMatchObject({ complete: true });
    await find('component:default/checkout');
    await find('component:default/odd');
    expect(await db.knex('directory_entities').pluck('ref')).not.toContain(
      'component:default/bad',
    );
  });

  it('follows who belongs to which group, at any depth and in cycles', async () => {
    const { catalog, sweep, directory } = setUp();
    const ann = entity('User', 'ann', { memberOf: 'group:default/team' });
    catalog.entities = [
      ann,
      team,
      entity('Group', 'all', { childOf: 'group:default/org' }),
      entity('Group', 'org'),
    ];
    await sweep.run();
    const groups = async () =>
      (await directory.groupsOf(db.knex, ['user:default/ann'])).sort();
    expect(await groups()).toEqual([
      'group:default/all',
      'group:default/org',
      'group:default/team',
    ]);
    expect(
      await db
        .knex('directory_memberships')
        .where({ member_ref: 'user:default/ann' })
        .orderBy('depth')
        .pluck('depth'),
    ).toEqual([1, 2, 3]);

    catalog.entities = [
      ann,
      entity('Group', 'team', { childOf: 'group:default/org' }),
      entity('Group', 'org', { childOf: 'group:default/team' }),
      entity('Group', 'all'),
    ];
    await sweep.run();
    expect(await groups()).toEqual(['group:default/org', 'group:default/team']);
    expect(
      (await directory.groupsOf(db.knex, ['group:default/org'])).sort(),
    ).toEqual(['group:default/org', 'group:default/team']);

    catalog.entities = catalog.entities.slice(1);
    await sweep.run();
    await sweep.run();
    expect(await groups()).toEqual([]);
  });
});

import { describeOnDatabases, statementsDuring } from '../testing';
import {
  checkout,
  entity,
  setUpDirectory,
  shop,
  team,
} from '../testing/directory';

describeOnDatabases('the sweep of the catalog', db => {
  it('writes nothing when nothing changed', async () => {
    const { catalog, changes, sweep } = setUpDirectory(db.database);
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
    const { catalog, changes, sweep, find } = setUpDirectory(db.database);
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

    // A Domain says things of its own, such as who answers for its parts.
    changes.length = 0;
    catalog.entities = [checkout, moved, team, entity('Domain', 'new')];
    await sweep.run();
    expect(changes).toEqual([
      [
        'component:default/checkout',
        'domain:default/new',
        'system:default/shop',
      ],
    ]);
  });

  it('deletes only after two full sweeps and a look-up by name', async () => {
    const { catalog, sweep, find } = setUpDirectory(db.database);
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
    const { catalog, sweep, find } = setUpDirectory(db.database);
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
    const { catalog, sweep, find } = setUpDirectory(db.database);
    catalog.entities = [checkout];
    await sweep.run();
    catalog.entities = [];
    for (let time = 0; time < 4; time++) await sweep.run();
    await expect(find('component:default/checkout')).resolves.toBeDefined();
  });

  it('stops between pages and lets an older sweep write nothing', async () => {
    const { catalog, sweep } = setUpDirectory(db.database);
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
    const { catalog, sweep } = setUpDirectory(db.database);
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
    const { catalog, sweep, find, refuse } = setUpDirectory(db.database);
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
});

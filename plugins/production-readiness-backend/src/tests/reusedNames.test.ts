import { Entity } from '@backstage/catalog-model';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { authorization } from '../testing/callers';
import { organisation } from '../testing/organisation';
import { evidence, itemVersion } from './scenes';

const basket = { kind: 'component', namespace: 'default', name: 'basket' };
const item = { ...basket, itemId: 'REL-3' };
const without = (name: string) => (entities: Entity[]) =>
  entities.filter(({ metadata }) => metadata.name !== name);

describeBackendOnDatabases('an entity that goes away', backend => {
  beforeAll(async () => {
    await backend().as('owner').call(routes.attestItem, {
      params: item,
      body: { evidence },
      ifMatch: 0,
    });
  });

  it('stays while a single sweep misses it, and goes when it is gone', async () => {
    const owner = backend().as('owner');
    await backend().replaceCatalog(without('basket'));
    await backend().sweep();
    await owner.call(routes.getReadiness, { params: basket });
    await backend().sweep();
    await expect(
      owner.call(routes.getReadiness, { params: basket }),
    ).rejects.toMatchObject({ status: 404, code: 'ENTITY_NOT_FOUND' });
    const { body } = await owner.call(routes.listPortfolio, {
      query: { q: 'basket' },
    });
    expect(body.total).toBe(0);
    // What was answered stays with the entity that it was answered for.
    expect(
      await backend().knex('item_states').where({ version: 1 }),
    ).toHaveLength(1);
  }, 60_000);

  it('inherits nothing from another that had its name', async () => {
    await backend().replaceCatalog(() => organisation());
    await backend().sweep();
    const owner = backend().as('owner');
    expect(await itemVersion(backend(), item)).toBe(0);
    const { body: history } = await owner.call(routes.listItemHistory, {
      params: item,
    });
    expect(history.events).toEqual([]);
    const { body: journal } = await owner.call(routes.listJournal, {
      params: basket,
    });
    expect(
      journal.records.filter(({ action }) => action !== 'checklist.evaluated'),
    ).toEqual([]);
  }, 60_000);

  it('gives its records to its successor when an administrator says so', async () => {
    const administrator = backend().as('administrator');
    const { body: lost } = await administrator.call(routes.listLostRecords, {
      query: { q: 'basket' },
    });
    const [{ ref, uid }] = lost.entities;
    const { body: seen } = await administrator.call(routes.previewRecordMove, {
      query: { fromRef: ref, fromUid: uid, toRef: ref },
    });
    expect(seen).toMatchObject({
      from: { records: { answers: 1 } },
      obstacles: [],
    });
    expect(seen.to.uid).not.toBe(uid);
    await administrator.call(routes.moveRecords, {
      body: {
        from: { ref, uid },
        to: { ref, uid: seen.to.uid },
        signatures: 'ask-again',
        reason: 'Registered again after a mistake in its file',
      },
    });
    expect(await itemVersion(backend(), item)).toBe(1);
  }, 60_000);

  it('has its records again when it comes back as itself', async () => {
    await backend().replaceCatalog(without('basket'));
    for (let sweep = 0; sweep < 2; sweep++) await backend().sweep();
    await backend().replaceCatalog(() => organisation());
    // The catalog gives out a new uid. One that was restored from its backup
    // shows the old one: the same as if we had known it by the new one.
    const answer = await fetch(
      `${
        new URL(backend().url).origin
      }/api/catalog/entities/by-name/component/default/basket`,
      { headers: authorization('administrator') },
    );
    const { uid } = (await answer.json()).metadata;
    const { id } = await backend()
      .knex('directory_entities')
      .where({ ref: 'component:default/basket' })
      .orderBy('deleted_at', 'desc')
      .first('id');
    await backend().knex('directory_entities').where({ id }).update({ uid });
    await backend().sweep();

    expect(await itemVersion(backend(), item)).toBe(1);
    const { body: history } = await backend()
      .as('owner')
      .call(routes.listItemHistory, { params: item });
    expect(history.events.map(({ action }) => action)).toContain(
      'checklist.attested',
    );
    const { body: journal } = await backend()
      .as('administrator')
      .call(routes.verifyJournal);
    expect(journal.broken).toEqual([]);
  }, 60_000);
});

import { Entity } from '@backstage/catalog-model';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
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
});

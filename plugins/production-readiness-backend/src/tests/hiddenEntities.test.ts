import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { TestClient } from '../testing/backend';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { CONFIDENTIAL_ANNOTATION, organisation } from '../testing/organisation';
import { evidence, itemVersion } from './scenes';

// `skunkworks` is confidential: the policy shows it to the lab, which owns it,
// and to administrators. Its plain neighbour `search-index` is for everybody.
const skunkworks = {
  kind: 'component',
  namespace: 'default',
  name: 'skunkworks',
};
const nobody = { ...skunkworks, name: 'nothing-at-all' };

describeBackendOnDatabases('entities that the catalog hides', backend => {
  const shown = async (client: TestClient) => {
    const { body: page } = await client.call(routes.listPortfolio, {
      query: { limit: 100 },
    });
    const { body: facets } = await client.call(routes.listPortfolioFacets);
    return { page, facets, text: JSON.stringify([page, facets]) };
  };

  it('are in no list, count or facet', async () => {
    const insider = await shown(backend().as('insider'));
    const reader = await shown(backend().as('reader'));
    expect(insider.text).toContain('skunkworks');
    expect(reader.text).not.toContain('skunkworks');
    expect(reader.text).toContain('search-index');
    expect(reader.page.total).toBe(insider.page.total - 1);
    expect(reader.page.rows).toHaveLength(reader.page.total);
    const ofLab = ({ facets }: typeof reader) =>
      facets.owner.find(({ value }) => value === 'group:default/lab')?.count;
    expect(ofLab(insider)).toBe(1);
    expect(ofLab(reader)).toBeUndefined();
    const components = ({ facets }: typeof reader) =>
      facets.kind.find(({ value }) => value === 'component')?.count ?? 0;
    expect(components(reader)).toBe(components(insider) - 1);
  });

  it('are found by no filter and no search', async () => {
    const reader = backend().as('reader');
    for (const query of [
      { q: 'skunk' },
      { owner: 'group:default/lab' },
      { q: 'skunk', sort: 'score' as const },
    ]) {
      const { body } = await reader.call(routes.listPortfolio, { query });
      expect(body).toMatchObject({ rows: [], total: 0, nextCursor: null });
    }
  });

  it('answer as if they did not exist, to the letter', async () => {
    const reader = backend().as('reader');
    const paths = (name: string) => {
      const base = `/entities/component/default/${name}`;
      return [
        ['get', `${base}/readiness`],
        ['get', `${base}/journal`],
        ['get', `${base}/items/REL-3/history`],
        ['get', `${base}/slos`],
        ['post', `${base}/evaluation`],
      ] as const;
    };
    const ghosts = paths(nobody.name);
    for (const [index, [method, path]] of paths(skunkworks.name).entries()) {
      const hidden = await reader.send(method, path);
      const ghost = await reader.send(method, ghosts[index][1]);
      expect(hidden.status).toBe(404);
      expect(ghost.status).toBe(404);
      expect(JSON.stringify(hidden.body)).toBe(
        JSON.stringify(ghost.body).replaceAll(nobody.name, skunkworks.name),
      );
    }
  });

  it('wait in nobody’s inbox who may not see them', async () => {
    const item = { ...skunkworks, itemId: 'REL-3' };
    await backend()
      .as('insider')
      .call(routes.attestItem, {
        params: item,
        body: { evidence },
        ifMatch: await itemVersion(backend(), item),
      });
    // The SRE group accepts releases, but its member can't see this entity.
    const inbox = await backend().as('reviewer').call(routes.listInbox);
    expect(JSON.stringify(inbox.body)).not.toContain('skunkworks');

    await backend().replaceCatalog(() =>
      organisation().map(entity =>
        entity.metadata.name === 'skunkworks'
          ? {
              ...entity,
              metadata: {
                ...entity.metadata,
                annotations: {
                  ...entity.metadata.annotations,
                  [CONFIDENTIAL_ANNOTATION]: 'false',
                },
              },
            }
          : entity,
      ),
    );
    await backend().sweep();
    const { body } = await backend().as('reviewer').call(routes.listInbox);
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'accept',
        entityRef: 'component:default/skunkworks',
        waitingFor: 'group:default/sre',
        subject: expect.objectContaining({ itemId: 'REL-3' }),
      }),
    ]);
  }, 60_000);
});

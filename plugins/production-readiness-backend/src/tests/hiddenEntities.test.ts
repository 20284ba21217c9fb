import {
  EXPORT_FORMATS,
  ROLLUPS,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TestClient } from '../testing/backend';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { authorization } from '../testing/callers';
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

  it.each(ROLLUPS)('are in no line of a roll-up by %s', async by => {
    const rollupOf = async (who: 'insider' | 'reader') => {
      const { body } = await backend()
        .as(who)
        .call(routes.getPortfolioRollup, { query: { by } });
      return { ...body.total, text: JSON.stringify(body) };
    };
    // First those who may see it, so that nothing is remembered for others.
    const insider = await rollupOf('insider');
    const reader = await rollupOf('reader');
    expect(reader.text).not.toContain('skunkworks');
    expect(reader.text).not.toContain('group:default/lab');
    expect(reader.entities).toBe(insider.entities - 1);
  });

  it('are in no trend', async () => {
    const latest = async (who: 'insider' | 'reader') => {
      const { body } = await backend().as(who).call(routes.getPortfolioTrend, {
        query: {},
      });
      return body.points[body.points.length - 1];
    };
    const insider = await latest('insider');
    expect((await latest('reader')).entities).toBe(insider.entities - 1);
    const { status } = await backend()
      .as('reader')
      .send('get', '/entities/component/default/skunkworks/readiness/trend');
    expect(status).toBe(404);
  });

  it.each(EXPORT_FORMATS)('are in no export as %s', async format => {
    const exported = async (who: 'insider' | 'reader') =>
      (
        await fetch(`${backend().url}/portfolio/export?format=${format}`, {
          headers: authorization(who),
        })
      ).text();
    expect(await exported('insider')).toContain('skunkworks');
    const reader = await exported('reader');
    expect(reader).toContain('search-index');
    expect(reader).not.toContain('skunkworks');
  });

  it('are in no column of another table', async () => {
    const rows = async (who: 'insider' | 'reader') => {
      const { body } = await backend()
        .as(who)
        .call(routes.listPortfolioByRefs, {
          body: {
            entityRefs: [
              'component:default/skunkworks',
              'component:default/search-index',
            ],
          },
        });
      return body.rows.map(({ entityRef }) => entityRef).sort();
    };
    expect(await rows('insider')).toHaveLength(2);
    expect(await rows('reader')).toEqual(['component:default/search-index']);
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
        ['get', `${base}/toil`],
        ['get', `${base}/readiness/trend`],
        ['get', `${base}/gate`],
        ['get', `${base}/reviews`],
        ['get', `${base}/readiness-as-of?at=0`],
        ['post', `${base}/evaluation`],
      ] as const;
    };
    const ghosts = paths(nobody.name);
    for (const [index, [method, path]] of paths(skunkworks.name).entries()) {
      const hidden = await reader.send(method, path);
      const ghost = await reader.send(method, ghosts[index][1]);
      for (const { status, body } of [hidden, ghost]) {
        expect([path, status, body.error.code]).toEqual([
          path,
          404,
          'ENTITY_NOT_FOUND',
        ]);
      }
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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPrincipalClosure } from './PrincipalClosure';

const group = (name: string, parents: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', children: [] },
  relations: parents.map(parent => ({
    type: 'childOf',
    targetRef: `group:default/${parent}`,
  })),
});

const user = {
  userEntityRef: 'user:default/haruto',
  ownershipEntityRefs: ['user:default/haruto', 'group:default/team'],
};

describe('The closure of a person', () => {
  it('climbs to the root, once per group, also in a circle', async () => {
    const catalog = catalogServiceMock({
      entities: [
        group('team', ['department']),
        group('department', ['company']),
        group('company', ['team']),
        group('other-team', ['department']),
      ],
    });
    const closure = new CatalogPrincipalClosure(mockServices.auth(), catalog);

    expect(await closure.of(user)).toEqual([
      'user:default/haruto',
      'group:default/team',
      'group:default/department',
      'group:default/company',
    ]);
  });

  it('asks once a minute, and again after a failure', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntitiesByRefs
      .mockRejectedValueOnce(new Error('The catalog is down'))
      .mockResolvedValue({ items: [undefined] });
    const closure = new CatalogPrincipalClosure(mockServices.auth(), catalog);

    await expect(closure.of(user)).rejects.toThrow('The catalog is down');
    await closure.of(user);
    await closure.of(user);

    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });
});

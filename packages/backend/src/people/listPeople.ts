import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DemoPerson, displayNameOf, toDemoPerson } from './DemoPerson';

/** Every User of the catalog by name, whoever asks. */
export async function listPeople(options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<DemoPerson[]> {
  const credentials = await options.auth.getOwnServiceCredentials();
  const { items } = await options.catalog.getEntities(
    {
      filter: { kind: ['User', 'Group'] },
      fields: ['kind', 'metadata', 'spec.profile', 'relations'],
    },
    { credentials },
  );

  const groupNames = new Map(
    items
      .filter(({ kind }) => kind === 'Group')
      .map(group => [stringifyEntityRef(group), displayNameOf(group)]),
  );
  return items
    .filter(({ kind }) => kind === 'User')
    .map(user => toDemoPerson(user, groupNames))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

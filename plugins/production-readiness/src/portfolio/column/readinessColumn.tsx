import { type TableColumn } from '@backstage/core-components';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ReadinessOfEntity } from './ReadinessOfEntity';

/**
 * A column for the catalog table of the legacy frontend system. A page of the
 * table asks for its rows in one request.
 *
 * @example
 * `<CatalogIndexPage columns={[...CatalogTable.defaultColumnsFunc(...), createReadinessColumn()]} />`
 *
 * @param title - the heading, `Readiness` unless told
 * @public
 */
export function createReadinessColumn<T extends { entity: Entity }>(
  title = 'Readiness',
): TableColumn<T> {
  return {
    title,
    sorting: false,
    width: 'auto',
    render: ({ entity }) => (
      <ReadinessOfEntity
        entityRef={stringifyEntityRef(entity).toLocaleLowerCase('en-US')}
      />
    ),
  };
}

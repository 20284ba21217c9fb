/**
 * The catalog's index page with a readiness column, for the new frontend
 * system, whose stock table takes no extra columns. Add the default export to
 * the features of the app.
 *
 * @packageDocumentation
 */
// First, before any Material UI part names its classes.
import './theme/muiClassNames';
import { Fragment } from 'react';
import {
  coreExtensionData,
  createFrontendModule,
  ExtensionBoundary,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

const catalogIndexPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { inputs, config, node }) {
    // Path, route, title, icon, filters and paging stay those of the catalog.
    const original = originalFactory();
    const filters = inputs.filters.map(filter => (
      <Fragment key={filter.node.spec.id}>
        {filter.get(coreExtensionData.reactElement)}
      </Fragment>
    ));
    return [
      ...original,
      coreExtensionData.reactElement(
        <PageLayout
          title={original.get(coreExtensionData.title)}
          icon={original.get(coreExtensionData.icon)}
        >
          {ExtensionBoundary.lazy(node, async () => {
            const { CatalogIndex } = await import(
              './portfolio/column/CatalogIndex'
            );
            return (
              <CatalogIndex filters={filters} pagination={config.pagination} />
            );
          })}
        </PageLayout>,
      ),
    ];
  },
});

/**
 * Puts a readiness column into the catalog's index page.
 *
 * @public
 */
export default createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogIndexPage],
});

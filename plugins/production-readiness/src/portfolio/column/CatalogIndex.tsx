import { type ReactNode, useCallback } from 'react';
import { SupportButton } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogTable,
  type CatalogTableColumnsFunc,
  catalogTranslationRef,
} from '@backstage/plugin-catalog';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  CatalogFilterLayout,
  EntityListProvider,
  type EntityListPagination,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container, Header } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useReadinessTranslation } from '../../translations';
import { createReadinessColumn } from './readinessColumn';

/** The kinds that checklists are about. */
const WITH_READINESS = ['component', 'api', 'resource', 'system', 'domain'];

/**
 * The catalog's own index page with one more column. It is put together from
 * the same public parts, since the stock page takes no columns.
 *
 * @internal
 */
export function CatalogIndex(props: {
  filters: ReactNode;
  pagination: EntityListPagination;
}) {
  const columns = useColumns();
  return (
    <EntityListProvider pagination={props.pagination}>
      <CatalogHeader />
      <Container>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            {props.filters}
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable columns={columns} />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}

function useColumns(): CatalogTableColumnsFunc {
  const { t } = useReadinessTranslation();
  const title = t('portfolioViews.column.title');
  // The table makes its columns anew with each function that it is given.
  return useCallback(
    context => {
      const columns = CatalogTable.defaultColumnsFunc(context);
      const kind =
        context.entities[0]?.kind.toLocaleLowerCase('en-US') ??
        context.filters.kind?.value;
      if (!kind || !WITH_READINESS.includes(kind)) return columns;
      // Before what takes the most room and is read last.
      const found = columns.findIndex(
        ({ field }) => field === 'entity.metadata.description',
      );
      const place = found === -1 ? columns.length : found;
      return [
        ...columns.slice(0, place),
        createReadinessColumn(title),
        ...columns.slice(place),
      ];
    },
    [title],
  );
}

function CatalogHeader() {
  const { t } = useTranslationRef(catalogTranslationRef);
  const organisation =
    useApi(configApiRef).getOptionalString('organization.name');
  const createLink = useRouteRef(catalogPlugin.externalRoutes.createComponent);
  const { allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  const href = createLink?.();
  return (
    <Header
      title={t('indexPage.title', { orgName: organisation ?? 'Backstage' })}
      customActions={
        <>
          {allowed && href && (
            <ButtonLink variant="primary" href={href} iconStart={<RiAddLine />}>
              {t('indexPage.createButtonTitle')}
            </ButtonLink>
          )}
          <SupportButton>{t('indexPage.supportButtonContent')}</SupportButton>
        </>
      }
    />
  );
}

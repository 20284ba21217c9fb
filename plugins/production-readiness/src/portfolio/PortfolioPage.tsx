import { useState } from 'react';
import { Button, Container } from '@backstage/ui';
import { entityRefSchema } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { PageSection, SidePanel, usePanelParam } from '../layout';
import { ReadinessProviders } from '../query';
import { OpenSloLink } from '../slo/openslo/OpenSloLink';
import { OrganisationTrend } from '../toil/figures/OrganisationTrend';
import { useReadinessTranslation } from '../translations';
import { ActiveFilters } from './facets/ActiveFilters';
import { PortfolioFacets } from './facets/PortfolioFacets';
import { BlockersPanel } from './panel/BlockersPanel';
import { PortfolioList } from './PortfolioList';
import { PortfolioToolbar } from './PortfolioToolbar';
import { RollupView } from './rollup/RollupView';
import { TrendView } from './trend/TrendView';
import { OPEN_PARAM, usePortfolioPage, usePortfolioView } from './usePortfolio';

/**
 * Who needs help: the readiness of the whole catalog, filtered, sorted and
 * paged by the server, with everything that is shown in the URL.
 *
 * @internal
 */
export function PortfolioPage() {
  return (
    <ReadinessProviders>
      <Portfolio />
    </ReadinessProviders>
  );
}

function Portfolio() {
  const { t, language } = useReadinessTranslation();
  const [view, change] = usePortfolioView();
  const page = usePortfolioPage(view);
  const panel = usePanelParam(OPEN_PARAM);
  // A link made by hand may name what is no reference.
  const opened = entityRefSchema.safeParse(panel.value).data;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const wide = useMediaQuery('(min-width: 1280px)');
  const facets = <PortfolioFacets view={view} onChange={change} />;
  const count = page.data?.total;
  const total =
    count !== undefined &&
    t('portfolio.total', {
      count,
      number: new Intl.NumberFormat(language).format(count),
    });

  return (
    <Container>
      <Columns>
        {wide && <Side aria-label={t('portfolio.facets.title')}>{facets}</Side>}
        <Main>
          <PageSection title={t('portfolio.title')} note={total}>
            <Controls>
              <PortfolioToolbar
                view={view}
                onChange={change}
                onOpenFilters={wide ? undefined : () => setFiltersOpen(true)}
              />
              <ActiveFilters view={view} onChange={change} />
            </Controls>
            {view.show === 'rollup' && (
              <RollupView view={view} onChange={change} />
            )}
            {view.show === 'trend' && <TrendView view={view} />}
            {view.show === 'list' && (
              <PortfolioList view={view} page={page} onChange={change} />
            )}
            <OpenSloLink />
          </PageSection>
          {view.show === 'trend' && <OrganisationTrend />}
        </Main>
      </Columns>
      <BlockersPanel entityRef={opened} onClose={panel.close} />
      {!wide && (
        <SidePanel
          open={filtersOpen}
          onClose={() => setFiltersOpen(false)}
          title={t('portfolio.facets.title')}
          subtitle={total}
          width={400}
          footer={
            <Button onPress={() => setFiltersOpen(false)}>
              {t('portfolio.facets.show')}
            </Button>
          }
        >
          {facets}
        </SidePanel>
      )}
    </Container>
  );
}

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  paddingBottom: 'var(--bui-space-8)',
  '@media (min-width: 1280px)': {
    gridTemplateColumns: '208px minmax(0, 1fr)',
  },
});

const Main = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  minWidth: 0,
});

const Side = styled('aside')({ minWidth: 0 });

const Controls = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-3)',
  marginBottom: 'var(--bui-space-3)',
});

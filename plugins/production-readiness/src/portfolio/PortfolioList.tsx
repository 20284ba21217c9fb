import { useEffect, useRef } from 'react';
import useMediaQuery from '@mui/material/useMediaQuery';
import { RiFilter3Line, RiSeedlingLine } from '@remixicon/react';
import { EmptyState, ErrorNotice, LoadingState } from '../layout';
import { useAnnounce } from '../query';
import { useReadinessTranslation } from '../translations';
import { NothingOwned } from './NothingOwned';
import { Pager } from './Pager';
import { PortfolioCards } from './PortfolioCards';
import { PortfolioTable } from './PortfolioTable';
import { activeFilterCount, type PortfolioView } from './portfolioUrl';
import { type ChangeView, type usePortfolioPage } from './usePortfolio';

/**
 * One page of the portfolio, whatever became of it: rows, none, not yet, or
 * an error.
 *
 * @internal
 */
export function PortfolioList(props: {
  view: PortfolioView;
  page: ReturnType<typeof usePortfolioPage>;
  onChange: ChangeView;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const onPhone = useMediaQuery('(max-width: 699px)');
  const top = useRef<HTMLDivElement>(null);
  const { view, page, onChange } = props;
  const shown = page.isPlaceholderData ? undefined : page.data?.rows.length;

  useEffect(() => {
    if (shown !== undefined) {
      announce(t('portfolio.pager.loaded', { count: shown }));
    }
    // Only another answer is news, not another function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page.data, shown]);

  if (page.isError) {
    return (
      <ErrorNotice
        title={t('portfolio.error')}
        error={page.error}
        onRetry={() =>
          // A cursor of an old link may be what is wrong.
          view.cursor
            ? onChange({ cursor: undefined }, { replace: true })
            : page.refetch()
        }
      />
    );
  }
  if (!page.data) return <LoadingState rows={10} rowHeight={48} />;
  if (page.data.rows.length === 0) {
    return <NoRows view={view} onChange={onChange} />;
  }

  const Rows = onPhone ? PortfolioCards : PortfolioTable;
  return (
    <div
      ref={top}
      aria-busy={page.isPlaceholderData}
      style={{
        opacity: page.isPlaceholderData ? 0.55 : 1,
        transition: 'opacity 120ms',
      }}
    >
      <Rows page={page.data} view={view} onChange={onChange} />
      <Pager
        page={page.data}
        onGo={cursor => {
          onChange({ cursor });
          top.current?.scrollIntoView({ block: 'start' });
        }}
      />
    </div>
  );
}

function NoRows(props: { view: PortfolioView; onChange: ChangeView }) {
  const { t } = useReadinessTranslation();
  if (activeFilterCount(props.view) > 0) {
    return (
      <EmptyState
        Icon={RiFilter3Line}
        title={t('portfolio.empty.filteredTitle')}
      >
        {t('portfolio.empty.filteredText')}
      </EmptyState>
    );
  }
  if (props.view.mine) {
    return <NothingOwned onShowAll={() => props.onChange({ mine: false })} />;
  }
  return (
    <EmptyState Icon={RiSeedlingLine} title={t('portfolio.empty.catalogTitle')}>
      {t('portfolio.empty.catalogText')}
    </EmptyState>
  );
}

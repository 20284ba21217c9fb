import { Suspense } from 'react';
import { Link } from '@backstage/ui';
import {
  localize,
  type PortfolioRow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useEntityTabLink, usePagePath } from '../../entity';
import { ErrorNotice, LoadingState } from '../../layout';
import { ReadinessProviders } from '../../query';
import { portfolioRouteRef } from '../../routes';
import { useReadinessTranslation } from '../../translations';
import { viewFromUrl } from '../portfolioUrl';
import { usePortfolioPage } from '../usePortfolio';

/** So many rows fit on a card. */
const ROWS = 5;

/**
 * For the home page: what blocks the entities of my teams, worst first.
 *
 * @public
 */
export function TeamsReadinessCard() {
  return (
    <ReadinessProviders>
      <Suspense fallback={<LoadingState rows={ROWS} />}>
        <Rows />
      </Suspense>
    </ReadinessProviders>
  );
}

function Rows() {
  const { t } = useReadinessTranslation();
  const portfolioLink = usePagePath(portfolioRouteRef);
  // The portfolio as it opens: my teams, blocked first.
  const page = usePortfolioPage(viewFromUrl(new URLSearchParams()));
  if (page.isError) {
    return <ErrorNotice error={page.error} onRetry={() => page.refetch()} />;
  }
  if (!page.data) return <LoadingState rows={ROWS} />;
  const blocked = page.data.rows.filter(row => row.blockerCount > 0);
  return (
    <Body>
      {blocked.length === 0 && <p>{t('portfolioViews.home.nothing')}</p>}
      <List>
        {blocked.slice(0, ROWS).map(row => (
          <li key={row.entityRef}>
            <Row row={row} />
          </li>
        ))}
      </List>
      {portfolioLink && page.data.total > 0 && (
        <Link href={portfolioLink} standalone>
          {t('portfolioViews.home.all', { count: page.data.total })}
        </Link>
      )}
    </Body>
  );
}

function Row({ row }: { row: PortfolioRow }) {
  const { language } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  return (
    <>
      <Link href={tabLink(row.entityRef, 'readiness')} weight="bold" standalone>
        {row.title}
      </Link>
      <div>{row.topBlocker && localize(row.topBlocker.risk, language)}</div>
    </>
  );
}

const Body = styled('div')({
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  color: 'var(--bui-fg-primary)',
  wordBreak: 'auto-phrase',
});

const List = styled('ul')({
  margin: '0 0 var(--bui-space-3)',
  padding: 0,
  listStyle: 'none',
  '& > li': {
    padding: 'var(--bui-space-2) 0',
    borderBottom: '1px solid var(--bui-border-1)',
  },
});

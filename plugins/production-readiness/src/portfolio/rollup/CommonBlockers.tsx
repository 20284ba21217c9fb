import { Link, Text } from '@backstage/ui';
import {
  localize,
  type PortfolioRollup,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { type PortfolioView } from '../portfolioUrl';
import { drillDown } from './drillDown';

/**
 * What blocks most often, each with how many entities it blocks.
 *
 * @internal
 */
export function CommonBlockers(props: {
  rollup: PortfolioRollup;
  view: PortfolioView;
}) {
  const { t, language } = useReadinessTranslation();
  const { blockers } = props.rollup;
  const most = blockers[0]?.count ?? 1;
  return (
    <section aria-label={t('portfolioViews.rollup.blockers')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('portfolioViews.rollup.blockers')}
      </Text>
      {blockers.length === 0 && <p>{t('portfolioViews.rollup.noBlockers')}</p>}
      <List>
        {blockers.map(({ itemId, risk, count }) => (
          <li key={itemId}>
            <Link
              standalone
              href={drillDown(props.view, undefined, { blocker: itemId })}
            >
              {localize(risk, language)}
            </Link>
            <Track aria-hidden>
              <span style={{ width: `${(100 * count) / most}%` }} />
            </Track>
            <Count>{count}</Count>
          </li>
        ))}
      </List>
    </section>
  );
}

const List = styled('ol')({
  margin: 'var(--bui-space-2) 0 0',
  padding: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 120px 48px',
    alignItems: 'center',
    gap: 'var(--bui-space-3)',
    padding: 'var(--bui-space-2) 0',
    borderTop: '1px solid var(--bui-border-1)',
    lineHeight: '20px',
  },
  '& > li:first-of-type': { borderTop: 'none' },
  '@media (max-width: 599px)': {
    '& > li': { gridTemplateColumns: 'minmax(0, 1fr) 40px' },
    '& > li > span:nth-of-type(1)': { display: 'none' },
  },
});

const Track = styled('span')({
  height: 8,
  borderRadius: 'var(--bui-radius-full)',
  backgroundColor: 'var(--bui-border-1)',
  overflow: 'hidden',
  '& > span': {
    display: 'block',
    height: '100%',
    backgroundColor: 'var(--bui-negative-fg-subdued)',
  },
});

const Count = styled('strong')({
  textAlign: 'end',
  fontVariantNumeric: 'tabular-nums',
});

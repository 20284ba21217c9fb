import { ButtonIcon, Select } from '@backstage/ui';
import { PORTFOLIO_SORTS } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiSortAsc, RiSortDesc } from '@remixicon/react';
import { useReadinessTranslation } from '../translations';
import { type PortfolioView, sortedBy } from './portfolioUrl';
import { type ChangeView } from './usePortfolio';

/**
 * The order of the cards, which have no heads of columns to press.
 *
 * @internal
 */
export function PhoneSort(props: {
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t, say } = useReadinessTranslation();
  const { view, onChange } = props;
  const Order = view.direction === 'asc' ? RiSortAsc : RiSortDesc;
  return (
    <Line>
      <span aria-hidden>{t('portfolio.sort.label')}</span>
      <Select
        size="small"
        aria-label={t('portfolio.sort.label')}
        options={PORTFOLIO_SORTS.map(id => ({
          id,
          label: say(`portfolio.columns.${id}`),
        }))}
        value={view.sort}
        onChange={chosen => {
          const sort = PORTFOLIO_SORTS.find(one => one === chosen);
          if (sort && sort !== view.sort) onChange(sortedBy(view, sort));
        }}
      />
      <ButtonIcon
        variant="secondary"
        size="small"
        aria-label={t('portfolio.sort.descending')}
        icon={<Order size={16} aria-hidden />}
        onPress={() => onChange(sortedBy(view, view.sort))}
      />
    </Line>
  );
}

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
});

import { Button } from '@backstage/ui';
import { type PortfolioPage } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useReadinessTranslation } from '../translations';

/**
 * Next and previous. A keyset has no page numbers: rows that come and go
 * meanwhile neither repeat nor skip any.
 *
 * @internal
 */
export function Pager(props: {
  page: PortfolioPage;
  onGo: (cursor: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { nextCursor, previousCursor } = props.page;
  if (!nextCursor && !previousCursor) return null;
  return (
    <Bar aria-label={t('portfolio.pager.label')}>
      <Button
        variant="secondary"
        iconStart={<RiArrowLeftSLine />}
        isDisabled={!previousCursor}
        onPress={() => previousCursor && props.onGo(previousCursor)}
      >
        {t('portfolio.pager.previous')}
      </Button>
      <Button
        variant="secondary"
        iconEnd={<RiArrowRightSLine />}
        isDisabled={!nextCursor}
        onPress={() => nextCursor && props.onGo(nextCursor)}
      >
        {t('portfolio.pager.next')}
      </Button>
    </Bar>
  );
}

const Bar = styled('nav')({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: 'var(--bui-space-2)',
  paddingTop: 'var(--bui-space-4)',
});

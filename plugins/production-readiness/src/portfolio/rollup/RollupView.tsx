import { useState } from 'react';
import { Button, ToggleButton } from '@backstage/ui';
import {
  type PortfolioRollup,
  ROLLUPS,
  type RollupBy,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { ErrorNotice, LoadingState, Segments } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { filtersOf, type PortfolioView } from '../portfolioUrl';
import { type ChangeView } from '../usePortfolio';
import { CommonBlockers } from './CommonBlockers';
import { LINES_PER_PAGE, RollupTable } from './RollupTable';
import { useRollup } from './useRollup';

/**
 * Teams, Systems, Domains or tiers in one line each, with a heat map of the
 * checklist's sections, and what blocks most often.
 *
 * @internal
 */
export function RollupView(props: {
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t } = useReadinessTranslation();
  const { view, onChange } = props;
  const rollup = useRollup(view);
  if (rollup.isError) {
    return (
      <ErrorNotice
        title={t('portfolioViews.rollup.error')}
        error={rollup.error}
        onRetry={() => rollup.refetch()}
      />
    );
  }
  return (
    <>
      <Segments
        aria-label={t('portfolioViews.rollup.by')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.by]}
        onSelectionChange={keys =>
          onChange({ by: [...keys][0] as RollupBy }, { replace: true })
        }
      >
        {ROLLUPS.map(by => (
          <ToggleButton key={by} id={by}>
            {t(`portfolioViews.rollup.${by}`)}
          </ToggleButton>
        ))}
      </Segments>
      {rollup.data ? (
        // Other filters or another division begin at the first line.
        <Content
          key={JSON.stringify([view.by, filtersOf(view)])}
          rollup={rollup.data}
          {...props}
        />
      ) : (
        <LoadingState rows={10} rowHeight={40} />
      )}
    </>
  );
}

function Content(props: {
  rollup: PortfolioRollup;
  view: PortfolioView;
  onChange: ChangeView;
}) {
  const { t } = useReadinessTranslation();
  const { rollup, view } = props;
  const [page, setPage] = useState(0);
  return (
    <>
      <Hint>{t('portfolioViews.rollup.hint')}</Hint>
      <RollupTable rollup={rollup} view={view} page={page} />
      <Pages lines={rollup.lines.length} page={page} onGo={setPage} />
      {rollup.cut && (
        <Hint>
          {t('portfolioViews.rollup.cut', {
            lines: String(rollup.lines.length),
          })}
        </Hint>
      )}
      <CommonBlockers rollup={rollup} view={view} />
    </>
  );
}

/** Which lines are drawn, and the way to the others. */
function Pages(props: {
  lines: number;
  page: number;
  onGo: (page: number) => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { lines, page } = props;
  if (lines <= LINES_PER_PAGE) return null;
  const shown = (at: number) =>
    t('portfolioViews.rollup.shown', {
      from: String(at * LINES_PER_PAGE + 1),
      to: String(Math.min(lines, (at + 1) * LINES_PER_PAGE)),
      lines: String(lines),
    });
  const go = (to: number) => {
    props.onGo(to);
    announce(shown(to));
  };
  return (
    <Bar aria-label={t('portfolio.pager.label')}>
      <span>{shown(page)}</span>
      <Button
        variant="secondary"
        iconStart={<RiArrowLeftSLine />}
        isDisabled={page === 0}
        onPress={() => go(page - 1)}
      >
        {t('portfolio.pager.previous')}
      </Button>
      <Button
        variant="secondary"
        iconEnd={<RiArrowRightSLine />}
        isDisabled={(page + 1) * LINES_PER_PAGE >= lines}
        onPress={() => go(page + 1)}
      >
        {t('portfolio.pager.next')}
      </Button>
    </Bar>
  );
}

const Bar = styled('nav')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 'var(--bui-space-2)',
  marginBottom: 'var(--bui-space-5)',
  fontSize: 'var(--bui-font-size-3)',
  fontVariantNumeric: 'tabular-nums',
});

const Hint = styled('p')({
  margin: 'var(--bui-space-3) 0',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

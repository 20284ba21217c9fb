import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  type PortfolioRollup,
  ROLLUPS,
  type RollupBy,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, LoadingState } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { type PortfolioView } from '../portfolioUrl';
import { type ChangeView } from '../usePortfolio';
import { CommonBlockers } from './CommonBlockers';
import { RollupTable } from './RollupTable';
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
      <ToggleButtonGroup
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
      </ToggleButtonGroup>
      {rollup.data ? (
        <Content rollup={rollup.data} {...props} />
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
  return (
    <>
      <Hint>{t('portfolioViews.rollup.hint')}</Hint>
      <RollupTable rollup={rollup} view={view} />
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

const Hint = styled('p')({
  margin: 'var(--bui-space-3) 0',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

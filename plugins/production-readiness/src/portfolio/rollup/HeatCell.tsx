import { Link } from '@backstage/ui';
import {
  localize,
  type PortfolioRollup,
  type RollupLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';

/**
 * How much of a section a line has in place: as a number, and as a colour that
 * is the stronger the more is missing.
 *
 * @internal
 */
export function HeatCell(props: {
  section: PortfolioRollup['sections'][number];
  /** What is required and what is satisfied; null: nothing is required. */
  count: RollupLine['sections'][number];
  href: string;
}) {
  const { t, language } = useReadinessTranslation();
  const [required, satisfied] = props.count ?? [0, 0];
  if (required === 0) {
    return <Cell title={t('portfolioViews.rollup.none')}>–</Cell>;
  }
  const share = satisfied / required;
  const words = t('portfolioViews.rollup.cell', {
    section: localize(props.section.title, language),
    satisfied: String(satisfied),
    required: String(required),
  });
  const missing = Math.round(60 * (1 - share));
  return (
    <Cell
      title={words}
      style={{
        backgroundColor: `color-mix(in srgb, var(--bui-negative-fg-subdued) ${missing}%, transparent)`,
      }}
    >
      <Link standalone href={props.href} aria-label={words}>
        {Math.floor(100 * share)}
      </Link>
    </Cell>
  );
}

const Cell = styled('td')({
  textAlign: 'center !important' as 'center',
  borderRadius: 'var(--bui-radius-2)',
  fontVariantNumeric: 'tabular-nums',
});

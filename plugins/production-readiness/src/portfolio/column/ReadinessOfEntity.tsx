import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { useEntityTabLink } from '../../entity';
import { ReadinessProviders } from '../../query';
import { TONES } from '../../state/tones';
import { useReadinessTranslation } from '../../translations';
import { useReadinessOf } from './useReadinessOf';

/**
 * How ready an entity is, in the width of a table's cell.
 *
 * @internal
 */
export function ReadinessOfEntity({ entityRef }: { entityRef: string }) {
  return (
    <ReadinessProviders>
      <Cell entityRef={entityRef} />
    </ReadinessProviders>
  );
}

function Cell({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  const row = useReadinessOf(entityRef).data;
  if (!row) return null;
  return (
    <Words href={tabLink(entityRef, 'readiness')} standalone>
      {row.blockerCount > 0 ? (
        <span>
          {t('portfolioViews.column.blocks', { count: row.blockerCount })}
        </span>
      ) : (
        <Calm>
          <RiCheckboxCircleLine size={16} aria-hidden />
          {t('portfolioViews.column.nothing')}
        </Calm>
      )}{' '}
      <small>
        {t('portfolio.cell.required', {
          satisfied: String(row.satisfied),
          required: String(row.required),
        })}
      </small>
    </Words>
  );
}

// Each in a line of its own, unbroken: the table is made of narrow columns.
const Words = styled(Link)({
  display: 'inline-block',
  lineHeight: '20px',
  whiteSpace: 'nowrap',
  '& > span, & > small': { display: 'block' },
  '& > small': { color: 'var(--bui-fg-secondary)' },
});

const Calm = styled('span')({
  color: TONES.success.fg,
  '& > svg': { verticalAlign: '-3px', marginInlineEnd: 4 },
});

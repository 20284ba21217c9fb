import { Link } from '@backstage/ui';
import { useEntityTabLink } from '../../entity';
import { ReadinessProviders } from '../../query';
import { StateBadge } from '../../state';
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
    <Link href={tabLink(entityRef, 'readiness')} standalone>
      {row.blockerCount > 0 ? (
        t('portfolioViews.column.blocks', { count: row.blockerCount })
      ) : (
        <StateBadge family="checklist" state="passed" />
      )}{' '}
      {t('portfolio.cell.required', {
        satisfied: String(row.satisfied),
        required: String(row.required),
      })}
    </Link>
  );
}

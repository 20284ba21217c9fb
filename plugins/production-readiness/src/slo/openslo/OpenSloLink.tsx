import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { usePagePath } from '../../entity';
import { openSloRouteRef } from '../../routes';
import { useReadinessTranslation } from '../../translations';

/**
 * Leads to import and export of the whole catalog's SLOs; nothing where the
 * app has no such page.
 *
 * @internal
 */
export function OpenSloLink() {
  const { t } = useReadinessTranslation();
  const path = usePagePath(openSloRouteRef);
  return path ? (
    <Foot>
      <Link href={path}>{t('portfolio.openSlo')}</Link>
    </Foot>
  ) : null;
}

const Foot = styled('div')({ marginTop: 'var(--bui-space-4)' });

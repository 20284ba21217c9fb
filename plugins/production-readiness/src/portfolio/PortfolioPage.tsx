import { Container } from '@backstage/ui';
import { ReadinessProviders } from '../query';
import { useReadinessTranslation } from '../translations';

/**
 * The page of this folder.
 *
 * @internal
 */
export function PortfolioPage() {
  return (
    <ReadinessProviders>
      <Content />
    </ReadinessProviders>
  );
}

function Content() {
  const { t } = useReadinessTranslation();
  return <Container>{t('portfolio.title')}</Container>;
}

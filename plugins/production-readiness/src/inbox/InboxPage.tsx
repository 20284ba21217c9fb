import { Container } from '@backstage/ui';
import { ReadinessProviders } from '../query';
import { useReadinessTranslation } from '../translations';

/**
 * The page of this folder.
 *
 * @internal
 */
export function InboxPage() {
  return (
    <ReadinessProviders>
      <Content />
    </ReadinessProviders>
  );
}

function Content() {
  const { t } = useReadinessTranslation();
  return <Container>{t('inbox.title')}</Container>;
}

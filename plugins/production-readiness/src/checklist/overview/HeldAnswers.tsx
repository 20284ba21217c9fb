import { styled } from '@mui/material/styles';
import { Text } from '@backstage/ui';
import { useReadinessTranslation } from '../../translations';

/**
 * What the page of the Group at the top is about: answers that everything
 * beneath it takes over.
 *
 * @internal
 */
export function HeldAnswers() {
  const { t } = useReadinessTranslation();
  return (
    <div>
      <Text as="h2" variant="title-small" weight="bold">
        {t('checklist.held.title')}
      </Text>
      <Lead>{t('checklist.held.lead')}</Lead>
    </div>
  );
}

const Lead = styled('p')({
  margin: 'var(--bui-space-1) 0 0',
  maxWidth: '72ch',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

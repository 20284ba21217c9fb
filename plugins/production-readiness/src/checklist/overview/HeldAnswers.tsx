import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';

/**
 * What the page of the Group at the top is about: answers that everything
 * beneath it takes over.
 *
 * @internal
 */
export function HeldAnswers(props: { children: ReactNode }) {
  const { t } = useReadinessTranslation();
  return (
    <PageSection title={t('checklist.held.title')}>
      <Lead>{t('checklist.held.lead')}</Lead>
      {props.children}
    </PageSection>
  );
}

const Lead = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  maxWidth: '72ch',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

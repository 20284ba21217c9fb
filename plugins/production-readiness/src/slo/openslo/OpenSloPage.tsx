import { Container } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { PageSection } from '../../layout';
import { ReadinessProviders } from '../../query';
import { useSloTranslation } from '../../translations';
import { ExportSection } from './ExportSection';
import { OpenSloImport } from './OpenSloPanel';

/**
 * SLOs of the whole catalog as files: into it and out of it.
 *
 * @internal
 */
export function OpenSloPage() {
  return (
    <ReadinessProviders>
      <Container>
        <Parts />
      </Container>
    </ReadinessProviders>
  );
}

function Parts() {
  const { t } = useSloTranslation();
  return (
    <Columns>
      <PageSection title={t('openSlo.title')}>
        <OpenSloImport />
      </PageSection>
      <PageSection title={t('openSlo.exportTitle')}>
        <ExportSection />
      </PageSection>
    </Columns>
  );
}

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

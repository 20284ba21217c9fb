import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, usePanelParam } from '../../layout';
import { useSloTranslation } from '../../translations';
import { SeverityPanel } from './SeverityPanel';

/**
 * How one severity is told from another in the middle of the night, and where
 * that was written.
 *
 * @internal
 */
export function SeveritySection({ view }: { view: EntitySlosView }) {
  const { t } = useSloTranslation();
  const panel = usePanelParam('severities');
  const { place, criteria, mayEditOrganisation } = view.severityCriteria;
  const mayEdit = view.mayEdit || mayEditOrganisation;
  return (
    <PageSection title={t('severity.title')}>
      <Hint>{t(place ? `severity.from.${place}` : 'severity.none')}</Hint>
      <Terms>
        {criteria.map(one => (
          <div key={one.severity}>
            <dt>{one.severity}</dt>
            <dd>{one.text}</dd>
          </div>
        ))}
      </Terms>
      {mayEdit && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => panel.open('edit')}
        >
          {t(place ? 'severity.change' : 'severity.write')}
        </Button>
      )}
      {mayEdit && (
        <SeverityPanel
          view={view}
          open={panel.value !== undefined}
          onClose={panel.close}
        />
      )}
    </PageSection>
  );
}

const Hint = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Terms = styled('dl')({
  margin: '0 0 var(--bui-space-3)',
  display: 'grid',
  gap: 'var(--bui-space-2)',
  lineHeight: 1.6,
  '&:empty': { display: 'none' },
  '& dt': { fontWeight: 600, fontSize: 'var(--bui-font-size-2)' },
  '& dd': { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

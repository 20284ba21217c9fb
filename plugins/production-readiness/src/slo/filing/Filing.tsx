import { Button, Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type SloView } from '@prodready/backstage-plugin-production-readiness-common';
import { usePanelParam } from '../../layout';
import { useSloTranslation } from '../../translations';
import { FilingPanel } from './FilingPanel';

/**
 * What an SLO is called and where it is filed, in one quiet line.
 *
 * @internal
 */
export function Filing(props: { slo: SloView; mayEdit: boolean }) {
  const { t } = useSloTranslation();
  const panel = usePanelParam('filing');
  const { slo, mayEdit } = props;
  const { displayName, labels, links } = slo.editorial;
  const pairs = Object.entries(labels);
  if (!mayEdit && !displayName && pairs.length + links.length === 0) {
    return null;
  }
  return (
    <Line>
      {displayName && <strong>{displayName}</strong>}
      {pairs.map(([name, value]) => (
        <span key={name}>
          {name}: {value}
        </span>
      ))}
      {links.map(one => (
        <Link
          key={one.url}
          href={one.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {one.title ?? one.url.replace(/^https?:\/\//, '')}
        </Link>
      ))}
      {mayEdit && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => panel.open(slo.id)}
        >
          {t('sloEditor.filing.open')}
        </Button>
      )}
      {mayEdit && (
        <FilingPanel
          key={`${slo.id} ${slo.editorial.version}`}
          slo={slo}
          open={panel.value === slo.id}
          onClose={panel.close}
        />
      )}
    </Line>
  );
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  overflowWrap: 'anywhere',
});

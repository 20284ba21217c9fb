import { styled } from '@mui/material/styles';
import { RiFileShieldLine } from '@remixicon/react';
import { type VersionView } from '@prodready/backstage-plugin-production-readiness-common';
import { usePanelParam } from '../../layout';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';
import { OpenPolicy } from './OpenPolicy';

/**
 * Which policy a number names, on its page; a newer one that it does not name
 * yet is said.
 *
 * @internal
 */
export function PolicyLine({ version }: { version: VersionView }) {
  const { t } = useSloTranslation();
  const panel = usePanelParam('policy');
  const { policyRef } = version.material;
  const { policy } = version.summary;
  if (!policyRef || !policy) return null;
  const { standing, title } = policy;
  return (
    <Line data-standing={standing}>
      <RiFileShieldLine size={18} aria-hidden />
      <span>
        {standing === 'signed'
          ? t('sloPolicy.title')
          : t(`sloPolicy.standing.${standing}`, {
              title,
              version: String(policy.version),
            })}
      </span>
      <OpenPolicy
        type="button"
        aria-label={t('sloPolicy.openPolicy', { title })}
        onClick={() => panel.open(policyRef.id)}
      >
        {standing === 'signed' ? title : t('slo.action.read')}
      </OpenPolicy>
    </Line>
  );
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
  lineHeight: 1.6,
  overflowWrap: 'anywhere',
  '& > svg': { flex: 'none', color: 'var(--bui-fg-secondary)' },
  '&:not([data-standing="signed"])': { color: TONES.warning.fg },
});

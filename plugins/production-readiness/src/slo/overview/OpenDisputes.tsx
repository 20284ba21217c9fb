import { styled } from '@mui/material/styles';
import { RiDiscussLine } from '@remixicon/react';
import {
  type SignedVersionView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';

/**
 * What people hold against a number in force, and who decides about it. The
 * number counts meanwhile.
 *
 * @internal
 */
export function OpenDisputes(props: {
  slo: Pick<SloView, 'disputes' | 'disputeDecidedBy'>;
  version: SignedVersionView | null;
}) {
  const { t } = useSloTranslation();
  const { slo, version } = props;
  if (slo.disputes.length === 0 || version?.state !== 'in_force') return null;
  return (
    <Notice aria-label={t('slo.dispute.title')}>
      <RiDiscussLine size={20} aria-hidden />
      <div>
        <strong>{t('slo.dispute.title')}</strong>
        {slo.disputes.map(({ id, signer, reason }) => (
          <blockquote key={id}>
            {reason}
            <footer>{signer.name}</footer>
          </blockquote>
        ))}
        <p>
          {slo.disputeDecidedBy
            ? t('slo.dispute.waits', { who: slo.disputeDecidedBy.name })
            : t('slo.dispute.nobody')}
        </p>
      </div>
    </Notice>
  );
}

const Notice = styled('section')({
  display: 'flex',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-3) var(--bui-space-4)',
  borderLeft: `3px solid ${TONES.danger.solid}`,
  backgroundColor: TONES.danger.bg,
  borderRadius: '0 var(--bui-radius-2) var(--bui-radius-2) 0',
  lineHeight: 1.6,
  overflowWrap: 'anywhere',
  '& > svg': { flex: 'none', marginTop: 2, color: TONES.danger.fg },
  '& p': { margin: 0 },
  '& blockquote': {
    margin: 'var(--bui-space-1) 0 var(--bui-space-2)',
    whiteSpace: 'pre-wrap',
  },
  '& footer': {
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
  },
});

import { Alert, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type SignerSummary } from '@prodready/backstage-plugin-production-readiness-common';
import { useSloWords } from '../words/useSloWords';

/**
 * Warns of a number that asks for more than the checklist shows so far. It
 * holds nobody back; who signs all the same may say why, and that is kept.
 *
 * @internal
 */
export function EvidenceWarning(props: {
  evidence: NonNullable<SignerSummary['evidence']>;
  target: string;
  /** Undefined for whoever does not sign. */
  reason?: string;
  onReason: (reason: string) => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const { evidence, target } = props;
  return (
    <Frame>
      <Alert
        status="warning"
        icon
        title={t('sloSigning.warnTitle', { target: words.percent(target) })}
        description={t(`sloSigning.supports.${evidence.supports}`)}
      />
      {props.reason !== undefined && (
        <TextAreaField
          label={t('sloSigning.warnReason')}
          description={t('sloSigning.warnReasonHint')}
          rows={2}
          maxLength={2000}
          value={props.reason}
          onChange={props.onReason}
        />
      )}
    </Frame>
  );
}

const Frame = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

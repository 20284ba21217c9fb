import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type VersionView } from '@prodready/backstage-plugin-production-readiness-common';
import { useSloWords } from '../words/useSloWords';
import { type ReasonedMeaning } from './ReasonForm';

const REASONED = ['request-changes', 'reject', 'withdraw'] as const;

/**
 * The answers that this reader may give. Agreeing is one tap; what is no
 * agreement is one tap further.
 *
 * @internal
 */
export function DecisionBar(props: {
  version: VersionView;
  /** What is on its way to the server. */
  pending: 'approve' | 'technical-review' | undefined;
  onSay: (meaning: 'approve' | 'technical-review') => void;
  onReason: (meaning: ReasonedMeaning) => void;
  onClose: () => void;
  /** Given while another number is being tried, which nobody can sign. */
  onBackToTarget?: () => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const [more, setMore] = useState(false);
  const { version, pending } = props;
  const may = (meaning: VersionView['decisions'][number]) =>
    version.decisions.includes(meaning);
  const others = REASONED.filter(may);
  const again = version.state === 'in_force';
  const target = words.percent(version.material.target);

  if (props.onBackToTarget && version.decisions.length > 0) {
    return (
      <>
        <Button variant="primary" onPress={props.onBackToTarget}>
          {t('slo.decide.tryBack', { target })}
        </Button>
        <Record>{t('slo.decide.trying', { target })}</Record>
      </>
    );
  }

  return (
    <>
      {may('approve') && (
        <Button
          variant="primary"
          isPending={pending === 'approve'}
          isDisabled={pending !== undefined}
          onPress={() => props.onSay('approve')}
        >
          {t(again ? 'slo.decide.signAgain' : 'slo.decide.sign', { target })}
        </Button>
      )}
      {may('technical-review') && (
        <Button
          variant={may('approve') ? 'secondary' : 'primary'}
          isPending={pending === 'technical-review'}
          isDisabled={pending !== undefined}
          onPress={() => props.onSay('technical-review')}
        >
          {t('slo.decide.review')}
        </Button>
      )}
      {others.length > 0 && !more && (
        <Button
          variant="tertiary"
          onPress={() => setMore(true)}
          aria-expanded={false}
        >
          {t('slo.decide.more')}
        </Button>
      )}
      {others.length > 0 && more && (
        <Others>
          {others.map(meaning => (
            <Button
              key={meaning}
              variant="secondary"
              size="small"
              onPress={() => props.onReason(meaning)}
            >
              {t(LABEL[meaning])}
            </Button>
          ))}
        </Others>
      )}
      {version.decisions.length === 0 && (
        <Button variant="secondary" onPress={props.onClose}>
          {t('slo.decide.close')}
        </Button>
      )}
      {may('approve') && <Record>{t('slo.decide.record')}</Record>}
    </>
  );
}

const LABEL = {
  'request-changes': 'slo.decide.requestChanges',
  reject: 'slo.decide.reject',
  withdraw: 'slo.decide.withdraw',
} as const;

const Others = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
});

const Record = styled('p')({
  flexBasis: '100%',
  margin: 0,
  fontSize: 'var(--bui-font-size-1)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
});

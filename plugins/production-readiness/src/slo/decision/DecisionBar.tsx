import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type SignedVersionView } from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { REASONED, type ReasonedMeaning } from './ReasonForm';

/** Answers of one tap. @internal */
export type PlainMeaning = 'approve' | 'technical-review' | 'acknowledge';

/** What the CTO is asked when somebody disputes: no answer to look for. */
const RULINGS: readonly ReasonedMeaning[] = ['uphold', 'overturn'];

/**
 * The answers that this reader may give. Agreeing is one tap; what is no
 * agreement is one tap further.
 *
 * @internal
 */
export function DecisionBar(props: {
  version: SignedVersionView;
  /** What is decided on, in the words of a button: the target, the policy. */
  subject: string;
  /** Where the words are others than those about an SLO. */
  words?: Partial<Record<ReasonedMeaning, string>>;
  /** What is on its way to the server. */
  pending: PlainMeaning | undefined;
  onSay: (meaning: PlainMeaning) => void;
  onReason: (meaning: ReasonedMeaning) => void;
  onClose: () => void;
  /** Given while another number is being tried, which nobody can sign. */
  onBackToTarget?: () => void;
  /** Opens a question, where one can be asked and none is being written. */
  onAsk?: () => void;
}) {
  const { t } = useSloTranslation();
  const [more, setMore] = useState(false);
  const { version, pending } = props;
  const may = (meaning: SignedVersionView['decisions'][number]) =>
    version.decisions.includes(meaning);
  const rulings = REASONED.filter(one => RULINGS.includes(one) && may(one));
  const others = REASONED.filter(one => !RULINGS.includes(one) && may(one));
  const actsFor = version.actingAs?.onBehalfOf;
  const again = version.state === 'in_force';
  const target = props.subject;
  const labelOf = (meaning: ReasonedMeaning) =>
    props.words?.[meaning] ?? t(LABEL[meaning], { target });

  const ask = props.onAsk && (
    <Button variant="secondary" onPress={props.onAsk}>
      {t('question.ask')}
    </Button>
  );

  if (props.onBackToTarget && version.decisions.length > 0) {
    return (
      <>
        <Button variant="primary" onPress={props.onBackToTarget}>
          {t('slo.decide.tryBack', { target })}
        </Button>
        {ask}
        <Record>{t('slo.decide.trying', { target })}</Record>
      </>
    );
  }

  // Beside a decision it would look like one.
  const decides =
    rulings.length > 0 || may('approve') || may('technical-review');
  const acknowledge = (
    <Button
      variant="secondary"
      size={decides ? 'small' : 'medium'}
      isPending={pending === 'acknowledge'}
      isDisabled={pending !== undefined}
      onPress={() => props.onSay('acknowledge')}
    >
      {t('slo.decide.acknowledge')}
    </Button>
  );

  return (
    <>
      {rulings.map(meaning => (
        <Button
          key={meaning}
          variant={meaning === 'uphold' ? 'primary' : 'secondary'}
          onPress={() => props.onReason(meaning)}
        >
          {labelOf(meaning)}
        </Button>
      ))}
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
      {may('acknowledge') && !decides && acknowledge}
      {ask}
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
          {may('acknowledge') && decides && acknowledge}
          {others.map(meaning => (
            <Button
              key={meaning}
              variant="secondary"
              size="small"
              onPress={() => props.onReason(meaning)}
            >
              {labelOf(meaning)}
            </Button>
          ))}
        </Others>
      )}
      {version.decisions.length === 0 && (
        <Button variant="secondary" onPress={props.onClose}>
          {t('slo.decide.close')}
        </Button>
      )}
      {may('approve') && (
        <Record>
          {actsFor && (
            <strong>{t('slo.decide.onBehalf', { who: actsFor.name })} </strong>
          )}
          {t('slo.decide.record')}
        </Record>
      )}
    </>
  );
}

const LABEL = {
  'request-changes': 'slo.decide.requestChanges',
  reject: 'slo.decide.reject',
  withdraw: 'slo.decide.withdraw',
  dispute: 'slo.decide.dispute',
  uphold: 'slo.decide.uphold',
  overturn: 'slo.decide.overturn',
  retire: 'slo.decide.retire',
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

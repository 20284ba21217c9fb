import { type FormEvent, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useSloTranslation } from '../../translations';

/** Answers that say why. @internal */
export type ReasonedMeaning = (typeof REASONED)[number];

/** In the order in which they are offered. @internal */
export const REASONED = [
  'uphold',
  'overturn',
  'request-changes',
  'reject',
  'dispute',
  'withdraw',
  'retire',
] as const;

/** As the server asks for. */
const SHORTEST_REASON = 10;

/**
 * Asks for the reason of an answer that is no agreement. It takes the place of
 * what was read, so that no keyboard covers it.
 *
 * @internal
 */
export function ReasonForm(props: {
  meaning: ReasonedMeaning;
  text: string;
  onText: (text: string) => void;
  isPending: boolean;
  onSend: () => void;
  onBack: () => void;
}) {
  const { t } = useSloTranslation();
  const [tooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = props.text.trim().length < SHORTEST_REASON;
    setTooShort(short);
    if (!short && !props.isPending) props.onSend();
  };
  return (
    <Form onSubmit={submit}>
      <TextAreaField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t(`slo.decide.reasonTitle.${props.meaning}`)}
        description={t('slo.decide.reasonHint')}
        rows={5}
        value={props.text}
        onChange={text => {
          props.onText(text);
          setTooShort(false);
        }}
        isInvalid={tooShort}
        isDisabled={props.isPending}
      />
      {tooShort && (
        <Problem role="alert">{t('slo.decide.reasonShort')}</Problem>
      )}
      <Buttons>
        <Button type="submit" variant="primary" isPending={props.isPending}>
          {t(`slo.decide.send.${props.meaning}`)}
        </Button>
        <Button variant="tertiary" onPress={props.onBack}>
          {t('slo.decide.back')}
        </Button>
      </Buttons>
    </Form>
  );
}

const Form = styled('form')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
  lineHeight: 1.6,
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

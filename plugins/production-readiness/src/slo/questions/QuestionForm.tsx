import { type FormEvent, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useSloTranslation } from '../../translations';

/**
 * A question or an answer in words.
 *
 * @internal
 */
export function QuestionForm(props: {
  label: string;
  hint?: string;
  /** What its button says. */
  send: string;
  /** So many characters at least, as the server asks for. */
  shortest: number;
  isPending: boolean;
  onSend: (text: string) => void;
  onBack: () => void;
}) {
  const { t } = useSloTranslation();
  const [text, setText] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = text.trim().length < props.shortest;
    setTooShort(short);
    if (!short && !props.isPending) props.onSend(text.trim());
  };
  return (
    <Form onSubmit={submit}>
      <TextAreaField
        label={props.label}
        description={props.hint}
        rows={3}
        value={text}
        onChange={value => {
          setText(value);
          setTooShort(false);
        }}
        isInvalid={tooShort}
      />
      {tooShort && <Problem role="alert">{t('question.short')}</Problem>}
      <Buttons>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isPending={props.isPending}
        >
          {props.send}
        </Button>
        <Button size="small" variant="tertiary" onPress={props.onBack}>
          {t('slo.decide.back')}
        </Button>
      </Buttons>
    </Form>
  );
}

const Form = styled('form')({ display: 'grid', gap: 'var(--bui-space-2)' });

const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

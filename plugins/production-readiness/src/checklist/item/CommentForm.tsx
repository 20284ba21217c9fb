import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { useReadinessTranslation } from '../../translations';
import { useDraft } from '../data/useDraft';
import { Buttons, KeyedForm, KeysHint, Problem } from './FormParts';

/** As the server asks for. */
const SHORTEST_COMMENT = 10;

/**
 * A sentence that goes with a decision: what is missing, or why something
 * ends. It survives a refusal and a closed panel.
 *
 * @internal
 */
export function CommentForm(props: {
  draftKey: string;
  label: string;
  hint: string;
  tooShort: string;
  save: string;
  isPending: boolean;
  /** Call `sent` when it arrived, to forget the draft. */
  onSend: (comment: string, sent: () => void) => void;
  onCancel: () => void;
}) {
  const { t } = useReadinessTranslation();
  const draft = useDraft(props.draftKey);
  const [tooShort, setTooShort] = useState(false);
  const send = () => {
    const short = draft.text.trim().length < SHORTEST_COMMENT;
    setTooShort(short);
    if (short || props.isPending) return;
    props.onSend(draft.text, () => draft.write(''));
  };

  return (
    <KeyedForm onSave={send}>
      <TextAreaField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={props.label}
        description={props.hint}
        rows={3}
        value={draft.text}
        onChange={text => {
          draft.write(text);
          setTooShort(false);
        }}
        isInvalid={tooShort}
        isDisabled={props.isPending}
      />
      {tooShort && <Problem role="alert">{props.tooShort}</Problem>}
      <Buttons>
        <Button type="submit" variant="primary" isPending={props.isPending}>
          {props.save}
        </Button>
        <Button variant="tertiary" onPress={props.onCancel}>
          {t('checklist.decide.cancel')}
        </Button>
        <KeysHint />
      </Buttons>
    </KeyedForm>
  );
}

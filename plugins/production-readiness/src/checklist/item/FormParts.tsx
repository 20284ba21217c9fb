import type { FormEvent, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { isSubmitKey, submitKeys } from './submitKeys';

/**
 * A form of a panel. Its button, and Ctrl or ⌘ with Enter, save.
 *
 * @internal
 */
export function KeyedForm(props: {
  /** Names the form where more than one is shown. */
  label?: string;
  onSave: () => void;
  children: ReactNode;
}) {
  return (
    <Form
      aria-label={props.label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.onSave();
      }}
      onKeyDown={event => {
        if (isSubmitKey(event)) {
          event.preventDefault();
          props.onSave();
        }
      }}
    >
      {props.children}
    </Form>
  );
}

/**
 * Says which keys save.
 *
 * @internal
 */
export function KeysHint() {
  const { t } = useReadinessTranslation();
  return <Keys>{t('checklist.answer.keys', { keys: submitKeys() })}</Keys>;
}

const Form = styled('form')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-3)',
});

/** A row of buttons that wraps. @internal */
export const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2) var(--bui-space-3)',
});

/** What to know beside a form. @internal */
export const Note = styled('span')({
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

/** What is wrong with a field. @internal */
export const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
  lineHeight: 1.6,
});

/** A sentence that recedes. @internal */
export const Quiet = styled('p')({
  margin: 0,
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

// A phone has no such keys.
const Keys = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  '@media (hover: none)': { display: 'none' },
});

import { type FormEvent, useState } from 'react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ReadinessResponseError,
  type ItemView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useDraft } from '../data/useDraft';
import { useItemWrites } from '../data/useItemWrites';
import { useReadiness } from '../data/useReadiness';
import { Part } from './Part';
import { isSubmitKey, submitKeys } from './submitKeys';

/** As the server asks for. */
const SHORTEST_COMMENT = 10;

/**
 * Accept another person's answer, or give it back and say what is missing.
 *
 * @internal
 */
export function DecisionForm(props: { entityRef: string; view: ItemView }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { view } = props;
  const [returning, setReturning] = useState(false);
  // A decision is about the answer that was read, so it keeps its version
  // until the reader was told of a newer one.
  const [version, setVersion] = useState(view.version);
  const readiness = useReadiness(props.entityRef);
  const { accept, giveBack } = useItemWrites(props.entityRef, view.itemId);
  const error = accept.error ?? giveBack.error;
  const onError = async (failure: Error) => {
    if (!isConflict(failure)) return;
    announce(t('checklist.conflict.decision'));
    const { data } = await readiness.refetch();
    const now = data?.items.find(item => item.itemId === view.itemId);
    if (now) setVersion(now.version);
  };

  return (
    <Part title={t('checklist.decide.title')}>
      {isConflict(error) ? (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('checklist.conflict.decision')}
        />
      ) : (
        error && <ErrorNotice error={error} />
      )}
      {returning ? (
        <ReturnForm
          draftKey={`return/${props.entityRef}/${view.itemId}`}
          isPending={giveBack.isPending}
          onCancel={() => setReturning(false)}
          onSend={(comment, sent) =>
            giveBack.mutate(
              { comment, version },
              {
                onSuccess: () => {
                  sent();
                  announce(t('checklist.decide.returned'));
                },
                onError,
              },
            )
          }
        />
      ) : (
        <Buttons>
          <Button
            variant="primary"
            isPending={accept.isPending}
            onPress={() =>
              accept.mutate(
                { version },
                {
                  onSuccess: () => announce(t('checklist.decide.accepted')),
                  onError,
                },
              )
            }
          >
            {t('checklist.decide.accept')}
          </Button>
          <Button variant="secondary" onPress={() => setReturning(true)}>
            {t('checklist.decide.return')}
          </Button>
        </Buttons>
      )}
    </Part>
  );
}

function ReturnForm(props: {
  draftKey: string;
  isPending: boolean;
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
    <Form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={event => {
        if (isSubmitKey(event)) {
          event.preventDefault();
          send();
        }
      }}
    >
      <TextAreaField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('checklist.decide.comment')}
        description={t('checklist.decide.commentHint')}
        rows={3}
        value={draft.text}
        onChange={text => {
          draft.write(text);
          setTooShort(false);
        }}
        isInvalid={tooShort}
        isDisabled={props.isPending}
      />
      {tooShort && (
        <Problem role="alert">{t('checklist.decide.tooShort')}</Problem>
      )}
      <Buttons>
        <Button type="submit" variant="primary" isPending={props.isPending}>
          {t('checklist.decide.send')}
        </Button>
        <Button variant="tertiary" onPress={props.onCancel}>
          {t('checklist.decide.cancel')}
        </Button>
        <Keys>{t('checklist.answer.keys', { keys: submitKeys() })}</Keys>
      </Buttons>
    </Form>
  );
}

function isConflict(error: unknown): boolean {
  return error instanceof ReadinessResponseError && error.status === 412;
}

const Form = styled('form')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-3)',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2) var(--bui-space-3)',
});

// A phone has no such keys.
const Keys = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  '@media (hover: none)': { display: 'none' },
});

const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
});

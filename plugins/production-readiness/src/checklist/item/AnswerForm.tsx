import { type FormEvent, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  findEvidenceProblem,
  ReadinessResponseError,
  toEvidence,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { useDraft } from '../data/useDraft';
import { useItemWrites } from '../data/useItemWrites';
import { useReadiness } from '../data/useReadiness';
import { ConflictNotice } from './ConflictNotice';
import { evidenceSource } from './evidenceSource';
import { isSubmitKey, submitKeys } from './submitKeys';
import { Part } from './Part';
import { WhoAccepts } from './WhoAccepts';

/**
 * Evidence for an item. The field has the focus; Ctrl or ⌘ with Enter saves.
 * What was typed survives a refusal, a conflict and a closed panel.
 *
 * @internal
 */
export function AnswerForm(props: {
  item: WordedItem;
  readiness: ReadinessView;
  onSaved: () => void;
  /** Given when the form can be put away again. */
  onCancel?: () => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { view } = props.item;
  const { entity } = props.readiness;
  const draft = useDraft(`${entity.ref}/${view.itemId}`);
  const [problem, setProblem] = useState<string>();
  // The version that the reader saw when the writing began.
  const [version, setVersion] = useState(view.version);
  const [checklistDigest] = useState(props.readiness.checklist?.digest);
  const readiness = useReadiness(entity.ref);
  const { attest } = useItemWrites(entity.ref, view.itemId);
  const conflict = isConflict(attest.error);
  const last = view.answer ?? undefined;

  const save = (text: string, from: number) => {
    const found = problemOf(text);
    setProblem(found && t(`checklist.answer.problem.${found}`));
    if (found || attest.isPending) return;
    attest.mutate(
      { evidence: toEvidence(text), version: from, checklistDigest },
      {
        onSuccess: () => {
          draft.write('');
          props.onSaved();
          announce(t('checklist.answer.savedSecond'));
        },
        onError: error => {
          if (!isConflict(error)) return;
          announce(t('checklist.conflict.announced'));
          // What stands now is shown beside the text that was typed.
          readiness.refetch();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(draft.text, version);
  };

  return (
    <Part title={t('checklist.answer.title')}>
      <Form
        onSubmit={submit}
        onKeyDown={event => {
          if (isSubmitKey(event)) {
            event.preventDefault();
            save(draft.text, version);
          }
        }}
      >
        {conflict && (
          <ConflictNotice
            theirs={view.answer}
            mine={draft.text}
            onKeepMine={() => {
              setVersion(view.version);
              save(draft.text, view.version);
            }}
            onBoth={text => {
              draft.write(text);
              setVersion(view.version);
              attest.reset();
            }}
            onTakeTheirs={() => {
              draft.write('');
              setVersion(view.version);
              attest.reset();
              props.onSaved();
            }}
          />
        )}
        {attest.isError && !conflict && <ErrorNotice error={attest.error} />}
        <TextAreaField
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={t('checklist.answer.label')}
          description={t('checklist.answer.hint')}
          placeholder={t('checklist.answer.placeholder')}
          rows={4}
          value={draft.text}
          onChange={text => {
            draft.write(text);
            setProblem(undefined);
          }}
          isInvalid={problem !== undefined}
          isDisabled={attest.isPending}
        />
        {problem && <Problem role="alert">{problem}</Problem>}
        {draft.restored && <Note>{t('checklist.answer.draft')}</Note>}
        {last && draft.text === '' && (
          <div style={{ marginLeft: -8 }}>
            <Button
              variant="tertiary"
              size="small"
              onPress={() => draft.write(evidenceSource(last.evidence))}
            >
              {t('checklist.answer.startFromLast')}
            </Button>
          </div>
        )}
        <Note>
          <WhoAccepts view={view} ownerRef={entity.ownerRef} />{' '}
          {view.satisfied && t('checklist.answer.keepsCounting')}
        </Note>
        <Buttons>
          <Button type="submit" variant="primary" isPending={attest.isPending}>
            {view.state === 'lapsed' || view.due
              ? t('checklist.answer.reconfirm')
              : t('checklist.answer.save')}
          </Button>
          {props.onCancel && (
            <Button variant="tertiary" onPress={props.onCancel}>
              {t('checklist.answer.cancel')}
            </Button>
          )}
          <Keys>{t('checklist.answer.keys', { keys: submitKeys() })}</Keys>
        </Buttons>
      </Form>
    </Part>
  );
}

function problemOf(text: string) {
  return text.trim() === '' ? ('empty' as const) : findEvidenceProblem(text);
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

const Note = styled('span')({
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
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
  lineHeight: 1.6,
});

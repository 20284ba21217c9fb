import { useRef, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import {
  checklistRoutes,
  findEvidenceProblem,
  ReadinessResponseError,
  toEvidence,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SentenceGap } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { useDraft } from '../data/useDraft';
import { useItemWrite } from '../data/useItemWrite';
import { useReadiness } from '../data/useReadiness';
import { ConflictNotice } from './ConflictNotice';
import { evidenceSource } from './evidenceSource';
import { Examples } from './Examples';
import { Buttons, KeyedForm, KeysHint, Note, Problem } from './FormParts';
import { isConflict } from './isConflict';
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
  // Whoever reconfirms sees what was said last, to confirm or to change it.
  const last = view.answer ?? undefined;
  // What can block a release is shown anew, with a date, not just confirmed.
  const needsNews = props.item.words.weight === 'high';
  const reconfirms = view.state === 'lapsed' || view.due;
  const draft = useDraft(
    `${entity.ref}/${view.itemId}`,
    reconfirms && last && !needsNews ? evidenceSource(last.evidence) : '',
  );
  const [problem, setProblem] = useState<string>();
  // The version that the reader saw when the writing began.
  const [version, setVersion] = useState(view.version);
  // The words that the reader saw then: an answer to others is refused.
  const [checklistDigest, setDigest] = useState(
    props.readiness.checklist?.digest,
  );
  const readiness = useReadiness(entity.ref);
  const attest = useItemWrite(
    entity.ref,
    view.itemId,
    checklistRoutes.attestItem,
  );
  const conflict = isConflict(attest.error);
  const isOutdated =
    attest.error instanceof ReadinessResponseError &&
    attest.error.code === 'CHECKLIST_CHANGED';
  const field = useRef<HTMLDivElement>(null);

  // What the checklist says now is drawn above the text that was typed.
  const readAgain = async () => {
    const { data } = await readiness.refetch();
    setDigest(data?.checklist?.digest);
    attest.reset();
  };

  // The button that was pressed is gone; the field is what comes next.
  const startFrom = (text: string) => {
    draft.write(text);
    field.current?.querySelector('textarea')?.focus();
  };

  const save = (text: string, from: number) => {
    const found = problemOf(text);
    setProblem(found && t(`checklist.answer.problem.${found}`));
    if (found || attest.isPending) return;
    attest.mutate(
      {
        version: from,
        body: { evidence: toEvidence(text), checklistDigest },
      },
      {
        onSuccess: item => {
          draft.write('');
          props.onSaved();
          announce(
            item.state === 'accepted'
              ? t('checklist.answer.savedCounts')
              : t('checklist.answer.savedSecond'),
          );
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

  return (
    <>
      <Examples
        item={props.item}
        entityRef={entity.ref}
        onStart={draft.text === '' ? startFrom : undefined}
      />
      <Part title={t('checklist.answer.title')}>
        <KeyedForm onSave={() => save(draft.text, version)}>
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
          {isOutdated && (
            <div>
              <Button
                variant="secondary"
                size="small"
                isPending={readiness.isFetching}
                onPress={readAgain}
              >
                {t('checklist.answer.readAgain')}
              </Button>
            </div>
          )}
          <div ref={field}>
            <TextAreaField
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              label={t('checklist.answer.label')}
              description={
                needsNews && last
                  ? t('checklist.answer.hintAnew')
                  : t('checklist.answer.hint')
              }
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
          </div>
          {problem && <Problem role="alert">{problem}</Problem>}
          {draft.restored && <Note>{t('checklist.answer.draft')}</Note>}
          {last && draft.text === '' && (
            <div style={{ marginLeft: -8 }}>
              <Button
                variant="tertiary"
                size="small"
                onPress={() => startFrom(evidenceSource(last.evidence))}
              >
                {t('checklist.answer.startFromLast')}
              </Button>
            </div>
          )}
          <Note>
            <WhoAccepts
              view={view}
              ownerRef={entity.ownerRef}
              unchanged={
                last !== undefined &&
                draft.text === evidenceSource(last.evidence)
              }
            />
            <SentenceGap />
            {view.satisfied && t('checklist.answer.keepsCounting')}
          </Note>
          <Buttons>
            <Button
              type="submit"
              variant="primary"
              isPending={attest.isPending}
            >
              {reconfirms
                ? t('checklist.answer.reconfirm')
                : t('checklist.answer.save')}
            </Button>
            {props.onCancel && (
              <Button variant="tertiary" onPress={props.onCancel}>
                {t('checklist.answer.cancel')}
              </Button>
            )}
            <KeysHint />
          </Buttons>
        </KeyedForm>
      </Part>
    </>
  );
}

function problemOf(text: string) {
  return text.trim() === '' ? ('empty' as const) : findEvidenceProblem(text);
}

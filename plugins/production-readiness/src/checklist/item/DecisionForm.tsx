import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import {
  checklistRoutes,
  type ItemView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useItemWrite } from '../data/useItemWrite';
import { useReadiness } from '../data/useReadiness';
import { CommentForm } from './CommentForm';
import { Buttons } from './FormParts';
import { isConflict } from './isConflict';
import { commentKey } from './Overtaken';
import { Part } from './Part';

/**
 * Accept another person's answer or request, or give it back and say what is
 * missing.
 *
 * @internal
 */
export function DecisionForm(props: {
  entityRef: string;
  view: ItemView;
  /** What is decided on. */
  about: 'answer' | 'waiver';
  /** From when a decision goes out until it failed. */
  onSending: (isSending: boolean) => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { about, view } = props;
  const [returning, setReturning] = useState(false);
  // A decision is about what was read, so it keeps its version until the
  // reader was told of a newer one.
  const [version, setVersion] = useState(view.version);
  const readiness = useReadiness(props.entityRef);
  const accept = useItemWrite(
    props.entityRef,
    view.itemId,
    about === 'answer'
      ? checklistRoutes.acceptItem
      : checklistRoutes.approveWaiver,
  );
  const giveBack = useItemWrite(
    props.entityRef,
    view.itemId,
    about === 'answer'
      ? checklistRoutes.returnItem
      : checklistRoutes.returnWaiver,
  );
  const error = accept.error ?? giveBack.error;
  const onError = async (failure: Error) => {
    props.onSending(false);
    if (!isConflict(failure)) return;
    announce(t('checklist.conflict.decision'));
    const { data } = await readiness.refetch();
    const now = data?.items.find(item => item.itemId === view.itemId);
    if (now) setVersion(now.version);
  };
  const isExemption = view.waiverRequest?.kind === 'exemption';
  const words =
    about === 'answer'
      ? {
          title: t('checklist.decide.title'),
          accept: t('checklist.decide.accept'),
          accepted: t('checklist.decide.accepted'),
        }
      : {
          title: t('checklist.waiver.decide.title'),
          accept: isExemption
            ? t('checklist.waiver.decide.grant')
            : t('checklist.waiver.decide.agree'),
          accepted: t('checklist.waiver.decide.granted'),
        };

  return (
    <Part title={words.title}>
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
        <CommentForm
          draftKey={commentKey(about, props.entityRef, view.itemId)}
          label={t('checklist.decide.comment')}
          hint={t('checklist.decide.commentHint')}
          tooShort={t('checklist.decide.tooShort')}
          save={t('checklist.decide.send')}
          isPending={giveBack.isPending}
          onCancel={() => setReturning(false)}
          onSend={(comment, sent) => {
            props.onSending(true);
            giveBack.mutate(
              { version, body: { comment } },
              {
                onSuccess: () => {
                  sent();
                  announce(t('checklist.decide.returned'));
                },
                onError,
              },
            );
          }}
        />
      ) : (
        <Buttons>
          <Button
            variant="primary"
            isPending={accept.isPending}
            onPress={() => {
              props.onSending(true);
              accept.mutate(
                { version },
                { onSuccess: () => announce(words.accepted), onError },
              );
            }}
          >
            {words.accept}
          </Button>
          <Button variant="secondary" onPress={() => setReturning(true)}>
            {t('checklist.decide.return')}
          </Button>
        </Buttons>
      )}
    </Part>
  );
}

import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  checklistRoutes,
  type CapabilityReason,
  type ItemView,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { SentenceGap } from '../../layout';
import { RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { AnswerForm } from './AnswerForm';
import { DecisionForm } from './DecisionForm';
import { Buttons, Quiet } from './FormParts';
import { commentKey, Overtaken, useOvertaken } from './Overtaken';
import { ReadAgain } from './ReadAgain';
import { TakeBack } from './Waivers';

/**
 * The one thing that this reader can do about an item: decide on an answer,
 * give one, or have the facts read again. Who can do nothing reads why.
 *
 * @internal
 */
export function ItemAction(props: {
  item: WordedItem;
  readiness: ReadinessView;
}) {
  const { view } = props.item;
  const entityRef = props.readiness.entity.ref;
  const mayDecide = view.canAccept?.allowed ?? false;
  const { isOvertaken, setSending, close } = useOvertaken(mayDecide);
  if (mayDecide) {
    return (
      <DecisionForm
        entityRef={entityRef}
        view={view}
        about="answer"
        onSending={setSending}
      />
    );
  }
  return (
    <>
      {isOvertaken && (
        <Overtaken
          draftKey={commentKey('answer', entityRef, view.itemId)}
          onClose={close}
        />
      )}
      <OwnAction {...props} />
    </>
  );
}

/** What there is to do beside deciding on the answer of somebody else. */
function OwnAction(props: { item: WordedItem; readiness: ReadinessView }) {
  const { item, readiness } = props;
  const { view } = item;
  if (item.words.kind === 'automatic') {
    return <ReadAgain words={item.words} entity={readiness.entity} />;
  }
  if (!view.canAttest.allowed) {
    // Whoever is asked to decide on a request has something to do here.
    if (view.acts.includes('decide_request')) return null;
    // That is said where the item stands.
    if (view.state === 'upcoming') return null;
    return (
      <Quiet>
        <Reason
          reason={view.canAttest.reason}
          ownerRef={readiness.entity.ownerRef}
        />
      </Quiet>
    );
  }
  return <Answer item={item} readiness={readiness} />;
}

/**
 * The form, unless somebody else reads now or the answer counts: then it is a
 * click away. Once open it stays, also when another person saves meanwhile,
 * so that what is being written is not taken away.
 */
function Answer(props: { item: WordedItem; readiness: ReadinessView }) {
  const { t } = useReadinessTranslation();
  const { view } = props.item;
  const excused = view.waiver !== null || view.waiverRequest !== undefined;
  const waits = view.answer?.decision === 'waiting';
  const settled = waits || excused || (view.satisfied && !view.due);
  const [writing, setWriting] = useState(!settled);
  const putAway = () => setWriting(false);

  if (writing || !settled) {
    return (
      <AnswerForm
        {...props}
        onSaved={putAway}
        onCancel={settled ? putAway : undefined}
      />
    );
  }
  return (
    <Stack>
      {waits && <Waits view={view} now={props.readiness.asOf} />}
      <Buttons>
        <Button
          variant="secondary"
          size="small"
          onPress={() => setWriting(true)}
        >
          {view.answer
            ? t('checklist.answer.change')
            : t('checklist.answer.anyway')}
        </Button>
        {view.acts.includes('withdraw') && (
          <TakeBack
            {...props}
            route={checklistRoutes.withdrawAnswer}
            label={t('checklist.answer.withdraw')}
            said={t('checklist.answer.withdrawn')}
          />
        )}
      </Buttons>
    </Stack>
  );
}

function Waits({ view, now }: { view: ItemView; now: number }) {
  const { t } = useReadinessTranslation();
  if (!view.answer) return null;
  const when = <RelativeTime at={view.answer.at} now={now} />;
  return (
    <Quiet>
      {view.reviewerRef
        ? t('checklist.answer.waits', {
            who: <EntityName entityRef={view.reviewerRef} link />,
            when,
          })
        : t('checklist.answer.waitsSecond', { when })}
      <SentenceGap />
      {view.satisfied && t('checklist.answer.keepsCounting')}
    </Quiet>
  );
}

function Reason(props: {
  reason: CapabilityReason | null;
  ownerRef: string | null;
}) {
  const { t, say } = useReadinessTranslation();
  if (props.reason === null) return null;
  if (props.reason === 'not_an_owner') {
    return props.ownerRef
      ? t('checklist.reason.not_an_owner', {
          owner: <EntityName entityRef={props.ownerRef} link />,
        })
      : t('checklist.reason.no_owner');
  }
  return <>{say(`checklist.reason.${props.reason}`)}</>;
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

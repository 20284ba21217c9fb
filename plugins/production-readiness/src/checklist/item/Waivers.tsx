import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  checklistRoutes,
  type ItemAct,
  type ReadinessView,
  type RouteDefinition,
  type WaiverKind,
  type WaiverRequestView,
  type WaiverView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { EntityName } from '../../people';
import { useAnnounce } from '../../query';
import { exactDay, RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { useItemWrite } from '../data/useItemWrite';
import { CommentForm } from './CommentForm';
import { DecisionForm } from './DecisionForm';
import { commentKey, Overtaken, useOvertaken } from './Overtaken';
import { Buttons, Quiet } from './FormParts';
import { Part } from './Part';
import { WaiverForm } from './WaiverForm';

interface ItemContext {
  item: WordedItem;
  readiness: ReadinessView;
}

/**
 * What excuses the entity from an item or was asked to, and what this reader
 * can do about it.
 *
 * @internal
 */
export function Waivers(props: ItemContext) {
  const { t } = useReadinessTranslation();
  const { view } = props.item;
  const [asking, setAsking] = useState<WaiverKind>();
  const may = (act: ItemAct) => view.acts.includes(act);
  const { waiver, waiverRequest: request } = view;
  const entityRef = props.readiness.entity.ref;
  const { isOvertaken, setSending, close } = useOvertaken(
    may('decide_request'),
  );

  return (
    <>
      {waiver && (
        <Part
          title={
            waiver.kind === 'exemption'
              ? t('checklist.waiver.exempt')
              : t('checklist.waiver.notApplicable')
          }
        >
          <Words waiver={waiver} now={props.readiness.asOf} />
          {may('revoke_waiver') && <Revoke {...props} />}
        </Part>
      )}
      {request && (
        <Part
          title={
            request.kind === 'exemption'
              ? t('checklist.waiver.exemptionAsked')
              : t('checklist.waiver.notApplicableAsked')
          }
        >
          <Words waiver={request} now={props.readiness.asOf} />
          {request.decision === 'waiting' && !may('decide_request') && (
            <Waits {...props} />
          )}
          {request.comment !== null && <Comment request={request} />}
          {may('withdraw_request') && (
            <TakeBack
              {...props}
              route={checklistRoutes.withdrawWaiverRequest}
              label={t('checklist.waiver.withdraw')}
              said={t('checklist.waiver.withdrawn')}
            />
          )}
        </Part>
      )}
      {may('decide_request') && (
        <DecisionForm
          entityRef={entityRef}
          view={view}
          about="waiver"
          onSending={setSending}
        />
      )}
      {isOvertaken && (
        <Overtaken
          draftKey={commentKey('waiver', entityRef, view.itemId)}
          onClose={close}
        />
      )}
      {asking && (
        <WaiverForm
          key={asking}
          entityRef={entityRef}
          ownerRef={props.readiness.entity.ownerRef}
          kind={asking}
          view={view}
          now={props.readiness.asOf}
          onDone={() => setAsking(undefined)}
        />
      )}
      {!asking && may('request_waiver') && <Ask {...props} onAsk={setAsking} />}
    </>
  );
}

/** Two quiet ways out, below the answer that is hoped for. */
function Ask(props: ItemContext & { onAsk: (kind: WaiverKind) => void }) {
  const { t } = useReadinessTranslation();
  const { state, satisfied, waiverRequest } = props.item.view;
  if (waiverRequest?.decision === 'waiting') return null;
  if (satisfied || state === 'not_applicable') return null;
  return (
    <Part title={t('checklist.waiver.otherwise')}>
      <Buttons>
        <Button
          variant="secondary"
          size="small"
          onPress={() => props.onAsk('exemption')}
        >
          {state === 'exempt'
            ? t('checklist.waiver.longer')
            : t('checklist.waiver.askExemption')}
        </Button>
        {state !== 'exempt' && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => props.onAsk('not_applicable')}
          >
            {t('checklist.waiver.askNotApplicable')}
          </Button>
        )}
      </Buttons>
    </Part>
  );
}

function Words(props: { waiver: WaiverView | WaiverRequestView; now: number }) {
  const { t, language } = useReadinessTranslation();
  const { waiver, now } = props;
  return (
    <>
      <Text>{waiver.reason}</Text>
      {waiver.compensatingControl !== null && (
        <div>
          <Label>{t('checklist.waiver.control')}</Label>
          <Text>{waiver.compensatingControl}</Text>
        </div>
      )}
      {waiver.until !== null && (
        <span>
          {t('checklist.waiver.until', {
            day: exactDay(waiver.until, language),
            when: <RelativeTime at={waiver.until} now={now} />,
          })}
        </span>
      )}
      <Who>
        {t('checklist.waiver.askedBy', {
          who: waiver.requestedBy.name,
          when: <RelativeTime at={waiver.requestedAt} now={now} />,
        })}
      </Who>
      {'approvedBy' in waiver && (
        <Who>
          {t('checklist.waiver.approvedBy', {
            who: waiver.approvedBy.name,
            when: <RelativeTime at={waiver.approvedAt} now={now} />,
          })}
        </Who>
      )}
    </>
  );
}

function Comment({ request }: { request: WaiverRequestView }) {
  const { t } = useReadinessTranslation();
  return (
    <>
      <Who>
        {t('checklist.waiver.returnedBy', {
          who: request.decidedBy?.name ?? '',
        })}
      </Who>
      <Text>{request.comment}</Text>
    </>
  );
}

function Waits({ item, readiness }: ItemContext) {
  const { t } = useReadinessTranslation();
  const who = item.view.reviewerRef ?? readiness.entity.ownerRef;
  return (
    <Quiet>
      {who
        ? t('checklist.waiver.waits', {
            who: <EntityName entityRef={who} link />,
          })
        : t('checklist.waiver.waitsAdmin')}
    </Quiet>
  );
}

function Revoke({ item, readiness }: ItemContext) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const { ref } = readiness.entity;
  const { itemId, version } = item.view;
  const revoke = useItemWrite(ref, itemId, checklistRoutes.revokeWaiver);
  if (!open) {
    return (
      <div>
        <Button variant="secondary" size="small" onPress={() => setOpen(true)}>
          {t('checklist.waiver.revoke')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {revoke.isError && <ErrorNotice error={revoke.error} />}
      <CommentForm
        draftKey={`revoke/${ref}/${itemId}`}
        label={t('checklist.waiver.revokeReason')}
        hint={t('checklist.waiver.revokeHint')}
        tooShort={t('checklist.waiver.revokeShort')}
        save={t('checklist.waiver.revoke')}
        isPending={revoke.isPending}
        onCancel={() => setOpen(false)}
        onSend={(reason, sent) =>
          revoke.mutate(
            { version, body: { reason } },
            {
              onSuccess: () => {
                sent();
                setOpen(false);
                announce(t('checklist.waiver.revoked'));
              },
            },
          )
        }
      />
    </>
  );
}

/**
 * Takes back what nobody has decided on yet.
 *
 * @internal
 */
export function TakeBack(
  props: ItemContext & { route: RouteDefinition; label: string; said: string },
) {
  const announce = useAnnounce();
  const { itemId, version } = props.item.view;
  const write = useItemWrite(props.readiness.entity.ref, itemId, props.route);
  return (
    <>
      {write.isError && <ErrorNotice error={write.error} />}
      <div>
        <Button
          variant="secondary"
          size="small"
          isPending={write.isPending}
          onPress={() =>
            write.mutate({ version }, { onSuccess: () => announce(props.said) })
          }
        >
          {props.label}
        </Button>
      </div>
    </>
  );
}

const Text = styled('p')({
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
});

const Label = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  fontWeight: 600,
});

const Who = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

import { useState } from 'react';
import { Button, Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiForbidLine,
} from '@remixicon/react';
import {
  DAY,
  type GatePassView,
  type GateView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { CommentForm } from '../checklist/item/CommentForm';
import { Buttons, KeyedForm, Note, Problem } from '../checklist/item/FormParts';
import { OpensForm } from '../checklist/item/OpensForm';
import { ErrorNotice, LoadingState, PageSection } from '../layout';
import { useAnnounce } from '../query';
import { TONES } from '../state';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { useClosePass, useGate, usePassGate } from './useGate';

const LOOKS = {
  pass: { Icon: RiCheckboxCircleFill, tone: 'success' },
  warn: { Icon: RiErrorWarningFill, tone: 'warning' },
  block: { Icon: RiForbidLine, tone: 'danger' },
} as const;

/**
 * What a deployment gate would say of the entity right now, and the way past
 * it for an emergency.
 *
 * @internal
 */
export function GateBox({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const gate = useGate(entityRef);
  return (
    <PageSection title={t('gate.title')}>
      {gate.isPending && <LoadingState rows={1} rowHeight={48} />}
      {gate.isError && !gate.data && (
        <ErrorNotice
          error={gate.error}
          title={t('gate.error')}
          onRetry={() => gate.refetch()}
        />
      )}
      {gate.data && <Answer gate={gate.data} />}
    </PageSection>
  );
}

function Answer({ gate }: { gate: GateView }) {
  const { t, language } = useReadinessTranslation();
  const [passing, setPassing] = useState(false);
  const { Icon, tone } = LOOKS[gate.decision];
  const inGrace = gate.blockers.filter(({ graceUntil }) => graceUntil !== null);
  return (
    <Stack>
      <Says style={{ color: TONES[tone].fg }} data-decision={gate.decision}>
        <Icon size={20} aria-hidden />
        <strong>{t(`gate.decision.${gate.decision}`)}</strong>
      </Says>
      <Note>
        {gate.blockers.length === 0
          ? t('gate.nothing')
          : t('gate.open', { count: gate.blockers.length })}{' '}
        {t(`gate.mode.${gate.mode}`)}
      </Note>
      {gate.adoptionUntil !== null && (
        <Note>
          {t('gate.adoption', { day: exactDay(gate.adoptionUntil, language) })}
        </Note>
      )}
      {gate.trafficCap && (
        <Note>{t('review.cap', { cap: gate.trafficCap })}</Note>
      )}
      {inGrace.length > 0 && (
        <Note>{t('gate.grace', { count: inGrace.length })}</Note>
      )}
      {gate.pass && (
        <Note>
          {t('gate.passed', {
            who: gate.pass.givenBy.name,
            when: <RelativeTime at={gate.pass.validUntil} now={gate.asOf} />,
          })}
        </Note>
      )}
      {gate.followUps.map(pass => (
        <FollowUp key={pass.id} pass={pass} gate={gate} />
      ))}
      {gate.canPass && gate.decision === 'block' && !passing && (
        <div>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setPassing(true)}
          >
            {t('gate.breakGlass')}
          </Button>
        </div>
      )}
      {/* Stays when the decision changes meanwhile: what was written is kept. */}
      {passing && <PassForm gate={gate} onDone={() => setPassing(false)} />}
    </Stack>
  );
}

/** A release that was let past, until somebody says what came of it. */
function FollowUp(props: { pass: GatePassView; gate: GateView }) {
  const { t, language } = useReadinessTranslation();
  const announce = useAnnounce();
  const { gate, pass } = props;
  const close = useClosePass(gate.entityRef);
  return (
    <Pass>
      <span>
        {t('gate.followUp', {
          who: pass.givenBy.name,
          day: exactDay(pass.followUpAt, language),
          when: <RelativeTime at={pass.followUpAt} now={gate.asOf} />,
        })}
      </span>
      <Reason>{pass.reason}</Reason>
      {close.isError && <ErrorNotice error={close.error} />}
      {gate.canPass && (
        <OpensForm label={t('gate.close')}>
          {onDone => (
            <CommentForm
              draftKey={`gate/${pass.id}`}
              label={t('gate.whatCame')}
              hint={t('gate.whatCameHint')}
              tooShort={t('gate.whatCameShort')}
              save={t('gate.close')}
              isPending={close.isPending}
              onCancel={onDone}
              onSend={(note, sent) =>
                close.mutate(
                  { pass, note },
                  {
                    onSuccess: () => {
                      sent();
                      announce(t('gate.closed'));
                    },
                  },
                )
              }
            />
          )}
        </OpensForm>
      )}
    </Pass>
  );
}

/** Days until somebody comes back to it. */
const FOLLOW_UPS = [3, 7, 14, 30];

/** As the server asks for. */
const SHORTEST_REASON = 20;

function PassForm(props: { gate: GateView; onDone: () => void }) {
  const { t, language } = useReadinessTranslation();
  const announce = useAnnounce();
  const { gate } = props;
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(7);
  const [tooShort, setTooShort] = useState(false);
  const pass = usePassGate(gate.entityRef);
  const followUpAt = gate.asOf + days * DAY;
  const send = () => {
    const short = reason.trim().length < SHORTEST_REASON;
    setTooShort(short);
    if (short || pass.isPending) return;
    pass.mutate(
      { reason, followUpAt },
      {
        onSuccess: () => {
          announce(t('gate.done'));
          props.onDone();
        },
      },
    );
  };
  return (
    <KeyedForm label={t('gate.breakGlass')} onSave={send}>
      {pass.isError && <ErrorNotice error={pass.error} />}
      <Note>{t('gate.breakGlassMeans')}</Note>
      <TextAreaField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('gate.reason')}
        rows={3}
        value={reason}
        onChange={text => {
          setReason(text);
          setTooShort(false);
        }}
        isInvalid={tooShort}
      />
      {tooShort && <Problem role="alert">{t('gate.reasonShort')}</Problem>}
      <RadioGroup
        label={t('gate.followUpBy', { day: exactDay(followUpAt, language) })}
        orientation="horizontal"
        value={String(days)}
        onChange={value => setDays(Number(value))}
      >
        {FOLLOW_UPS.map(one => (
          <Radio key={one} value={String(one)}>
            {t('checklist.waiver.days', { days: String(one) })}
          </Radio>
        ))}
      </RadioGroup>
      <Buttons>
        <Button type="submit" variant="primary" isPending={pass.isPending}>
          {t('gate.breakGlass')}
        </Button>
        <Button variant="tertiary" onPress={props.onDone}>
          {t('checklist.answer.cancel')}
        </Button>
      </Buttons>
    </KeyedForm>
  );
}

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
});

const Says = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
  '& > svg': { flex: 'none' },
});

const Pass = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  paddingTop: 'var(--bui-space-2)',
  borderTop: '1px solid var(--bui-border-1)',
  lineHeight: 1.6,
});

const Reason = styled('div')({
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

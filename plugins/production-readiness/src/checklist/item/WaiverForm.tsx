import { useState } from 'react';
import { Button, Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import {
  checklistRoutes,
  DAY,
  findEvidenceProblem,
  type ItemView,
  type Waiver,
  type WaiverKind,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { useDraft } from '../data/useDraft';
import { useItemWrite } from '../data/useItemWrite';
import { Buttons, KeyedForm, KeysHint, Note, Problem } from './FormParts';
import { Part } from './Part';
import { WhoDecides } from './WhoDecides';

/** Days that an exemption may last; the last one is the longest allowed. */
const PERIODS = [14, 30, 90, 180] as const;

/**
 * Asks for an exemption for a time, or says that an item does not concern the
 * entity. Who decides is said before it is sent.
 *
 * @internal
 */
export function WaiverForm(props: {
  entityRef: string;
  ownerRef: string | null;
  kind: WaiverKind;
  view: ItemView;
  /** The present by the server, in milliseconds. */
  now: number;
  onDone: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const announce = useAnnounce();
  const { kind, view, now } = props;
  const last = view.waiverRequest ?? view.waiver;
  const same = last?.kind === kind ? last : undefined;
  const key = `${kind}/${props.entityRef}/${view.itemId}`;
  const reason = useDraft(`${key}/reason`, same?.reason);
  const control = useDraft(
    `${key}/control`,
    same?.compensatingControl ?? undefined,
  );
  const [days, setDays] = useState<number>(90);
  const [tried, setTried] = useState(false);
  const request = useItemWrite(
    props.entityRef,
    view.itemId,
    checklistRoutes.requestWaiver,
  );
  const isExemption = kind === 'exemption';
  const problems = {
    reason: problemOf(reason.text),
    control: isExemption ? problemOf(control.text) : undefined,
  };
  const say = (problem: ReturnType<typeof problemOf>) =>
    tried && problem ? (
      <Problem role="alert">{t(`checklist.waiver.problem.${problem}`)}</Problem>
    ) : null;

  const send = () => {
    setTried(true);
    if (problems.reason || problems.control || request.isPending) return;
    const waiver: Waiver = isExemption
      ? {
          kind: 'exemption',
          reason: reason.text,
          compensatingControl: control.text,
          until: now + days * DAY,
        }
      : { kind: 'not_applicable', reason: reason.text };
    request.mutate(
      { version: view.version, body: { waiver } },
      {
        onSuccess: () => {
          reason.write('');
          control.write('');
          announce(t('checklist.waiver.sent'));
          props.onDone();
        },
      },
    );
  };

  return (
    <Part
      title={
        isExemption
          ? t('checklist.waiver.askExemption')
          : t('checklist.waiver.askNotApplicable')
      }
    >
      <KeyedForm onSave={send}>
        <Note>
          {isExemption
            ? t('checklist.waiver.exemptionMeans')
            : t('checklist.waiver.notApplicableMeans')}
        </Note>
        {request.isError && <ErrorNotice error={request.error} />}
        <TextAreaField
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={
            isExemption
              ? t('checklist.waiver.reasonExemption')
              : t('checklist.waiver.reasonNotApplicable')
          }
          rows={3}
          value={reason.text}
          onChange={reason.write}
          isInvalid={tried && problems.reason !== undefined}
        />
        {say(problems.reason)}
        {isExemption && (
          <>
            <TextAreaField
              label={t('checklist.waiver.control')}
              description={t('checklist.waiver.controlHint')}
              rows={2}
              value={control.text}
              onChange={control.write}
              isInvalid={tried && problems.control !== undefined}
            />
            {say(problems.control)}
            <RadioGroup
              label={t('checklist.waiver.period')}
              orientation="horizontal"
              value={String(days)}
              onChange={value => setDays(Number(value))}
            >
              {PERIODS.map(period => (
                <Radio key={period} value={String(period)}>
                  {t('checklist.waiver.days', { days: String(period) })}
                </Radio>
              ))}
            </RadioGroup>
            <Note>
              {t('checklist.waiver.endsOn', {
                day: exactDay(now + days * DAY, language),
              })}
            </Note>
          </>
        )}
        <Note>
          <WhoDecides view={view} ownerRef={props.ownerRef} />
        </Note>
        <Buttons>
          <Button type="submit" variant="primary" isPending={request.isPending}>
            {t('checklist.waiver.send')}
          </Button>
          <Button variant="tertiary" onPress={props.onDone}>
            {t('checklist.answer.cancel')}
          </Button>
          <KeysHint />
        </Buttons>
      </KeyedForm>
    </Part>
  );
}

function problemOf(text: string) {
  if (text.trim() === '') return 'empty' as const;
  const problem = findEvidenceProblem(text);
  return problem === 'not-a-web-link' ? undefined : problem;
}

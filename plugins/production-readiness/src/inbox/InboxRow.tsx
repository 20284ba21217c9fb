import { Button, Link } from '@backstage/ui';
import {
  type InboxItem,
  type InboxKind,
  localize,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import {
  RiCalendarCheckLine,
  RiCalendarEventLine,
  RiCheckboxCircleLine,
  RiIndeterminateCircleLine,
  RiPauseCircleLine,
  type RemixiconComponentType,
  RiDiscussLine,
  RiDoorOpenLine,
  RiQuestionAnswerLine,
  RiQuillPenLine,
  RiReplyLine,
  RiSearchEyeLine,
  RiUserSharedLine,
} from '@remixicon/react';
import { type EntityTab, useEntityTabLink } from '../entity';
import { HiddenText } from '../layout';
import { EntityName } from '../people';
import { TONES } from '../state';
import { exactTime, relativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { urgencyOf } from './groups';

const KINDS = {
  accept: { Icon: RiCheckboxCircleLine, word: 'inbox.kind.accept' },
  'technical-review': {
    Icon: RiSearchEyeLine,
    word: 'inbox.kind.technicalReview',
  },
  sign: { Icon: RiQuillPenLine, word: 'inbox.kind.sign' },
  renew: { Icon: RiCalendarCheckLine, word: 'inbox.kind.renew' },
  'delegation-ends': {
    Icon: RiUserSharedLine,
    word: 'inbox.kind.delegationEnds',
  },
  'answer-question': {
    Icon: RiQuestionAnswerLine,
    word: 'inbox.kind.answerQuestion',
  },
  'question-answered': {
    Icon: RiQuestionAnswerLine,
    word: 'inbox.kind.questionAnswered',
  },
  'decide-dispute': { Icon: RiDiscussLine, word: 'inbox.kind.decideDispute' },
  'answer-returned': { Icon: RiReplyLine, word: 'inbox.kind.answerReturned' },
  'decide-exemption': {
    Icon: RiPauseCircleLine,
    word: 'inbox.kind.decideExemption',
  },
  'decide-not-applicable': {
    Icon: RiIndeterminateCircleLine,
    word: 'inbox.kind.decideNotApplicable',
  },
  'request-returned': {
    Icon: RiReplyLine,
    word: 'inbox.kind.requestReturned',
  },
  'exemption-ends': {
    Icon: RiPauseCircleLine,
    word: 'inbox.kind.exemptionEnds',
  },
  'decide-review': { Icon: RiSearchEyeLine, word: 'inbox.kind.decideReview' },
  'review-returned': { Icon: RiReplyLine, word: 'inbox.kind.reviewReturned' },
  'condition-due': {
    Icon: RiCalendarCheckLine,
    word: 'inbox.kind.conditionDue',
  },
  'renew-review': {
    Icon: RiCalendarCheckLine,
    word: 'inbox.kind.renewReview',
  },
  'hold-session': {
    Icon: RiCalendarEventLine,
    word: 'inbox.kind.holdSession',
  },
  'follow-up-due': { Icon: RiDoorOpenLine, word: 'inbox.kind.followUpDue' },
} as const satisfies Record<
  InboxKind,
  { Icon: RemixiconComponentType; word: string }
>;

/** What is signed is no SLO here. */
const POLICY_WORDS = new Map<
  InboxKind,
  'inbox.policy.sign' | 'inbox.policy.review' | 'inbox.policy.renew'
>([
  ['sign', 'inbox.policy.sign'],
  ['technical-review', 'inbox.policy.review'],
  ['renew', 'inbox.policy.renew'],
]);

/** What a thing is called by what it is about, where its kind isn't enough. */
function wordFor({ kind, subject }: InboxItem) {
  const policy =
    subject.type === 'budget-policy' ? POLICY_WORDS.get(kind) : undefined;
  // An agreement is looked at again; it isn't an answer.
  const isSloReview = subject.type === 'slo' && kind === 'renew';
  return policy ?? (isSloReview ? 'inbox.slo.renew' : KINDS[kind].word);
}

/** Where the name of the entity leads to; else to its readiness. */
const TABS: Partial<Record<InboxItem['subject']['type'], EntityTab>> = {
  slo: 'slo',
  'budget-policy': 'slo',
  session: 'upkeep',
};

/**
 * One thing that waits: what it is, where, since when, by when, and the one
 * button that takes care of it.
 *
 * @internal
 */
export function InboxRow(props: {
  item: InboxItem;
  now: number;
  onOpen: () => void;
}) {
  const { t, say, language } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  const { item, now } = props;
  const { Icon } = KINDS[item.kind];
  const word = wordFor(item);
  const title = localize(item.subject.title, language);
  const verb = say(`inbox.verb.${item.verb}`);
  const ago = relativeTime(item.since, now, language);
  const tab = TABS[item.subject.type] ?? 'readiness';

  return (
    <Row>
      <Mark style={{ color: TONES.info.fg }}>
        <Icon size={20} aria-hidden />
      </Mark>
      <What>
        <Kind>{say(word)}</Kind>
        <Title>{title}</Title>
        <Facts>
          {item.subject.type === 'delegation' ? (
            <EntityName entityRef={item.entityRef} link />
          ) : (
            <Link href={tabLink(item.entityRef, tab)}>{item.entityTitle}</Link>
          )}
          <span title={exactTime(item.since, language)}>
            {(item.verb === 'renew' ||
              item.kind === 'delegation-ends' ||
              item.kind === 'hold-session' ||
              item.kind === 'exemption-ends') &&
              t('inbox.sinceRenew', { time: ago })}
            {(item.kind === 'answer-returned' ||
              item.kind === 'request-returned' ||
              item.kind === 'review-returned') &&
              t('inbox.sinceReturned', { time: ago })}
            {(item.verb === 'accept' ||
              item.verb === 'review' ||
              item.verb === 'decide' ||
              item.verb === 'reply' ||
              item.verb === 'sign') &&
              t('inbox.since', { time: ago })}
          </span>
          {item.subject.type === 'session' && (
            <span>{t('inbox.sessionOf', { count: item.subject.count })}</span>
          )}
          <span>
            {t('inbox.waitingFor', {
              who: <EntityName entityRef={item.waitingFor} />,
            })}
          </span>
        </Facts>
      </What>
      <Deadline item={item} now={now} />
      <Button
        variant="secondary"
        onPress={props.onOpen}
        aria-label={t('inbox.verbOn', {
          verb,
          title,
          entity: item.entityTitle,
        })}
      >
        {verb}
      </Button>
    </Row>
  );
}

function Deadline({ item, now }: { item: InboxItem; now: number }) {
  const { t, language } = useReadinessTranslation();
  const urgency = urgencyOf(item.deadline, now);
  // The heading above has said that there is none.
  if (item.deadline === null) return <When />;
  const tone =
    (urgency === 'late' && TONES.danger) ||
    (urgency === 'week' && TONES.warning) ||
    TONES.neutral;
  const time = relativeTime(item.deadline, now, language);
  const exact = exactTime(item.deadline, language);
  return (
    <When style={{ color: tone.fg }} title={exact}>
      {urgency === 'late'
        ? t('inbox.wasDue', { time })
        : t('inbox.due', { time })}
      <HiddenText>{` (${exact})`}</HiddenText>
    </When>
  );
}

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) auto minmax(128px, auto)',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-4)',
  padding: 'var(--bui-space-3) 0',
  borderTop: '1px solid var(--bui-border-1)',
  '&:first-of-type': { borderTop: 'none' },
  '& > button': { justifySelf: 'stretch' },
  '@media (max-width: 699px)': {
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    '& > button': { gridColumn: '3', gridRow: '2', justifySelf: 'end' },
  },
});

const Mark = styled('span')({
  alignSelf: 'start',
  lineHeight: 0,
  paddingTop: 2,
});

const What = styled('div')({
  minWidth: 0,
  '@media (max-width: 699px)': { gridColumn: '2 / -1' },
});

const Kind = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Title = styled('div')({
  fontWeight: 'var(--bui-font-weight-bold)',
  overflowWrap: 'anywhere',
});

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
});

const When = styled('span')({
  textAlign: 'end',
  fontVariantNumeric: 'tabular-nums',
  color: 'var(--bui-fg-secondary)',
  '@media (max-width: 699px)': {
    gridColumn: '2',
    gridRow: '2',
    textAlign: 'start',
  },
});

import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import {
  type QuestionView,
  type SignatureView,
  type VersionLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StateBadge } from '../../state';
import { RelativeTime } from '../../time';
import { useSloTranslation } from '../../translations';
import { useRoleName } from '../words/useRoleName';

type HistoryLine = Omit<VersionLine, 'target'>;

interface Event {
  key: string;
  at: number;
  shown: ReactNode;
}

/**
 * Versions, signatures and questions together, newest first, folded away.
 *
 * @internal
 */
export function SloHistory<Line extends HistoryLine>(props: {
  history: readonly Line[];
  signatures: readonly SignatureView[];
  questions?: readonly QuestionView[];
  /** What a version is called in its line. */
  titleOf: (line: Line) => string;
  now: number;
}) {
  const { t } = useSloTranslation();
  const { now } = props;
  const events = eventsOf(props);
  return (
    <Details>
      <summary>{t('slo.history.show', { count: events.length })}</summary>
      <ol>
        {events.map(event => (
          <li key={event.key}>
            {event.shown}
            <When>
              <RelativeTime at={event.at} now={now} />
            </When>
          </li>
        ))}
      </ol>
    </Details>
  );
}

function Said({ signature }: { signature: SignatureView }) {
  const { t } = useSloTranslation();
  const roleName = useRoleName();
  return (
    <div>
      <strong>
        {t(`slo.history.said.${signature.meaning}`, {
          who: signature.signer.name,
        })}
      </strong>
      <Quiet>
        {roleName(signature.role)} ·{' '}
        {signature.onBehalfOf &&
          `${t('slo.history.onBehalf', {
            who: signature.onBehalfOf.name,
          })} · `}
        {t('slo.history.onVersion', { version: String(signature.version) })}
        {signature.satisfaction &&
          ` · ${t(`sloReview.said.${signature.satisfaction}`)}`}
      </Quiet>
      {signature.reason && <Reason>{signature.reason}</Reason>}
    </div>
  );
}

function Written({ version, title }: { version: HistoryLine; title: string }) {
  const { t } = useSloTranslation();
  return (
    <div>
      <VersionTitle>
        <strong>{title}</strong>
        <StateBadge family="slo" state={version.state} />
      </VersionTitle>
      <Quiet>
        {t('slo.history.editedBy', { who: version.editor.name })}
        {version.requestedAt !== null && ` · ${t('slo.history.asked')}`}
        {' · '}
        <abbr title={t('slo.history.sealHint')}>
          {t('slo.history.seal', {
            digest: version.contentDigest.slice(0, 8),
          })}
        </abbr>
      </Quiet>
    </div>
  );
}

/** A question or an answer, which decides nothing. */
function Talk(props: { title: string; version: number; text: string }) {
  const { t } = useSloTranslation();
  return (
    <div>
      <strong>{props.title}</strong>
      <Quiet>
        {t('slo.history.onVersion', { version: String(props.version) })}
      </Quiet>
      <Reason>{props.text}</Reason>
    </div>
  );
}

function Asked({ question }: { question: QuestionView }) {
  const { t } = useSloTranslation();
  return (
    <Talk
      title={t('question.history.asked', { who: question.asker.name })}
      version={question.version}
      text={question.text}
    />
  );
}

function Answered(props: {
  question: QuestionView;
  answer: NonNullable<QuestionView['answer']>;
}) {
  const { t } = useSloTranslation();
  const { question, answer } = props;
  return (
    <Talk
      title={t('question.history.answered', {
        who: answer.by.name,
        asker: question.asker.name,
      })}
      version={question.version}
      text={answer.text}
    />
  );
}

function eventsOf<Line extends HistoryLine>(slo: {
  history: readonly Line[];
  signatures: readonly SignatureView[];
  questions?: readonly QuestionView[];
  titleOf: (line: Line) => string;
}): Event[] {
  const events: Event[] = [
    // Signatures first: of two at one moment, the later word stands above.
    ...slo.signatures.map(signature => ({
      key: signature.id,
      at: signature.signedAt,
      shown: <Said signature={signature} />,
    })),
    ...(slo.questions ?? []).flatMap(question => {
      const { answer } = question;
      return [
        ...(answer
          ? [
              {
                key: `answer ${question.id}`,
                at: answer.at,
                shown: <Answered question={question} answer={answer} />,
              },
            ]
          : []),
        {
          key: question.id,
          at: question.askedAt,
          shown: <Asked question={question} />,
        },
      ];
    }),
    ...slo.history.map(version => ({
      key: `version ${version.version}`,
      at: version.createdAt,
      shown: <Written version={version} title={slo.titleOf(version)} />,
    })),
  ];
  return events.sort((a, b) => b.at - a.at);
}

const Details = styled('details')({
  borderTop: '1px solid var(--bui-border-1)',
  paddingTop: 'var(--bui-space-3)',
  '& > summary': {
    cursor: 'pointer',
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
  },
  '& > ol': {
    listStyle: 'none',
    margin: 'var(--bui-space-3) 0 0',
    padding: 0,
    display: 'grid',
    gap: 'var(--bui-space-3)',
  },
  '& > ol > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-3)',
  },
  '& abbr': { textDecoration: 'none' },
});

const VersionTitle = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
});

const When = styled('span')({
  flex: 'none',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Quiet = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});

const Reason = styled('blockquote')({
  margin: 'var(--bui-space-1) 0 0',
  paddingLeft: 'var(--bui-space-3)',
  borderLeft: '2px solid var(--bui-border-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

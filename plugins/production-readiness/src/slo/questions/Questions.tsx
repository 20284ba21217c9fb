import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type QuestionView } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { RelativeTime, useNow } from '../../time';
import { useSloTranslation } from '../../translations';
import { QuestionForm } from './QuestionForm';
import { useQuestionWrites } from './useQuestionWrites';

/**
 * Questions about a number and their answers. Asking is no decision: it is
 * always possible, and what was asked is answered in place.
 *
 * @internal
 */
export function Questions(props: {
  sloId: string;
  version: number;
  questions: QuestionView[];
  /** Whether a question is being written. */
  asking: boolean;
  onAsking: (asking: boolean) => void;
  /** Whether the bar below offers to ask. */
  inBar: boolean;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const titleId = useId();
  const { asking, onAsking } = props;
  const { ask } = useQuestionWrites(props.sloId);
  const frame = useRef<HTMLElement>(null);
  // Whoever asks from the bar may be far above.
  useEffect(() => {
    if (!asking) return;
    const field = frame.current?.querySelector<HTMLElement>('form textarea');
    field?.focus({ preventScroll: true });
    field?.scrollIntoView?.({ block: 'center' });
  }, [asking]);
  if (props.inBar && !asking && props.questions.length === 0) return null;
  return (
    <Frame aria-labelledby={titleId} ref={frame}>
      <h3 id={titleId}>{t('question.title')}</h3>
      {props.questions.map(one => (
        <Question key={one.id} sloId={props.sloId} one={one} />
      ))}
      {ask.isError && <ErrorNotice error={ask.error} />}
      {asking ? (
        <QuestionForm
          label={t('question.label')}
          hint={t('question.hint')}
          send={t('question.send')}
          shortest={5}
          isPending={ask.isPending}
          onBack={() => onAsking(false)}
          onSend={text =>
            whenDone(ask.mutateAsync({ version: props.version, text }), () => {
              announce(t('question.sent'));
              onAsking(false);
            })
          }
        />
      ) : (
        !props.inBar && (
          <div>
            <Button
              size="small"
              variant="secondary"
              onPress={() => onAsking(true)}
            >
              {t('question.ask')}
            </Button>
          </div>
        )
      )}
    </Frame>
  );
}

function Question({ sloId, one }: { sloId: string; one: QuestionView }) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const now = useNow();
  const [answering, setAnswering] = useState(one.mayAnswer);
  const { answer, read } = useQuestionWrites(sloId);
  const error = answer.error ?? read.error;
  return (
    <Talk>
      <p>{one.text}</p>
      <Who>
        {one.asker.name} · <RelativeTime at={one.askedAt} now={now} />
      </Who>
      {one.answer && (
        <blockquote>
          <p>{one.answer.text}</p>
          <Who>
            {one.answer.by.name} · <RelativeTime at={one.answer.at} now={now} />
          </Who>
        </blockquote>
      )}
      {!one.answer && !one.mayAnswer && <Who>{t('question.waits')}</Who>}
      {error && <ErrorNotice error={error} />}
      {one.mayAnswer && answering && (
        <QuestionForm
          label={t('question.answerLabel')}
          send={t('question.answer')}
          shortest={2}
          isPending={answer.isPending}
          onBack={() => setAnswering(false)}
          onSend={text =>
            whenDone(answer.mutateAsync({ questionId: one.id, text }), () =>
              announce(t('question.answered')),
            )
          }
        />
      )}
      {one.mayAnswer && !answering && (
        <div>
          <Button size="small" onPress={() => setAnswering(true)}>
            {t('question.answer')}
          </Button>
        </div>
      )}
      {one.mayRead && (
        <div>
          <Button
            size="small"
            isPending={read.isPending}
            onPress={() =>
              whenDone(read.mutateAsync(one.id), () =>
                announce(t('question.readDone')),
              )
            }
          >
            {t('question.read')}
          </Button>
        </div>
      )}
    </Talk>
  );
}

/**
 * Says that it is done even when the answer has already taken the form off the
 * screen, and says nothing of what failed: that is shown in place.
 */
function whenDone(work: Promise<unknown>, say: () => void): void {
  work.then(say, () => {});
}

const Frame = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  '& > h3': {
    margin: 0,
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
    color: 'var(--bui-fg-secondary)',
  },
});

const Talk = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-1)',
  lineHeight: 1.65,
  overflowWrap: 'anywhere',
  '& p': { margin: 0, whiteSpace: 'pre-wrap' },
  '& blockquote': {
    margin: 'var(--bui-space-1) 0',
    paddingLeft: 'var(--bui-space-3)',
    borderLeft: '2px solid var(--bui-border-2)',
  },
});

const Who = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

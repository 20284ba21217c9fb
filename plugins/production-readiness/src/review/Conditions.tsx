import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  findEvidenceProblem,
  reviewRoutes,
  toEvidence,
  type ReviewConditionView,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EvidenceText } from '../checklist/item/EvidenceText';
import { Buttons, KeyedForm, Problem } from '../checklist/item/FormParts';
import { OpensForm } from '../checklist/item/OpensForm';
import { Part } from '../checklist/item/Part';
import { ErrorNotice } from '../layout';
import { useAnnounce } from '../query';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { useReviewWrite } from './useReviews';

/**
 * What an approval asks for and by when, and how it was met.
 *
 * @internal
 */
export function Conditions(props: { review: ReviewView; now: number }) {
  const { t } = useReadinessTranslation();
  const { review, now } = props;
  if (review.conditions.length === 0) return null;
  return (
    <Part title={t('review.conditions')}>
      <List>
        {review.conditions.map(condition => (
          <li key={condition.number}>
            <Condition review={review} condition={condition} now={now} />
          </li>
        ))}
      </List>
    </Part>
  );
}

function Condition(props: {
  review: ReviewView;
  condition: ReviewConditionView;
  now: number;
}) {
  const { t, language } = useReadinessTranslation();
  const { condition, now, review } = props;
  return (
    <>
      <Text>{condition.text}</Text>
      <Quiet>
        {condition.metAt !== null && condition.metBy
          ? t('review.conditionMet', {
              who: condition.metBy.name,
              when: <RelativeTime at={condition.metAt} now={now} />,
            })
          : t(
              condition.dueAt <= now
                ? 'review.conditionLate'
                : 'review.conditionDue',
              {
                day: exactDay(condition.dueAt, language),
                when: <RelativeTime at={condition.dueAt} now={now} />,
              },
            )}
      </Quiet>
      {condition.evidence && <EvidenceText evidence={condition.evidence} />}
      {condition.metAt === null && review.acts.includes('meet_condition') && (
        <OpensForm label={t('review.meet')}>
          {close => <MeetForm {...props} onDone={close} />}
        </OpensForm>
      )}
    </>
  );
}

function MeetForm(props: {
  review: ReviewView;
  condition: ReviewConditionView;
  onDone: () => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const meet = useReviewWrite(props.review, reviewRoutes.meetCondition);
  const save = () => {
    const found =
      text.trim() === '' ? ('empty' as const) : findEvidenceProblem(text);
    setProblem(found && t(`checklist.answer.problem.${found}`));
    if (found || meet.isPending) return;
    meet.mutate(
      {
        params: { number: props.condition.number },
        body: { evidence: toEvidence(text) },
      },
      {
        onSuccess: () => {
          announce(t('review.met'));
          props.onDone();
        },
      },
    );
  };
  return (
    <KeyedForm onSave={save}>
      {meet.isError && <ErrorNotice error={meet.error} />}
      <TextAreaField
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('checklist.answer.label')}
        description={t('checklist.answer.hint')}
        rows={2}
        value={text}
        onChange={changed => {
          setText(changed);
          // A browser sends no form with a field that is marked as wrong.
          setProblem(undefined);
        }}
        isInvalid={problem !== undefined}
      />
      {problem && <Problem role="alert">{problem}</Problem>}
      <Buttons>
        <Button type="submit" variant="primary" isPending={meet.isPending}>
          {t('review.meet')}
        </Button>
        <Button variant="tertiary" onPress={props.onDone}>
          {t('checklist.answer.cancel')}
        </Button>
      </Buttons>
    </KeyedForm>
  );
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-4)',
  '& > li': { display: 'grid', gap: 'var(--bui-space-2)' },
});

const Text = styled('div')({
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
});

const Quiet = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

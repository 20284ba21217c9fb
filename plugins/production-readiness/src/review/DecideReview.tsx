import { useState } from 'react';
import {
  Button,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  DAY,
  REVIEW_OUTCOMES,
  reviewRoutes,
  type ReviewOutcome,
  type ReviewView,
  type RouteBodyInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  Buttons,
  KeyedForm,
  KeysHint,
  Note,
  Problem,
} from '../checklist/item/FormParts';
import { Part } from '../checklist/item/Part';
import { ErrorNotice } from '../layout';
import { useAnnounce } from '../query';
import { exactDay } from '../time';
import { useReadinessTranslation } from '../translations';
import { useReviewWrite } from './useReviews';

const PERIODS = [14, 30, 60, 90];

/** A condition that is being written. */
interface ConditionDraft {
  text: string;
  days: number;
}

type Decision = RouteBodyInput<typeof reviewRoutes.decideReview>;

/**
 * A decision that was not taken, with what its writer had to say.
 *
 * @internal
 */
export interface RefusedDecision {
  error: unknown;
  text: string;
}

/**
 * A reviewer's decision. While items of high weight are open there is no
 * plain approval; the choice says so before it is made.
 *
 * @internal
 */
export function DecideReview(props: {
  review: ReviewView;
  blockers: string[];
  now: number;
  /** A colleague may have been quicker: then this form goes, the text not. */
  onRefused: (refusal: RefusedDecision | undefined) => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { blockers, now, review } = props;
  const blocked = blockers.length > 0;
  const [outcome, setOutcome] = useState<ReviewOutcome>(
    blocked ? 'approved_with_conditions' : 'approved',
  );
  const [comment, setComment] = useState('');
  const [cap, setCap] = useState('');
  const [conditions, setConditions] = useState<ConditionDraft[]>([
    { text: '', days: 30 },
  ]);
  const [tried, setTried] = useState(false);
  const claim = useReviewWrite(review, reviewRoutes.claimReview);
  const decide = useReviewWrite(review, reviewRoutes.decideReview);
  const problem = problemOf({ outcome, comment, cap, conditions });

  const save = () => {
    setTried(true);
    if (problem || decide.isPending) return;
    const note = comment.trim() === '' ? {} : { comment };
    const bodies: Record<ReviewOutcome, Decision> = {
      approved: { outcome: 'approved', ...note },
      approved_with_conditions: {
        outcome: 'approved_with_conditions',
        conditions: conditions.map(({ text, days }) => ({
          text,
          dueAt: now + days * DAY,
        })),
        ...note,
      },
      limited_release: { outcome: 'limited_release', trafficCap: cap, ...note },
      changes_requested: { outcome: 'changes_requested', comment },
    };
    decide.mutate(
      { body: bodies[outcome] },
      {
        onSuccess: () => {
          props.onRefused(undefined);
          announce(t('review.decided'));
        },
        onError: error =>
          props.onRefused({ error, text: textOf(bodies[outcome]) }),
      },
    );
  };

  return (
    <Part title={t('review.decision')}>
      {review.acts.includes('claim') && (
        <Buttons>
          <Button
            variant="secondary"
            size="small"
            isPending={claim.isPending}
            onPress={() => claim.mutate({})}
          >
            {t('review.claim')}
          </Button>
          <Note>{t('review.claimHint')}</Note>
        </Buttons>
      )}
      <KeyedForm label={t('review.decision')} onSave={save}>
        {decide.isError && <ErrorNotice error={decide.error} />}
        {blocked && (
          <Note>{t('review.blocked', { items: blockers.join(', ') })}</Note>
        )}
        <RadioGroup
          label={t('review.outcome')}
          value={outcome}
          // The group only knows texts; they are the ones that it was given.
          onChange={value => setOutcome(value as ReviewOutcome)}
        >
          {REVIEW_OUTCOMES.map(one => (
            <Radio
              key={one}
              value={one}
              isDisabled={one === 'approved' && blocked}
            >
              {t(`review.outcomes.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        {outcome === 'approved_with_conditions' && (
          <ConditionFields
            conditions={conditions}
            now={now}
            onChange={setConditions}
          />
        )}
        {outcome === 'limited_release' && (
          <TextField
            label={t('review.capLabel')}
            description={t('review.capHint')}
            value={cap}
            onChange={setCap}
          />
        )}
        <TextAreaField
          label={
            outcome === 'changes_requested'
              ? t('review.whatIsMissing')
              : t('review.comment')
          }
          rows={3}
          value={comment}
          onChange={setComment}
        />
        {tried && problem && (
          <Problem role="alert">{t(`review.problem.${problem}`)}</Problem>
        )}
        <Buttons>
          <Button type="submit" variant="primary" isPending={decide.isPending}>
            {t(`review.do.${outcome}`)}
          </Button>
          <KeysHint />
        </Buttons>
      </KeyedForm>
    </Part>
  );
}

function ConditionFields(props: {
  conditions: ConditionDraft[];
  now: number;
  onChange: (conditions: ConditionDraft[]) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { conditions, now, onChange } = props;
  const change = (index: number, next: Partial<ConditionDraft>) =>
    onChange(
      conditions.map((one, at) => (at === index ? { ...one, ...next } : one)),
    );
  return (
    <Fields>
      {conditions.map((condition, index) => (
        // eslint-disable-next-line react/no-array-index-key -- drafts have none
        <Fields key={index}>
          <TextAreaField
            label={t('review.conditionNumber', { number: String(index + 1) })}
            rows={2}
            value={condition.text}
            onChange={text => change(index, { text })}
          />
          <RadioGroup
            label={t('review.conditionBy', {
              day: exactDay(now + condition.days * DAY, language),
            })}
            orientation="horizontal"
            value={String(condition.days)}
            onChange={value => change(index, { days: Number(value) })}
          >
            {PERIODS.map(days => (
              <Radio key={days} value={String(days)}>
                {t('checklist.waiver.days', { days: String(days) })}
              </Radio>
            ))}
          </RadioGroup>
        </Fields>
      ))}
      <Buttons>
        <Button
          variant="secondary"
          size="small"
          onPress={() => onChange([...conditions, { text: '', days: 30 }])}
        >
          {t('review.addCondition')}
        </Button>
        {conditions.length > 1 && (
          <Button
            variant="tertiary"
            size="small"
            onPress={() => onChange(conditions.slice(0, -1))}
          >
            {t('review.removeCondition')}
          </Button>
        )}
      </Buttons>
    </Fields>
  );
}

/** Everything that a person wrote for a decision. */
function textOf(decision: Decision): string {
  const own =
    decision.outcome === 'approved_with_conditions'
      ? decision.conditions.map(({ text }) => text)
      : [decision.outcome === 'limited_release' ? decision.trafficCap : ''];
  return [...own, decision.comment ?? ''].filter(Boolean).join('\n');
}

/** As the server asks for; said before anything is sent. */
function problemOf(draft: {
  outcome: ReviewOutcome;
  comment: string;
  cap: string;
  conditions: ConditionDraft[];
}) {
  const { outcome, comment, cap, conditions } = draft;
  switch (outcome) {
    case 'approved_with_conditions':
      return conditions.some(({ text }) => text.trim().length < 10)
        ? ('condition' as const)
        : undefined;
    case 'limited_release':
      return cap.trim().length < 2 ? ('cap' as const) : undefined;
    case 'changes_requested':
      return comment.trim().length < 10 ? ('comment' as const) : undefined;
    default:
      return undefined;
  }
}

const Fields = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

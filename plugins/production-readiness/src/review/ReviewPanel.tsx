import { useState } from 'react';
import { styled } from '@mui/material/styles';
import {
  localize,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useChecklistWords } from '../checklist/data/useChecklistWords';
import { joinItems } from '../checklist/data/joinItems';
import { useReadiness } from '../checklist/data/useReadiness';
import { Part } from '../checklist/item/Part';
import { ItemRows } from '../checklist/sections/ItemRows';
import { ErrorNotice, LoadingState, SentenceGap, SidePanel } from '../layout';
import { EntityName } from '../people';
import { StateBadge } from '../state';
import { useReadinessTranslation } from '../translations';
import { Conditions } from './Conditions';
import { DecideReview, type RefusedDecision } from './DecideReview';
import { LoadOf } from './Load';
import { ReviewFacts } from './ReviewFacts';
import { SubmitReview } from './SubmitReview';
import { type EntityReviews, useReview, useReviews } from './useReviews';

/**
 * One review beside the list that it came from: who decides, what stands
 * section by section, and the one thing that this reader can do.
 *
 * @internal
 */
export function ReviewPanel(props: {
  /** The panel is closed while there is none. */
  reviewId: string | undefined;
  showEntity?: boolean;
  onOpenItem: (itemId: string) => void;
  onClose: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const found = useReview(props.reviewId);
  const review = found.data?.review;
  const reviews = useReviews(review?.entityRef ?? '', review !== undefined);
  const phase = reviews.data?.phases.find(one => one.phase === review?.phase);
  const title = phase && localize(phase.title, language);

  return (
    <SidePanel
      open={props.reviewId !== undefined}
      onClose={props.onClose}
      width={640}
      title={title ? t('review.of', { phase: title }) : t('review.one')}
      subtitle={
        review && (
          <Line>
            {props.showEntity && <strong>{review.entityTitle}</strong>}
            <StateBadge family="review" state={review.standing} filled />
          </Line>
        )
      }
    >
      {(found.isPending || (review && reviews.isPending)) &&
        props.reviewId !== undefined && (
          <LoadingState rows={5} rowHeight={64} />
        )}
      {found.isError && (
        <ErrorNotice
          error={found.error}
          title={t('review.error')}
          onRetry={() => found.refetch()}
        />
      )}
      {review && reviews.data && (
        <Content
          key={review.id}
          review={review}
          reviews={reviews.data}
          onOpenItem={props.onOpenItem}
        />
      )}
    </SidePanel>
  );
}

function Content(props: {
  review: ReviewView;
  reviews: EntityReviews;
  onOpenItem: (itemId: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { review, reviews } = props;
  const { mode } = review;
  const [refused, setRefused] = useState<RefusedDecision>();
  const mayDecide = review.acts.includes('decide');
  return (
    <Stack>
      {refused && !mayDecide && <Overtaken {...refused} />}
      <ReviewFacts review={review} now={reviews.asOf} />
      {['draft', 'submitted', 'in_review', 'changes_requested'].includes(
        review.state,
      ) && (
        <Part title={t('review.who')}>
          <Quiet>
            {review.reviewerRef
              ? t('review.decides', {
                  who: <EntityName entityRef={review.reviewerRef} link />,
                })
              : t(`review.decidesMode.${mode}`)}
            <SentenceGap />
            <LoadOf
              load={reviews.load}
              groupRef={review.reviewerRef}
              now={reviews.asOf}
            />
          </Quiet>
        </Part>
      )}
      <Conditions review={review} now={reviews.asOf} />
      <Sections {...props} />
      {review.acts.includes('submit') && <SubmitReview review={review} />}
      {mayDecide && (
        <DecideReview
          review={review}
          blockers={
            reviews.phases.find(one => one.phase === review.phase)?.blockers ??
            []
          }
          now={reviews.asOf}
          onRefused={setRefused}
        />
      )}
    </Stack>
  );
}

/** Somebody else decided first; what one wrote can still be taken along. */
function Overtaken({ error, text }: RefusedDecision) {
  const { t } = useReadinessTranslation();
  return (
    <>
      <ErrorNotice error={error} title={t('review.overtaken')} />
      {text !== '' && (
        <Part title={t('review.notSent')}>
          <Unsent>{text}</Unsent>
        </Part>
      )}
    </>
  );
}

/** What is not in place yet, section by section, with who looks at it. */
function Sections(props: {
  review: ReviewView;
  reviews: EntityReviews;
  onOpenItem: (itemId: string) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { review, reviews } = props;
  const readiness = useReadiness(review.entityRef);
  const words = useChecklistWords(readiness.data?.checklist?.digest);
  const phase = reviews.phases.find(one => one.phase === review.phase);
  if (!phase) return null;
  const items =
    readiness.data && words.data
      ? [...joinItems(readiness.data, words.data).values()]
      : [];
  return (
    <Part title={t('review.sections')}>
      {phase.sections.map(section => {
        const own = items.filter(
          ({ view, words: { section: id, phase: at } }) =>
            id === section.sectionId &&
            view.required &&
            !view.satisfied &&
            isWithin(reviews, at, review.phase),
        );
        return (
          <Section key={section.sectionId}>
            <SectionHead>
              <strong>{localize(section.title, language)}</strong>
              <span>
                {t('review.inPlace', {
                  satisfied: String(section.satisfied),
                  required: String(section.required),
                })}
              </span>
              {section.reviewerRef && (
                <EntityName entityRef={section.reviewerRef} link />
              )}
            </SectionHead>
            {own.length > 0 && (
              <ItemRows
                items={own}
                now={reviews.asOf}
                onOpen={props.onOpenItem}
              />
            )}
          </Section>
        );
      })}
    </Part>
  );
}

function isWithin(
  { phases }: EntityReviews,
  phase: string,
  target: string,
): boolean {
  const order = phases.map(one => one.phase as string);
  return order.indexOf(phase) <= order.indexOf(target);
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
});

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-6)',
  fontSize: 'var(--bui-font-size-3)',
});

const Quiet = styled('p')({
  margin: 0,
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Unsent = styled('blockquote')({
  margin: 0,
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  borderLeft: '3px solid var(--bui-border-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
});

const Section = styled('div')({
  padding: 'var(--bui-space-2) 0',
  borderTop: '1px solid var(--bui-border-1)',
});

const SectionHead = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  '& strong': { color: 'var(--bui-fg-primary)', fontWeight: 600 },
});

import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  localize,
  type PhaseReviewView,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, PageSection, SentenceGap } from '../layout';
import { EntityName } from '../people';
import { StateBadge } from '../state';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { LoadOf } from './Load';
import { type EntityReviews, useOpenReview, useReviews } from './useReviews';

/**
 * The phases of an entity: which are approved, which is next, and who will
 * decide on it, said before anything is submitted.
 *
 * @internal
 */
export function ReviewsSection(props: {
  readiness: ReadinessView;
  onOpen: (reviewId: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const reviews = useReviews(props.readiness.entity.ref);
  return (
    <PageSection title={t('review.title')}>
      {reviews.isPending && <LoadingState rows={3} rowHeight={48} />}
      {reviews.isError && !reviews.data && (
        <ErrorNotice
          error={reviews.error}
          title={t('review.error')}
          onRetry={() => reviews.refetch()}
        />
      )}
      {reviews.data && <Phases {...props} reviews={reviews.data} />}
    </PageSection>
  );
}

function Phases(props: {
  readiness: ReadinessView;
  reviews: EntityReviews;
  onOpen: (reviewId: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { reviews } = props;
  return (
    <>
      {reviews.mode !== 'reviewers' && (
        <Mode>{t(`review.mode.${reviews.mode}`)}</Mode>
      )}
      <List>
        {reviews.phases.map(phase => (
          <PhaseRow
            key={phase.phase}
            phase={phase}
            isNext={phase.phase === nextOf(reviews)}
            reviews={reviews}
            entityRef={props.readiness.entity.ref}
            onOpen={props.onOpen}
          />
        ))}
      </List>
    </>
  );
}

/** The one phase that is put forward: the first that nothing approves. */
function nextOf({ phases }: EntityReviews) {
  return phases.find(({ approved }) => !approved)?.phase;
}

function PhaseRow(props: {
  phase: PhaseReviewView;
  isNext: boolean;
  reviews: EntityReviews;
  entityRef: string;
  onOpen: (reviewId: string) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { phase, isNext, reviews, onOpen } = props;
  const { current } = phase;
  const open = useOpenReview(props.entityRef);
  const title = localize(phase.title, language);
  const isEnding =
    current?.standing === 'renewal_due' || current?.standing === 'lapsed';
  const isOpen =
    current !== null &&
    ['draft', 'submitted', 'in_review', 'changes_requested'].includes(
      current.state,
    );

  return (
    <Row data-phase={phase.phase}>
      <div>
        <Title>{title}</Title>
        <Facts>
          {current ? (
            <StateBadge family="review" state={current.standing} />
          ) : (
            <span>{t('review.none')}</span>
          )}
          <span>
            {t('review.inPlace', {
              satisfied: String(phase.satisfied),
              required: String(phase.required),
            })}
          </span>
          {current?.trafficCap && (
            <span>{t('review.cap', { cap: current.trafficCap })}</span>
          )}
          {current && !isOpen && current.validUntil !== null && (
            <span>
              {t('review.validUntil', {
                day: exactDay(current.validUntil, language),
              })}
            </span>
          )}
          {current?.state === 'submitted' && current.submittedAt !== null && (
            <span>
              {t('review.waitsSince', {
                when: (
                  <RelativeTime at={current.submittedAt} now={reviews.asOf} />
                ),
              })}
            </span>
          )}
        </Facts>
        {(isNext || isOpen) && (
          <Who>
            {phase.reviewerRef
              ? t('review.decides', {
                  who: <EntityName entityRef={phase.reviewerRef} link />,
                })
              : t(`review.decidesMode.${reviews.mode}`)}
            <SentenceGap />
            <LoadOf
              load={reviews.load}
              groupRef={phase.reviewerRef}
              now={reviews.asOf}
            />
          </Who>
        )}
        {open.isError && <ErrorNotice error={open.error} />}
      </div>
      <Actions>
        {current && (
          <Button
            variant={isOpen ? 'primary' : 'secondary'}
            size="small"
            onPress={() => onOpen(current.id)}
            aria-label={t('review.openOf', { phase: title })}
          >
            {current.acts.includes('decide')
              ? t('review.decide')
              : t('review.open')}
          </Button>
        )}
        {phase.canOpen && (isNext || isEnding) && (
          <Button
            variant={current ? 'secondary' : 'primary'}
            size="small"
            isPending={open.isPending}
            onPress={() =>
              open.mutate(phase.phase, {
                onSuccess: review => onOpen(review.id),
              })
            }
            aria-label={t(isEnding ? 'review.renewOf' : 'review.prepareOf', {
              phase: title,
            })}
          >
            {isEnding ? t('review.renew') : t('review.prepare')}
          </Button>
        )}
      </Actions>
    </Row>
  );
}

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 'var(--bui-space-2) var(--bui-space-4)',
  padding: 'var(--bui-space-3) 0',
  borderTop: '1px solid var(--bui-border-1)',
  '&:first-of-type': { borderTop: 'none' },
  '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Title = styled('div')({ fontWeight: 600 });

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px var(--bui-space-4)',
  marginTop: 'var(--bui-space-1)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: '20px',
});

const Who = styled('div')({
  marginTop: 'var(--bui-space-1)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Mode = styled('p')({
  margin: '0 0 var(--bui-space-2)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  reviewRoutes,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../api';
import { Buttons } from '../checklist/item/FormParts';
import { ErrorNotice } from '../layout';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { useReviewWrite } from './useReviews';

/**
 * What happened to a review so far, in sentences, and what can be taken from
 * it: a document, or the review back.
 *
 * @internal
 */
export function ReviewFacts(props: { review: ReviewView; now: number }) {
  const { t, language } = useReadinessTranslation();
  const { review, now } = props;
  const withdraw = useReviewWrite(review, reviewRoutes.withdrawReview);
  const when = (at: number) => <RelativeTime at={at} now={now} />;
  return (
    <Facts>
      {review.mode === 'self_certified' && (
        <p>{t('review.mode.self_certified')}</p>
      )}
      <p>
        {review.submittedBy && review.submittedAt !== null
          ? t('review.submittedBy', {
              who: review.submittedBy.name,
              when: when(review.submittedAt),
            })
          : t('review.openedBy', {
              who: review.openedBy.name,
              when: when(review.openedAt),
            })}
      </p>
      {review.state === 'in_review' && review.claimedBy && (
        <p>{t('review.claimedBy', { who: review.claimedBy.name })}</p>
      )}
      {review.decidedBy && review.decidedAt !== null && (
        <p>
          {t('review.decidedBy', {
            who: review.decidedBy.name,
            when: when(review.decidedAt),
          })}
        </p>
      )}
      {review.trafficCap && (
        <p>{t('review.cap', { cap: review.trafficCap })}</p>
      )}
      {review.validUntil !== null && (
        <p>
          {t('review.validUntil', {
            day: exactDay(review.validUntil, language),
          })}
        </p>
      )}
      {review.note && <Quote>{review.note}</Quote>}
      {review.comment && <Quote>{review.comment}</Quote>}
      {withdraw.isError && <ErrorNotice error={withdraw.error} />}
      <Buttons>
        <Download review={review} format="html" />
        <Download review={review} format="markdown" />
        {review.acts.includes('withdraw') && (
          <Button
            variant="tertiary"
            size="small"
            isPending={withdraw.isPending}
            onPress={() => withdraw.mutate({})}
          >
            {t('review.withdraw')}
          </Button>
        )}
      </Buttons>
    </Facts>
  );
}

/** The review as a file; the server writes it, with what it keeps. */
function Download(props: { review: ReviewView; format: 'html' | 'markdown' }) {
  const { t, language } = useReadinessTranslation();
  const client = useReadinessClient();
  const [error, setError] = useState<Error>();
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    setError(undefined);
    try {
      const { body } = await client.call(reviewRoutes.getReviewDocument, {
        params: { reviewId: props.review.id },
        query: {
          format: props.format,
          language: /^ja\b/i.test(language) ? 'ja' : 'en',
        },
      });
      save(body);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <Button
        variant="secondary"
        size="small"
        isPending={pending}
        onPress={download}
      >
        {t(`review.download.${props.format}`)}
      </Button>
    </>
  );
}

function save(file: { filename: string; mediaType: string; text: string }) {
  const url = URL.createObjectURL(
    new Blob([file.text], { type: `${file.mediaType};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = file.filename;
  link.click();
  URL.revokeObjectURL(url);
}

const Facts = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  lineHeight: 1.6,
  '& p': { margin: 0 },
});

const Quote = styled('blockquote')({
  margin: 0,
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  borderLeft: '3px solid var(--bui-border-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
